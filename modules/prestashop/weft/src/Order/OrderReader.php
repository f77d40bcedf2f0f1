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
use RuntimeException;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Reads an order back from the shop's tables, past every cache, and says whether it is what was paid.
 */
class OrderReader
{
    /** @var Database */
    private $database;

    public function __construct(Database $database)
    {
        $this->database = $database;
    }

    /**
     * The first figure of the order, its parcel, its invoice or its payments that is not what it must be; null when
     * all are right.
     */
    public function findDifference(int $orderId, OrderImport $import): ?OrderDifference
    {
        $totals = $import->totals;
        $units = $this->database->number(
            'SELECT SUM(`product_quantity`) FROM `' . _DB_PREFIX_ . 'order_detail` WHERE `id_order` = ' . (int) $orderId
        );
        if ($units !== $totals->units) {
            return new OrderDifference('units', $totals->units, $units);
        }
        $found = $this->figures($orderId);
        $expected = [
            'products' => $totals->productsMinor,
            'shipping' => $totals->shippingMinor,
            'discount' => $totals->discountMinor,
            'total' => $totals->totalMinor,
            'parcel' => $totals->shippingMinor,
            'invoice' => $totals->totalMinor,
            'invoice_shipping' => $totals->shippingMinor,
            'invoice_discount' => $totals->discountMinor,
            'discount_rows' => $totals->discountMinor,
            'paid' => $totals->totalMinor,
            'payments' => $totals->totalMinor,
        ];
        foreach ($expected as $part => $expectedMinor) {
            $foundMinor = $found[$part] === null ? null : Money::parse($found[$part], $import->ids->currency);
            if ($foundMinor !== null && $foundMinor !== $expectedMinor) {
                return new OrderDifference($part, $expectedMinor, $foundMinor);
            }
        }

        return null;
    }

    /**
     * The totals an order of the webservice must have. Module and webservice may put the cents of rounding into the
     * products or into the discount; one cent for each unit is the most there can be.
     */
    public function totalsOf(int $orderId, OrderImport $import): OrderTotals
    {
        $planned = $import->totals;
        $found = Money::parse($this->readRow($orderId)['total_products_wt'], $import->ids->currency);
        $discountMinor = $found + $planned->shippingMinor - $planned->totalMinor;
        $isRounding = abs($found - $planned->productsMinor) <= $planned->units;

        return $isRounding && $discountMinor >= 0 ? $planned->with($found, $discountMinor) : $planned;
    }

    /**
     * What `order` answers, without `oversold`.
     *
     * @return array<string, mixed>
     */
    public function answer(int $orderId, OrderImport $import): array
    {
        $row = $this->readRow($orderId);
        $currency = $import->ids->currency;
        $minor = function (string $field) use ($row, $currency): int {
            return Money::parse($row[$field], $currency);
        };

        return [
            'id' => (string) $row['id_order'],
            'reference' => $row['reference'],
            'cartId' => (string) $row['id_cart'],
            'stateId' => (string) $row['current_state'],
            'isPaid' => (bool) $row['is_paid'],
            'isRepeat' => false,
            'currency' => $currency,
            'productsMinor' => $minor('total_products_wt'),
            'shippingMinor' => $minor('total_shipping_tax_incl'),
            'discountMinor' => $minor('total_discounts_tax_incl'),
            'totalMinor' => $minor('total_paid_tax_incl'),
            'paidMinor' => $minor('total_paid_real'),
            'taxes' => $this->taxes($row, $import),
        ];
    }

    /**
     * @param array<string, mixed> $row
     *
     * @return array<int, array{rate: string, netMinor: int, taxMinor: int}>
     */
    private function taxes(array $row, OrderImport $import): array
    {
        $currency = $import->ids->currency;
        $nets = new NetTotals(
            Money::parse($row['total_shipping_tax_excl'], $currency),
            Money::parse($row['total_discounts_tax_excl'], $currency),
            Money::parse($row['total_paid_tax_excl'], $currency)
        );
        $rate = Configuration::get('PS_ATCP_SHIPWRAP') ? null : (float) $row['carrier_tax_rate'];
        $lines = $this->readLines((int) $row['id_order'], 10 ** Money::decimals($currency));

        return TaxBreakdown::taxes($lines, $import->totals, $nets, $rate);
    }

    /**
     * @return array<string, mixed> columns of the order, is_paid and has_invoice of its state
     */
    private function readRow(int $orderId): array
    {
        $row = $this->database->row(
            'SELECT o.*, s.`paid` AS is_paid, s.`invoice` AS has_invoice FROM `' . _DB_PREFIX_ . 'orders` o'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'order_state` s ON s.`id_order_state` = o.`current_state`'
            . ' WHERE o.`id_order` = ' . (int) $orderId
        );
        if ($row === []) {
            throw new RuntimeException('The order ' . $orderId . ' is not there');
        }

        return $row;
    }

    /**
     * @return TaxableLine[]
     */
    private function readLines(int $orderId, int $scale): array
    {
        $rows = $this->database->rows(
            'SELECT d.`total_price_tax_incl`, d.`total_price_tax_excl`, COALESCE((SELECT SUM(t.`rate`) FROM `'
            . _DB_PREFIX_ . 'order_detail_tax` dt JOIN `' . _DB_PREFIX_ . 'tax` t ON t.`id_tax` = dt.`id_tax`'
            . ' WHERE dt.`id_order_detail` = d.`id_order_detail`), 0) AS rate'
            . ' FROM `' . _DB_PREFIX_ . 'order_detail` d WHERE d.`id_order` = ' . (int) $orderId
        );

        return array_map(function (array $row) use ($scale): TaxableLine {
            return new TaxableLine(
                (float) $row['rate'],
                (float) $row['total_price_tax_incl'] * $scale,
                (float) $row['total_price_tax_excl'] * $scale
            );
        }, $rows);
    }

    /**
     * Decimal amounts by part; null where the order has none of it to compare.
     *
     * @return array<string, string|null>
     */
    private function figures(int $orderId): array
    {
        $row = $this->readRow($orderId);
        $isPaid = (bool) $row['is_paid'] || (bool) $row['valid'];
        $ofOrder = '` WHERE `id_order` = ' . (int) $orderId;
        $invoice = $this->database->row(
            'SELECT SUM(`total_paid_tax_incl`) AS total, SUM(`total_shipping_tax_incl`) AS shipping,'
            . ' SUM(`total_discount_tax_incl`) AS discount FROM `' . _DB_PREFIX_ . 'order_invoice' . $ofOrder
        );

        return [
            'products' => $row['total_products_wt'],
            'shipping' => $row['total_shipping_tax_incl'],
            'discount' => $row['total_discounts_tax_incl'],
            'total' => $row['total_paid_tax_incl'],
            'parcel' => (int) $row['id_carrier'] > 0
                ? $this->sum('SELECT SUM(`shipping_cost_tax_incl`) FROM `' . _DB_PREFIX_ . 'order_carrier' . $ofOrder)
                : null,
            'invoice' => $row['has_invoice'] ? (string) $invoice['total'] : $invoice['total'],
            'invoice_shipping' => $invoice['shipping'],
            'invoice_discount' => $invoice['discount'],
            'discount_rows' => $this->sum('SELECT SUM(`value`) FROM `' . _DB_PREFIX_ . 'order_cart_rule' . $ofOrder),
            'paid' => $isPaid ? $row['total_paid_real'] : null,
            'payments' => $isPaid ? $this->sum(
                'SELECT SUM(`amount`) FROM `' . _DB_PREFIX_ . 'order_payment` WHERE `order_reference` = \''
                . pSQL($row['reference']) . '\''
            ) : null,
        ];
    }

    private function sum(string $sql): string
    {
        return (string) current($this->database->row($sql));
    }
}
