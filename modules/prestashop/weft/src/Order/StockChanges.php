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
 * Changes of stock that wait for their order.
 *
 * @immutable
 */
class StockChanges
{
    /** @var array<int, int> row of stock => units to add */
    public $units;

    /**
     * @param array<int, int> $units row of stock => units to add
     */
    public function __construct(array $units)
    {
        $this->units = $units;
    }

    /**
     * Both together, without rows that do not change.
     */
    public function plus(self $other): self
    {
        $sum = $this->units;
        foreach ($other->units as $id => $units) {
            $sum[$id] = (isset($sum[$id]) ? $sum[$id] : 0) + $units;
        }

        return new self(array_filter($sum));
    }
}
