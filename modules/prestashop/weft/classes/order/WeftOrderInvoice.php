<?php
/**
 * The shop numbers an invoice by the highest number it can see, and sees no invoice of a transaction
 * that is still open. A visitor's order meanwhile gets the same number; the later one moves on.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderInvoice
{
    public static function keepNumberUnique(int $orderId)
    {
        $table = '`' . _DB_PREFIX_ . 'order_invoice`';
        $year = Configuration::get('PS_INVOICE_RESET') ? ' AND YEAR(`date_add`) = ' . (int) date('Y') : '';
        $ours = WeftDb::row(
            'SELECT `id_order_invoice` AS id, `number` FROM ' . $table
            . ' WHERE `number` > 0 AND `id_order` = ' . $orderId
        );
        if ($ours === [] || WeftDb::number(
            'SELECT COUNT(*) FROM ' . $table . ' WHERE `number` = ' . (int) $ours['number']
            . ' AND `id_order_invoice` <> ' . (int) $ours['id'] . $year
        ) === 0) {
            return;
        }
        $next = WeftDb::number('SELECT MAX(`number`) FROM ' . $table . ' WHERE 1' . $year) + 1;
        WeftDb::run('UPDATE ' . $table . ' SET `number` = ' . $next . ' WHERE `id_order_invoice` = ' . (int) $ours['id']);
        WeftDb::run(
            'UPDATE `' . _DB_PREFIX_ . 'orders` SET `invoice_number` = ' . $next . ' WHERE `id_order` = ' . $orderId
        );
    }
}
