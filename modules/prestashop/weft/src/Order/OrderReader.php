<?php
/**
 * Reads an order back from the shop's tables, past every cache, and says whether it is what was paid.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderReading
{
    /**
     * ['part' => string, 'expectedMinor' => int, 'foundMinor' => int] of the first figure that is
     * not what it must be, or null. The order, its parcel, its invoice and its payments all count;
     * for `units` the two amounts are numbers of units.
     */
    public static function findDifference(int $orderId, array $wanted, string $currency)
    {
        $units = WeftDb::number(
            'SELECT SUM(`product_quantity`) FROM `' . _DB_PREFIX_ . 'order_detail` WHERE `id_order` = ' . $orderId
        );
        if ($units !== $wanted['units']) {
            return ['part' => 'units', 'expectedMinor' => $wanted['units'], 'foundMinor' => $units];
        }
        $found = self::figures($orderId);
        $expected = [
            'products' => $wanted['productsMinor'],
            'shipping' => $wanted['shippingMinor'],
            'discount' => $wanted['discountMinor'],
            'total' => $wanted['totalMinor'],
            'parcel' => $wanted['shippingMinor'],
            'invoice' => $wanted['totalMinor'],
            'invoice_shipping' => $wanted['shippingMinor'],
            'invoice_discount' => $wanted['discountMinor'],
            'discount_rows' => $wanted['discountMinor'],
            'paid' => $wanted['totalMinor'],
            'payments' => $wanted['totalMinor'],
        ];
        foreach ($expected as $part => $expectedMinor) {
            $foundMinor = $found[$part] === null ? null : WeftMoney::parse($found[$part], $currency);
            if ($foundMinor !== null && $foundMinor !== $expectedMinor) {
                return ['part' => $part, 'expectedMinor' => $expectedMinor, 'foundMinor' => $foundMinor];
            }
        }

        return null;
    }

    /**
     * The totals an order of the webservice must have. Both ways may put the cents of rounding into the
     * products or into the discount; one cent for each unit is the most there can be.
     */
    public static function wantedOf(int $orderId, array $draft, array $planned): array
    {
        $found = WeftMoney::parse(self::readRow($orderId)['total_products_wt'], $draft['currency']);
        $discountMinor = $found + $planned['shippingMinor'] - $planned['totalMinor'];
        $isRounding = abs($found - $planned['productsMinor']) <= $planned['units'];
        if (!$isRounding || $discountMinor < 0) {
            return $planned;
        }

        return ['productsMinor' => $found, 'discountMinor' => $discountMinor] + $planned;
    }

    /**
     * What `order` answers, but for `isRepeat` and `oversold`.
     */
    public static function answer(int $orderId, array $wanted, array $place): array
    {
        $row = self::readRow($orderId);
        $currency = $place['currency'];
        $minor = function (string $field) use ($row, $currency) {
            return WeftMoney::parse($row[$field], $currency);
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
            'taxes' => self::taxes($row, $wanted, $currency),
        ];
    }

    private static function taxes(array $row, array $wanted, string $currency): array
    {
        $nets = [
            'shippingNetMinor' => WeftMoney::parse($row['total_shipping_tax_excl'], $currency),
            'discountNetMinor' => WeftMoney::parse($row['total_discounts_tax_excl'], $currency),
            'paidNetMinor' => WeftMoney::parse($row['total_paid_tax_excl'], $currency),
        ];
        $rate = Configuration::get('PS_ATCP_SHIPWRAP') ? null : (float) $row['carrier_tax_rate'];
        $scale = 10 ** WeftMoney::decimals($currency);
        $lines = array_map(function ($line) use ($scale) {
            return [
                'rate' => (float) $line['rate'],
                'gross' => $line['total_price_tax_incl'] * $scale,
                'net' => $line['total_price_tax_excl'] * $scale,
            ];
        }, self::readLines((int) $row['id_order']));

        return WeftTotals::taxes($lines, $wanted, $nets, $rate);
    }

    private static function readRow(int $orderId): array
    {
        $row = WeftDb::row(
            'SELECT o.*, s.`paid` AS is_paid, s.`invoice` AS has_invoice FROM `' . _DB_PREFIX_ . 'orders` o'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'order_state` s ON s.`id_order_state` = o.`current_state`'
            . ' WHERE o.`id_order` = ' . $orderId
        );
        if ($row === []) {
            throw new RuntimeException('The order ' . $orderId . ' is not there');
        }

        return $row;
    }

    private static function readLines(int $orderId): array
    {
        return WeftDb::rows(
            'SELECT d.`total_price_tax_incl`, d.`total_price_tax_excl`, COALESCE((SELECT SUM(t.`rate`) FROM `'
            . _DB_PREFIX_ . 'order_detail_tax` dt JOIN `' . _DB_PREFIX_ . 'tax` t ON t.`id_tax` = dt.`id_tax`'
            . ' WHERE dt.`id_order_detail` = d.`id_order_detail`), 0) AS rate'
            . ' FROM `' . _DB_PREFIX_ . 'order_detail` d WHERE d.`id_order` = ' . $orderId
        );
    }

    /**
     * Decimal amounts by part; null where the order has none of it to compare.
     */
    private static function figures(int $orderId): array
    {
        $row = self::readRow($orderId);
        $p = _DB_PREFIX_;
        $isPaid = (bool) $row['is_paid'] || (bool) $row['valid'];
        $invoice = WeftDb::row(
            'SELECT SUM(`total_paid_tax_incl`) AS total, SUM(`total_shipping_tax_incl`) AS shipping,'
            . ' SUM(`total_discount_tax_incl`) AS discount FROM `' . $p . 'order_invoice` WHERE `id_order` = ' . $orderId
        );

        return [
            'products' => $row['total_products_wt'],
            'shipping' => $row['total_shipping_tax_incl'],
            'discount' => $row['total_discounts_tax_incl'],
            'total' => $row['total_paid_tax_incl'],
            'parcel' => (int) $row['id_carrier'] > 0
                ? self::sum('SELECT SUM(`shipping_cost_tax_incl`) FROM `' . $p . 'order_carrier` WHERE `id_order` = ' . $orderId)
                : null,
            'invoice' => $row['has_invoice'] ? (string) $invoice['total'] : $invoice['total'],
            'invoice_shipping' => $invoice['shipping'],
            'invoice_discount' => $invoice['discount'],
            'discount_rows' => self::sum(
                'SELECT SUM(`value`) FROM `' . $p . 'order_cart_rule` WHERE `id_order` = ' . $orderId
            ),
            'paid' => $isPaid ? $row['total_paid_real'] : null,
            'payments' => $isPaid ? self::sum(
                'SELECT SUM(`amount`) FROM `' . $p . 'order_payment` WHERE `order_reference` = \''
                . pSQL($row['reference']) . '\''
            ) : null,
        ];
    }

    private static function sum(string $sql): string
    {
        return (string) current(WeftDb::row($sql));
    }
}
