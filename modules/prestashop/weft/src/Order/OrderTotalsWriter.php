<?php
/**
 * Writes what the buyer paid into the shop's objects.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderTotals
{
    /** A discount row must point at a voucher: one idle, expired voucher serves all of them. */
    const VOUCHER_CODE = 'WEFT-DISCOUNT';

    /**
     * Sets carrier, shipping, discount, totals and note of an order whose products the shop has
     * reckoned; the caller stores it.
     *
     * @param array $wanted productsMinor, shippingMinor, discountMinor, totalMinor
     */
    public static function write(Order $order, array $draft, array $place, array $wanted)
    {
        $currency = $place['currency'];
        $rate = self::shippingRate($order, $place);
        $nets = WeftTotals::plan($wanted, WeftMoney::parse($order->total_products, $currency), $rate);
        if (!self::isWithoutParcel($order, $wanted)) {
            $order->id_carrier = $place['carrierId'];
            $order->carrier_tax_rate = self::carrierRate($order, $place);
        }
        self::writeBoth($order, 'discounts', $wanted['discountMinor'], $nets['discountNetMinor'], $currency);
        self::writeBoth($order, 'shipping', $wanted['shippingMinor'], $nets['shippingNetMinor'], $currency);
        self::writeBoth($order, 'paid', $wanted['totalMinor'], $nets['paidNetMinor'], $currency);
        if (property_exists($order, 'note')) {
            $order->note = self::note($draft);
        }
    }

    /**
     * What the merchant reads beside the order.
     */
    public static function note(array $draft): string
    {
        $said = $draft['note'] !== '' ? $draft['note'] : $draft['paymentLabel'] . ' ' . $draft['channelOrderId'];
        $fulfilled = $draft['isFulfilledByChannel']
            ? ' Shipped from the channel\'s own warehouse; the shop\'s stock is not touched.'
            : '';

        return WeftBuyerText::note($said . $fulfilled);
    }

    /**
     * Percent of tax in the shipping fee: the carrier's, or where the shop taxes shipping like the
     * products beside it, their average.
     */
    public static function shippingRate(Order $order, array $place): float
    {
        if (!Configuration::get('PS_ATCP_SHIPWRAP')) {
            return self::carrierRate($order, $place);
        }
        $net = (float) $order->total_products;

        return $net > 0 ? ((float) $order->total_products_wt / $net - 1) * 100 : 0.0;
    }

    public static function carrierRate(Order $order, array $place): float
    {
        if (Tax::excludeTaxeOption()) {
            return 0.0;
        }
        $address = new Address((int) $order->{Configuration::get('PS_TAX_ADDRESS_TYPE')});

        return (float) (new Carrier($place['carrierId']))->getTaxesRate($address);
    }

    /**
     * Makes the voucher of discounts if the order will need it and the shop has none. Not inside a
     * hook, where the shop swallows errors.
     */
    public static function prepareDiscount(array $draft, array $wanted)
    {
        if ($wanted['discountMinor'] > 0 && self::findVoucher() === 0) {
            self::makeVoucher($draft['paymentLabel']);
        }
    }

    /**
     * The back office shows a discount by this row.
     */
    public static function addDiscountRow(Order $order, array $draft)
    {
        if ((float) $order->total_discounts_tax_incl <= 0 || $order->getCartRules()) {
            return;
        }
        $name = mb_substr($draft['paymentLabel'] . ' ' . $draft['channelOrderId'], 0, 254, 'UTF-8');
        $values = [
            'tax_incl' => $order->total_discounts_tax_incl,
            'tax_excl' => $order->total_discounts_tax_excl,
        ];
        $order->addCartRule(self::findVoucher(), $name, $values, 0, false);
    }

    public static function writeCarrier(OrderCarrier $parcel, Order $order)
    {
        $parcel->id_carrier = (int) $order->id_carrier;
        $parcel->shipping_cost_tax_incl = (float) $order->total_shipping_tax_incl;
        $parcel->shipping_cost_tax_excl = (float) $order->total_shipping_tax_excl;
    }

    /**
     * The shop reckons the tax of shipping from its rounded net, which may be a cent beside the gross
     * it was made from; the invoice says both.
     */
    public static function writeShippingTax(Order $order)
    {
        $table = '`' . _DB_PREFIX_ . 'order_invoice_tax`';
        $where = ' WHERE `type` = \'shipping\' AND `id_order_invoice` IN (SELECT `id_order_invoice` FROM `'
            . _DB_PREFIX_ . 'order_invoice` WHERE `id_order` = ' . (int) $order->id . ')';
        $reckoned = (float) current(WeftDb::row('SELECT SUM(`amount`) FROM ' . $table . $where));
        $tax = (float) $order->total_shipping_tax_incl - (float) $order->total_shipping_tax_excl;
        if ($reckoned > 0) {
            $share = sprintf('%.12F', $tax / $reckoned);
            WeftDb::run('UPDATE ' . $table . ' SET `amount` = ROUND(`amount` * ' . $share . ', 6)' . $where);
        }
    }

    private static function writeBoth(Order $order, string $part, int $grossMinor, int $netMinor, string $currency)
    {
        $gross = (float) WeftMoney::format($grossMinor, $currency);
        $order->{'total_' . $part} = $gross;
        $order->{'total_' . $part . '_tax_incl'} = $gross;
        $order->{'total_' . $part . '_tax_excl'} = (float) WeftMoney::format($netMinor, $currency);
    }

    /**
     * Downloads are not sent by anyone, unless the buyer paid for that.
     */
    private static function isWithoutParcel(Order $order, array $wanted): bool
    {
        return $wanted['shippingMinor'] === 0 && (new Cart((int) $order->id_cart))->isVirtualCart();
    }

    private static function findVoucher(): int
    {
        return WeftDb::number(
            'SELECT `id_cart_rule` FROM `' . _DB_PREFIX_ . 'cart_rule` WHERE `code` = \'' . self::VOUCHER_CODE . '\''
            . ' ORDER BY `id_cart_rule` LIMIT 1'
        );
    }

    private static function makeVoucher(string $name)
    {
        $voucher = new CartRule();
        $voucher->name = [];
        foreach (Language::getIDs(false) as $languageId) {
            $voucher->name[$languageId] = $name;
        }
        $voucher->code = self::VOUCHER_CODE;
        $voucher->date_from = '2000-01-01 00:00:00';
        $voucher->date_to = '2000-01-02 00:00:00';
        $voucher->quantity = 0;
        $voucher->quantity_per_user = 0;
        $voucher->active = 0;
        if (!$voucher->add()) {
            throw new RuntimeException('The shop did not save the voucher of discounts');
        }
    }
}
