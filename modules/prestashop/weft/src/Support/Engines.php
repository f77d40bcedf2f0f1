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

namespace PrestaShop\Module\Weft\Support;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Whether the database can take back what an order has written, or keeps it at once: MyISAM and others know no
 * transactions.
 */
class Engines
{
    /** What an import writes to. */
    private const TABLES = [
        'address',
        'cart',
        'cart_product',
        'customer',
        'customer_group',
        'message',
        'order_carrier',
        'order_cart_rule',
        'order_detail',
        'order_detail_tax',
        'order_history',
        'order_invoice',
        'order_invoice_payment',
        'order_invoice_tax',
        'order_payment',
        'orders',
        'specific_price',
        'stock_available',
        'weft_order',
    ];

    /** @var Database */
    private $database;

    /** @var array<int, array{name: string, engine: string}>|null */
    private $found;

    public function __construct(Database $database)
    {
        $this->database = $database;
    }

    /**
     * The tables of an order that have no transactions, with their engine; read once a request.
     *
     * @return array<int, array{name: string, engine: string}>
     */
    public function withoutTransactions(): array
    {
        if ($this->found === null) {
            $this->found = $this->read();
        }

        return $this->found;
    }

    /**
     * @return array<int, array{name: string, engine: string}>
     */
    private function read(): array
    {
        $names = array_map(function (string $table): string {
            return '\'' . pSQL(_DB_PREFIX_ . $table) . '\'';
        }, self::TABLES);
        $rows = $this->database->rows(
            'SELECT t.`TABLE_NAME` AS name, t.`ENGINE` AS engine FROM `information_schema`.`TABLES` t'
            . ' LEFT JOIN `information_schema`.`ENGINES` e ON e.`ENGINE` = t.`ENGINE`'
            . ' WHERE t.`TABLE_SCHEMA` = DATABASE() AND t.`TABLE_NAME` IN (' . implode(',', $names) . ')'
            . ' AND COALESCE(e.`TRANSACTIONS`, \'NO\') <> \'YES\' ORDER BY t.`TABLE_NAME`'
        );

        return array_map(function (array $row): array {
            return ['name' => (string) $row['name'], 'engine' => (string) $row['engine']];
        }, $rows);
    }
}
