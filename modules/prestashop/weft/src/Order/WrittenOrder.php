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
 * An order of the shop that an import made or found.
 *
 * @immutable
 */
class WrittenOrder
{
    /** @var int */
    public $id;

    /** @var StockChanges what the shop wanted to take, not taken yet */
    public $stockChanges;

    /** @var array<int, array{product: string, variant: string, short: int}> */
    public $oversold;

    /**
     * @param array<int, array{product: string, variant: string, short: int}> $oversold
     */
    public function __construct(int $id, StockChanges $stockChanges, array $oversold)
    {
        $this->id = $id;
        $this->stockChanges = $stockChanges;
        $this->oversold = $oversold;
    }
}
