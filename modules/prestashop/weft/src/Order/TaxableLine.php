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
 * A line of an order with its tax, in minor units that are not rounded.
 *
 * @immutable
 */
class TaxableLine
{
    /** @var float percent */
    public $rate;

    /** @var float */
    public $gross;

    /** @var float */
    public $net;

    public function __construct(float $rate, float $gross, float $net)
    {
        $this->rate = $rate;
        $this->gross = $gross;
        $this->net = $net;
    }
}
