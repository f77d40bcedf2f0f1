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
 * The rows of a cart and what they come to, in minor units, tax included.
 *
 * @immutable
 */
class PricePlan
{
    /** @var CartRow[] */
    public $rows;

    /** @var int the sum of the rows */
    public $productsMinor;

    /** @var int how much more that is than the buyer paid for the lines */
    public $roundingMinor;

    /**
     * @param CartRow[] $rows
     */
    public function __construct(array $rows, int $productsMinor, int $roundingMinor)
    {
        $this->rows = $rows;
        $this->productsMinor = $productsMinor;
        $this->roundingMinor = $roundingMinor;
    }

    public function units(): int
    {
        return array_sum(array_map(function (CartRow $row): int {
            return $row->quantity;
        }, $this->rows));
    }
}
