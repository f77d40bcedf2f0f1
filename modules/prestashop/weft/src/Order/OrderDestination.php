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
 * Where an order goes and what carries it, in ids of the shop.
 *
 * @immutable
 */
class OrderDestination
{
    /** @var int */
    public $countryId;

    /** @var int 0: none */
    public $provinceId;

    /** @var int */
    public $zoneId;

    /** @var int */
    public $carrierId;

    public function __construct(int $countryId, int $provinceId, int $zoneId, int $carrierId)
    {
        $this->countryId = $countryId;
        $this->provinceId = $provinceId;
        $this->zoneId = $zoneId;
        $this->carrierId = $carrierId;
    }
}
