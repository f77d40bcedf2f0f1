<?php

/**
 * Weft for PrestaShop
 *
 * Licensed under the Apache License, Version 2.0. The file LICENSE of this module holds its text.
 *
 * @author    Weft contributors
 * @copyright Weft contributors
 * @license   https://www.apache.org/licenses/LICENSE-2.0 Apache-2.0
 */

namespace PrestaShop\Module\Weft\Order;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Figures of an order without tax, in minor units.
 *
 * @immutable
 */
class NetTotals
{
    /** @var int */
    public $shippingMinor;

    /** @var int */
    public $discountMinor;

    /** @var int */
    public $paidMinor;

    public function __construct(int $shippingMinor, int $discountMinor, int $paidMinor)
    {
        $this->shippingMinor = $shippingMinor;
        $this->discountMinor = $discountMinor;
        $this->paidMinor = $paidMinor;
    }
}
