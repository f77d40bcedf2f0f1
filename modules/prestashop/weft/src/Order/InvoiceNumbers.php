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

use Configuration;
use PrestaShop\Module\Weft\Support\Database;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Keeps the numbers of invoices and delivery slips unique. The shop takes the number after the highest one it can see,
 * and sees none of a transaction that is still open: a visitor's order meanwhile gets the same one. The import's moves
 * on.
 */
class InvoiceNumbers
{
    /** Column of an invoice => column of its order. */
    private const NUMBERS = ['number' => 'invoice_number', 'delivery_number' => 'delivery_number'];

    /** @var Database */
    private $database;

    public function __construct(Database $database)
    {
        $this->database = $database;
    }

    /**
     * Called inside the import's transaction, which sees what visitors have committed meanwhile, and once more behind
     * it: who takes a number from then on sees the order's.
     */
    public function keepUnique(int $orderId): void
    {
        $invoices = $this->database->column(
            'SELECT `id_order_invoice` FROM `' . _DB_PREFIX_ . 'order_invoice` WHERE `id_order` = ' . (int) $orderId
        );
        foreach ($invoices as $invoiceId) {
            foreach (self::NUMBERS as $column => $ofOrder) {
                $this->moveOn($orderId, (int) $invoiceId, $column, $ofOrder);
            }
        }
    }

    private function moveOn(int $orderId, int $invoiceId, string $column, string $ofOrder): void
    {
        $table = '`' . _DB_PREFIX_ . 'order_invoice`';
        $where = ' WHERE `id_order_invoice` = ' . (int) $invoiceId;
        $number = $this->database->number('SELECT `' . $column . '` FROM ' . $table . $where);
        if ($number === 0 || !$this->isTaken($number, $invoiceId, $column)) {
            return;
        }
        $highest = $this->database->number(
            'SELECT MAX(`' . $column . '`) FROM ' . $table . ' WHERE 1' . $this->inSeries($column)
        );
        $next = $highest + 1;
        $this->database->run('UPDATE ' . $table . ' SET `' . $column . '` = ' . (int) $next . $where);
        $this->database->run(
            'UPDATE `' . _DB_PREFIX_ . 'orders` SET `' . $ofOrder . '` = ' . (int) $next
            . ' WHERE `id_order` = ' . (int) $orderId . ' AND `' . $ofOrder . '` = ' . (int) $number
        );
    }

    private function isTaken(int $number, int $invoiceId, string $column): bool
    {
        return $this->database->number(
            'SELECT COUNT(*) FROM `' . _DB_PREFIX_ . 'order_invoice` WHERE `' . $column . '` = ' . (int) $number
            . ' AND `id_order_invoice` <> ' . (int) $invoiceId . $this->inSeries($column)
        ) > 0;
    }

    /**
     * Invoices may begin at 1 every year; delivery slips never do.
     */
    private function inSeries(string $column): string
    {
        $isByYear = $column === 'number' && Configuration::get('PS_INVOICE_RESET');

        return $isByYear ? ' AND YEAR(`date_add`) = ' . (int) date('Y') : '';
    }
}
