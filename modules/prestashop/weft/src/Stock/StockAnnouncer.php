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

namespace PrestaShop\Module\Weft\Stock;

use Cache;
use Context;
use Hook;
use PrestaShop\Module\Weft\Support\Log;
use StockAvailable;
use Throwable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Announces a quantity that was changed past the shop's own objects to the rest of the shop, by the hooks PrestaShop
 * would have called.
 */
class StockAnnouncer
{
    /** @var Log */
    private $log;

    public function __construct(Log $log)
    {
        $this->log = $log;
    }

    /**
     * The quantity is changed by now, so no error of a listener leaves this method.
     *
     * @param int $stockId row of stock
     * @param int $delta units that were added
     */
    public function announce(int $stockId, int $delta): void
    {
        try {
            $this->callHooks($this->reload($stockId), $delta);
        } catch (Throwable $caught) {
            $this->log->report($caught);
        }
    }

    /**
     * The row as it is in the database, not as this request remembers it.
     */
    public function reload(int $stockId): StockAvailable
    {
        Cache::clean('objectmodel_StockAvailable_' . $stockId . '_*');
        $stock = new StockAvailable($stockId);
        Cache::clean('StockAvailable::getQuantityAvailableByProduct_' . (int) $stock->id_product . '*');

        return $stock;
    }

    private function callHooks(StockAvailable $stock, int $delta): void
    {
        Hook::exec('actionObjectUpdateAfter', ['object' => $stock]);
        Hook::exec('actionObjectStockAvailableUpdateAfter', ['object' => $stock]);
        Hook::exec('actionUpdateQuantity', [
            'id_product' => (int) $stock->id_product,
            'id_product_attribute' => (int) $stock->id_product_attribute,
            'quantity' => (int) $stock->quantity,
            'delta_quantity' => $delta,
            'id_shop' => (int) Context::getContext()->shop->id,
        ]);
    }
}
