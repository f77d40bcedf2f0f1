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

use PrestaShop\Module\Weft\Support\CorePatches;
use PrestaShop\Module\Weft\Support\Database;
use StockAvailable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Records what the shop wants to take from its stock for an order, and keeps it from writing that.
 *
 * The shop writes a quantity it has read a little earlier. In the long transaction of an import that row would be
 * locked from then on, and a visitor's order that has read it too would wait and then write its own sum over the
 * import's: units would be lost. So the changes are stored with the order and added in one statement as soon as
 * the order is there, by StockChangeApplier.
 *
 * One instance serves one request.
 */
class StockChangeRecorder
{
    private const BEFORE_UPDATE = 'actionObjectStockAvailableUpdateBefore';
    private const AFTER_UPDATE = 'actionObjectStockAvailableUpdateAfter';
    public const HOOKS = [self::BEFORE_UPDATE, self::AFTER_UPDATE];

    /** @var Database */
    private $database;

    /** @var CorePatches */
    private $patches;

    /** @var array<int, int>|null row of stock => units; null while nothing is recorded */
    private $recorded;

    public function __construct(Database $database, CorePatches $patches)
    {
        $this->database = $database;
        $this->patches = $patches;
    }

    /**
     * Runs $work, in which the shop takes the units of an order.
     */
    public function record(callable $work): StockChanges
    {
        $this->recorded = [];
        try {
            $work();

            return new StockChanges($this->recorded);
        } finally {
            $this->recorded = null;
        }
    }

    /**
     * What the shop would take for an order that is there already.
     */
    public function ofOrder(int $orderId): StockChanges
    {
        return $this->record(function () use ($orderId): void {
            $lines = $this->database->rows(
                'SELECT `product_id`, `product_attribute_id`, `product_quantity`, `id_shop`'
                . ' FROM `' . _DB_PREFIX_ . 'order_detail` WHERE `id_order` = ' . (int) $orderId
            );
            foreach ($lines as $line) {
                StockAvailable::updateQuantity(
                    (int) $line['product_id'],
                    (int) $line['product_attribute_id'],
                    -(int) $line['product_quantity'],
                    (int) $line['id_shop']
                );
            }
        });
    }

    /**
     * @param array<string, mixed> $params
     */
    public function onHook(string $hook, array $params): void
    {
        if ($this->recorded === null) {
            return;
        }
        if (strcasecmp($hook, self::BEFORE_UPDATE) === 0) {
            $this->beforeUpdate($params['object']);
        } elseif (strcasecmp($hook, self::AFTER_UPDATE) === 0) {
            $this->patches->showStockRow($params['object']);
        }
    }

    private function beforeUpdate(StockAvailable $row): void
    {
        $id = (int) $row->id;
        if ($id > 0) {
            $units = (int) $row->quantity - $this->quantity($id);
            $this->add($id, $units);
            if ((int) $row->id_product_attribute > 0) {
                $this->add($this->sumRow($row), $units);
            }
        }
        $this->patches->hideStockRow($row);
    }

    private function add(int $id, int $units): void
    {
        if ($id > 0 && $units !== 0) {
            $this->recorded[$id] = (isset($this->recorded[$id]) ? $this->recorded[$id] : 0) + $units;
        }
    }

    private function quantity(int $id): int
    {
        return $this->database->number(
            'SELECT `quantity` FROM `' . _DB_PREFIX_ . 'stock_available` WHERE `id_stock_available` = ' . (int) $id
        );
    }

    /**
     * The row with the sum of a product's variants.
     */
    private function sumRow(StockAvailable $row): int
    {
        return $this->database->number(
            'SELECT `id_stock_available` FROM `' . _DB_PREFIX_ . 'stock_available`'
            . ' WHERE `id_product` = ' . (int) $row->id_product . ' AND `id_product_attribute` = 0'
            . ' AND `id_shop` = ' . (int) $row->id_shop . ' AND `id_shop_group` = ' . (int) $row->id_shop_group
        );
    }
}
