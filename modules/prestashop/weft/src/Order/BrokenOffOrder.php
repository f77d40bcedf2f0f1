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

use Order;
use PrestaShop\Module\Weft\Support\Database;
use RuntimeException;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * An order of the module whose import ended before all its lines were written, in a database that could not take it
 * back. Nobody can complete it as the shop would have, and without a state it is no order to anybody yet: it is removed
 * and made anew.
 */
class BrokenOffOrder
{
    /** What the shop writes of an order before its first state. */
    private const TABLES = ['order_detail', 'order_carrier', 'order_cart_rule', 'message'];

    /** @var Database */
    private $database;

    /** @var OrderFinder */
    private $finder;

    public function __construct(Database $database, OrderFinder $finder)
    {
        $this->database = $database;
        $this->finder = $finder;
    }

    /**
     * Removes the order where it is one, with its lines.
     *
     * @return bool whether it was one
     */
    public function remove(int $orderId, OrderImport $import): bool
    {
        if (!$this->isOne($orderId, $import)) {
            return false;
        }
        $this->database->run(
            'DELETE t FROM `' . _DB_PREFIX_ . 'order_detail_tax` t JOIN `' . _DB_PREFIX_ . 'order_detail` d'
            . ' ON d.`id_order_detail` = t.`id_order_detail` WHERE d.`id_order` = ' . (int) $orderId
        );
        foreach (self::TABLES as $table) {
            $this->database->run('DELETE FROM `' . _DB_PREFIX_ . $table . '` WHERE `id_order` = ' . (int) $orderId);
        }
        // By the shop's own object, so that whoever saw the order is told. Last: until then a repeat finds it.
        if (!(new Order($orderId))->delete()) {
            throw new RuntimeException('PrestaShop did not delete the order ' . $orderId);
        }

        return true;
    }

    private function isOne(int $orderId, OrderImport $import): bool
    {
        $row = $this->database->row(
            'SELECT o.`current_state`, COALESCE(SUM(d.`product_quantity`), 0) AS units FROM `' . _DB_PREFIX_ . 'orders` o'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'order_detail` d ON d.`id_order` = o.`id_order`'
            . ' WHERE o.`id_order` = ' . (int) $orderId . ' GROUP BY o.`id_order`, o.`current_state`'
        );

        return $row !== [] && (int) $row['current_state'] === 0 && (int) $row['units'] < $import->totals->units
            && $this->finder->isOwn($orderId);
    }
}
