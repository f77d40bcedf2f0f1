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

use Address;
use Carrier;
use Cart;
use Configuration;
use Order;
use OrderCarrier;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Translator;
use Tax;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Writes what the buyer paid into the shop's objects.
 */
class OrderTotalsWriter
{
    /** The shop's length for the name of a discount. */
    private const LONGEST_NAME = 254;

    /** @var Database */
    private $database;

    /** @var DiscountVoucher */
    private $voucher;

    /** @var Translator */
    private $translator;

    public function __construct(Database $database, DiscountVoucher $voucher, Translator $translator)
    {
        $this->database = $database;
        $this->voucher = $voucher;
        $this->translator = $translator;
    }

    /**
     * Sets carrier, shipping, discount, totals and note of an order whose products the shop has computed; the caller
     * stores it.
     */
    public function writeTotals(Order $order, OrderImport $import): void
    {
        $totals = $import->totals;
        $currency = $import->ids->currency;
        $productsNetMinor = Money::parse($order->total_products, $currency);
        $nets = TaxBreakdown::netTotals($totals, $productsNetMinor, $this->shippingRate($order, $import->ids));
        if (!$this->isWithoutParcel($order, $totals)) {
            $order->id_carrier = $import->ids->destination->carrierId;
            $order->carrier_tax_rate = $this->carrierRate($order, $import->ids);
        }
        $amount = function (int $minor) use ($currency): float {
            return (float) Money::format($minor, $currency);
        };
        $order->total_discounts = $order->total_discounts_tax_incl = $amount($totals->discountMinor);
        $order->total_discounts_tax_excl = $amount($nets->discountMinor);
        $order->total_shipping = $order->total_shipping_tax_incl = $amount($totals->shippingMinor);
        $order->total_shipping_tax_excl = $amount($nets->shippingMinor);
        $order->total_paid = $order->total_paid_tax_incl = $amount($totals->totalMinor);
        $order->total_paid_tax_excl = $amount($nets->paidMinor);
        if (property_exists($order, 'note')) {
            $order->note = $this->note($import->draft);
        }
    }

    /**
     * What the merchant reads beside the order.
     */
    public function note(OrderDraft $draft): string
    {
        $note = $draft->note !== '' ? $draft->note : $draft->paymentLabel . ' ' . $draft->channelOrderId;
        if ($draft->isFulfilledByChannel) {
            $note .= ' ' . $this->translator->trans(
                'Shipped from the channel\'s own warehouse; the shop\'s stock is not touched.',
                [],
                'Modules.Weft.Admin'
            );
        }

        return BuyerText::note($note);
    }

    /**
     * Percent of tax in the shipping fee: the carrier's, or where the shop taxes shipping like the products beside it,
     * their average.
     */
    public function shippingRate(Order $order, StoreIds $ids): float
    {
        if (!Configuration::get('PS_ATCP_SHIPWRAP')) {
            return $this->carrierRate($order, $ids);
        }
        $net = (float) $order->total_products;

        return $net > 0 ? ((float) $order->total_products_wt / $net - 1) * 100 : 0.0;
    }

    /**
     * Adds the row by which the back office shows a discount. An order that the webservice began may have rows of
     * vouchers that the shop put into its cart: the row evens them out.
     */
    public function addDiscountRow(Order $order, OrderDraft $draft): void
    {
        $rows = $order->getCartRules();
        $rest = function (string $total, string $column) use ($order, $rows): float {
            return round((float) $order->{$total} - array_sum(array_column($rows, $column)), 6);
        };
        $values = [
            'tax_incl' => $rest('total_discounts_tax_incl', 'value'),
            'tax_excl' => $rest('total_discounts_tax_excl', 'value_tax_excl'),
        ];
        if (abs($values['tax_incl']) < 0.000001) {
            return;
        }
        $name = $draft->paymentLabel . ' ' . $draft->channelOrderId;
        $order->addCartRule($this->voucher->id(), mb_substr($name, 0, self::LONGEST_NAME, 'UTF-8'), $values, 0, false);
    }

    public function writeParcel(OrderCarrier $parcel, Order $order): void
    {
        $parcel->id_carrier = (int) $order->id_carrier;
        $parcel->shipping_cost_tax_incl = (float) $order->total_shipping_tax_incl;
        $parcel->shipping_cost_tax_excl = (float) $order->total_shipping_tax_excl;
    }

    /**
     * Writes the tax of shipping into the invoice. The shop computes it from the rounded net, which may be a cent
     * beside the gross it was made from, and the invoice shows both.
     */
    public function writeShippingTax(Order $order): void
    {
        $table = '`' . _DB_PREFIX_ . 'order_invoice_tax`';
        $where = ' WHERE `type` = \'shipping\' AND `id_order_invoice` IN (SELECT `id_order_invoice` FROM `'
            . _DB_PREFIX_ . 'order_invoice` WHERE `id_order` = ' . (int) $order->id . ')';
        $computed = (float) current($this->database->row('SELECT SUM(`amount`) FROM ' . $table . $where));
        $tax = (float) $order->total_shipping_tax_incl - (float) $order->total_shipping_tax_excl;
        if ($computed > 0) {
            $share = sprintf('%.12F', $tax / $computed);
            $this->database->run('UPDATE ' . $table . ' SET `amount` = ROUND(`amount` * ' . $share . ', 6)' . $where);
        }
    }

    private function carrierRate(Order $order, StoreIds $ids): float
    {
        if (Tax::excludeTaxeOption()) {
            return 0.0;
        }
        $address = new Address((int) $order->{Configuration::get('PS_TAX_ADDRESS_TYPE')});

        return (float) (new Carrier($ids->destination->carrierId))->getTaxesRate($address);
    }

    /**
     * Downloads are not shipped, unless the buyer paid for that.
     */
    private function isWithoutParcel(Order $order, OrderTotals $totals): bool
    {
        return $totals->shippingMinor === 0 && (new Cart((int) $order->id_cart))->isVirtualCart();
    }
}
