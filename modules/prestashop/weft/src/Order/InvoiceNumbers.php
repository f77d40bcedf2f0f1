<?php
/**
 * The shop numbers invoices and delivery slips by the highest number it can see, and sees none of a
 * transaction that is still open. A visitor's order meanwhile gets the same number; ours moves on.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderInvoice
{
    /** Column of an invoice => column of its order. */
    const NUMBERS = ['number' => 'invoice_number', 'delivery_number' => 'delivery_number'];

    /**
     * Called inside the import's transaction, which sees what visitors have committed meanwhile, and
     * once more right behind it: who numbers from then on sees the order's numbers.
     */
    public static function keepNumbersUnique(int $orderId)
    {
        $invoices = WeftDb::column(
            'SELECT `id_order_invoice` FROM `' . self::table() . '` WHERE `id_order` = ' . $orderId
        );
        foreach ($invoices as $invoiceId) {
            foreach (self::NUMBERS as $column => $ofOrder) {
                self::moveOn($orderId, (int) $invoiceId, $column, $ofOrder);
            }
        }
    }

    private static function moveOn(int $orderId, int $invoiceId, string $column, string $ofOrder)
    {
        $where = ' WHERE `id_order_invoice` = ' . $invoiceId;
        $number = WeftDb::number('SELECT `' . $column . '` FROM `' . self::table() . '`' . $where);
        if ($number === 0 || !self::isTaken($number, $invoiceId, $column)) {
            return;
        }
        $next = 1 + WeftDb::number('SELECT MAX(`' . $column . '`) FROM `' . self::table() . '` WHERE 1' . self::year($column));
        WeftDb::run('UPDATE `' . self::table() . '` SET `' . $column . '` = ' . $next . $where);
        WeftDb::run(
            'UPDATE `' . _DB_PREFIX_ . 'orders` SET `' . $ofOrder . '` = ' . $next . ' WHERE `id_order` = ' . $orderId
            . ' AND `' . $ofOrder . '` = ' . $number
        );
    }

    private static function isTaken(int $number, int $invoiceId, string $column): bool
    {
        return WeftDb::number(
            'SELECT COUNT(*) FROM `' . self::table() . '` WHERE `' . $column . '` = ' . $number
            . ' AND `id_order_invoice` <> ' . $invoiceId . self::year($column)
        ) > 0;
    }

    /**
     * Invoices may begin at 1 every year; delivery slips never do.
     */
    private static function year(string $column): string
    {
        $isByYear = $column === 'number' && Configuration::get('PS_INVOICE_RESET');

        return $isByYear ? ' AND YEAR(`date_add`) = ' . (int) date('Y') : '';
    }

    private static function table(): string
    {
        return _DB_PREFIX_ . 'order_invoice';
    }
}
