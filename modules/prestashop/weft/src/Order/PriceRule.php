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
 * How the shop gets from the price of a cart row to what it charges.
 *
 * @immutable
 */
class PriceRule
{
    /** @var float gross of one net unit: 1.2 for 20 % of tax */
    public $factor;

    /** @var float what the shop adds to each unit, tax included, as a decimal amount */
    public $ecotax;

    /** @var string what the shop does not have: a product, or "product:variant"; "" where it has it */
    public $missing;

    public function __construct(float $factor, float $ecotax, string $missing = '')
    {
        $this->factor = $factor;
        $this->ecotax = $ecotax;
        $this->missing = $missing;
    }
}
