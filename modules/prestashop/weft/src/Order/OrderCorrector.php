<?php
/**
 * Brings an order that exists already to what was paid: one that the plain webservice began, or one
 * whose totals were made without the module's hooks. Every step looks before it writes.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderRepair
{
    public static function settle(int $orderId, array $draft, array $place, array $wanted)
    {
        $order = new Order($orderId);
        WeftOrderTotals::write($order, $draft, $place, $wanted);
        WeftOrderTotals::prepareDiscount($draft, $wanted);
        WeftOrderTotals::addDiscountRow($order, $draft);
        $order->update();
        self::settleParcel($order);
        self::settleInvoices($order);
        if ($place['isPaid'] || $place['isLogable']) {
            self::settlePayment($order);
        }
        if (WeftOrderSearch::isOpen($orderId, $place)) {
            $history = new OrderHistory();
            $history->id_order = $orderId;
            $history->changeIdOrderState($place['orderStateId'], $order, true);
            // Without its mail, which nobody would get.
            $history->add();
            // The oldest versions keep no such memory.
            if (is_callable(['Order', 'cleanHistoryCache'])) {
                Order::cleanHistoryCache();
            }
        }
        WeftOrderTotals::writeShippingTax($order);
        (new Order($orderId))->updateOrderDetailTax();
    }

    private static function settleParcel(Order $order)
    {
        if ((int) $order->id_carrier === 0) {
            return;
        }
        $parcel = new OrderCarrier((int) $order->getIdOrderCarrier());
        $parcel->id_order = (int) $order->id;
        $parcel->weight = (float) $order->getTotalWeight();
        WeftOrderTotals::writeCarrier($parcel, $order);
        $parcel->save();
    }

    private static function settleInvoices(Order $order)
    {
        foreach ($order->getInvoicesCollection() as $invoice) {
            $invoice->total_discount_tax_excl = $order->total_discounts_tax_excl;
            $invoice->total_discount_tax_incl = $order->total_discounts_tax_incl;
            $invoice->total_shipping_tax_excl = $order->total_shipping_tax_excl;
            $invoice->total_shipping_tax_incl = $order->total_shipping_tax_incl;
            $invoice->total_paid_tax_excl = $order->total_paid_tax_excl;
            $invoice->total_paid_tax_incl = $order->total_paid_tax_incl;
            $invoice->update();
            self::settleShippingTax($order, $invoice);
        }
    }

    /**
     * An invoice over free shipping has no row of its tax yet.
     */
    private static function settleShippingTax(Order $order, OrderInvoice $invoice)
    {
        $address = new Address((int) $order->{Configuration::get('PS_TAX_ADDRESS_TYPE')});
        $calculator = (new Carrier((int) $order->id_carrier))->getTaxCalculator($address);
        WeftDb::run(
            'DELETE FROM `' . _DB_PREFIX_ . 'order_invoice_tax` WHERE `type` = \'shipping\''
            . ' AND `id_order_invoice` = ' . (int) $invoice->id
        );
        $invoice->saveCarrierTaxCalculator($calculator->getTaxesAmount((float) $order->total_shipping_tax_excl));
    }

    private static function settlePayment(Order $order)
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
