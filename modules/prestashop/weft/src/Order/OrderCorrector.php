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
use Configuration;
use Order;
use OrderCarrier;
use OrderHistory;
use OrderInvoice;
use Pack;
use PrestaShop\Module\Weft\Support\Database;
use StockAvailable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Brings an order that exists to what was paid: one that the plain webservice began, or one whose totals were made
 * without the module's hooks. Each step reads before it writes.
 */
class OrderCorrector
{
    /** @var Database */
    private $database;

    /** @var OrderTotalsWriter */
    private $totalsWriter;

    /** @var DiscountVoucher */
    private $voucher;

    /** @var OrderFinder */
    private $finder;

    public function __construct(
        Database $database,
        OrderTotalsWriter $totalsWriter,
        DiscountVoucher $voucher,
        OrderFinder $finder
    ) {
        $this->database = $database;
        $this->totalsWriter = $totalsWriter;
        $this->voucher = $voucher;
        $this->finder = $finder;
    }

    public function correct(int $orderId, OrderImport $import): void
    {
        $state = $import->ids->state;
        $order = new Order($orderId);
        $this->totalsWriter->writeTotals($order, $import);
        if ($import->totals->discountMinor > 0 || $order->getCartRules()) {
            $this->voucher->prepare($import);
        }
        $this->totalsWriter->addDiscountRow($order, $import->draft);
        $order->update();
        $this->correctParcel($order);
        $this->correctInvoices($order);
        if ($state->isPaid || $state->isLogable) {
            $this->correctPayment($order);
        }
        if ($this->finder->isOpen($orderId, $state)) {
            $this->changeState($order, $state);
        }
        $this->totalsWriter->writeShippingTax($order);
        (new Order($orderId))->updateOrderDetailTax();
    }

    /**
     * An import that was broken off between a state and its entry leaves an order without a history.
     */
    public function completeHistory(int $orderId): void
    {
        $this->database->run(
            'INSERT INTO `' . _DB_PREFIX_ . 'order_history` (`id_employee`, `id_order`, `id_order_state`, `date_add`)'
            . ' SELECT 0, o.`id_order`, o.`current_state`, NOW() FROM `' . _DB_PREFIX_ . 'orders` o'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'order_history` h ON h.`id_order` = o.`id_order`'
            . ' WHERE h.`id_order_history` IS NULL AND o.`id_order` = ' . (int) $orderId
        );
    }

    /**
     * Without its mail, which nobody would receive.
     */
    private function changeState(Order $order, TargetState $state): void
    {
        $this->takePacks($order, $state);
        $history = new OrderHistory();
        $history->id_order = (int) $order->id;
        $history->changeIdOrderState($state->id, $order, true);
        $history->add();
        // The oldest versions have no such cache.
        if (is_callable([Order::class, 'cleanHistoryCache'])) {
            Order::cleanHistoryCache();
        }
    }

    /**
     * The shop takes no packs, nor their parts, of an order that leaves "payment error".
     */
    private function takePacks(Order $order, TargetState $state): void
    {
        if (!$state->isLogable || (int) $order->current_state !== (int) Configuration::get('PS_OS_ERROR')) {
            return;
        }
        foreach ($order->getProductsDetail() as $line) {
            if (Pack::isPack((int) $line['product_id'])) {
                StockAvailable::updateQuantity(
                    (int) $line['product_id'],
                    (int) $line['product_attribute_id'],
                    -(int) $line['product_quantity'],
                    (int) $order->id_shop
                );
            }
        }
    }

    private function correctParcel(Order $order): void
    {
        if ((int) $order->id_carrier === 0) {
            return;
        }
        $parcel = new OrderCarrier((int) $order->getIdOrderCarrier());
        $parcel->id_order = (int) $order->id;
        $parcel->weight = (float) $order->getTotalWeight();
        $this->totalsWriter->writeParcel($parcel, $order);
        $parcel->save();
    }

    private function correctInvoices(Order $order): void
    {
        foreach ($order->getInvoicesCollection() as $invoice) {
            $invoice->total_discount_tax_excl = $order->total_discounts_tax_excl;
            $invoice->total_discount_tax_incl = $order->total_discounts_tax_incl;
            $invoice->total_shipping_tax_excl = $order->total_shipping_tax_excl;
            $invoice->total_shipping_tax_incl = $order->total_shipping_tax_incl;
            $invoice->total_paid_tax_excl = $order->total_paid_tax_excl;
            $invoice->total_paid_tax_incl = $order->total_paid_tax_incl;
            $invoice->update();
            $this->correctShippingTax($order, $invoice);
        }
    }

    /**
     * An invoice over free shipping has no row of its tax yet.
     */
    private function correctShippingTax(Order $order, OrderInvoice $invoice): void
    {
        $address = new Address((int) $order->{Configuration::get('PS_TAX_ADDRESS_TYPE')});
        $calculator = (new Carrier((int) $order->id_carrier))->getTaxCalculator($address);
        $this->database->run(
            'DELETE FROM `' . _DB_PREFIX_ . 'order_invoice_tax` WHERE `type` = \'shipping\''
            . ' AND `id_order_invoice` = ' . (int) $invoice->id
        );
        $invoice->saveCarrierTaxCalculator($calculator->getTaxesAmount((float) $order->total_shipping_tax_excl));
    }

    private function correctPayment(Order $order): void
    {
        $payments = $order->getOrderPayments();
        if ($payments === []) {
            $order->total_paid_real = 0;
            $order->addOrderPayment((float) $order->total_paid);

            return;
        }
        if (count($payments) === 1) {
            $payments[0]->amount = (float) $order->total_paid;
            $payments[0]->update();
        }
        $order->total_paid_real = $order->total_paid;
        $order->update();
    }
}
