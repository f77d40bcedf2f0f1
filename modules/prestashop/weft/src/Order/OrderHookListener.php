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

use Cart;
use Configuration;
use Order;
use OrderCarrier;
use OrderDetail;
use OrderPayment;
use PrestaShop\Module\Weft\Support\CorePatches;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Puts into an order what PrestaShop's validateOrder() cannot know: the channel's shipping fee and discounts. It does
 * so in the hooks just before the shop stores each object, so that the invoice, the payment and every other module
 * that listens get the right totals from the start.
 *
 * One instance serves one request.
 */
class OrderHookListener
{
    private const METHODS = [
        'actionObjectOrderAddBefore' => 'beforeOrder',
        'actionObjectOrderAddAfter' => 'afterOrder',
        'actionObjectOrderDetailAddBefore' => 'beforeLine',
        'actionObjectOrderCarrierAddBefore' => 'beforeParcel',
        'actionObjectOrderPaymentAddBefore' => 'beforePayment',
        'actionOrderStatusPostUpdate' => 'afterState',
    ];

    /** @var CorePatches */
    private $patches;

    /** @var OrderTotalsWriter */
    private $totalsWriter;

    /** @var OrderImport|null null while no order is being made */
    private $import;

    /** @var int */
    private $cartId = 0;

    /** @var Order|null */
    private $order;

    public function __construct(CorePatches $patches, OrderTotalsWriter $totalsWriter)
    {
        $this->patches = $patches;
        $this->totalsWriter = $totalsWriter;
    }

    /**
     * @return string[]
     */
    public static function hooks(): array
    {
        return array_keys(self::METHODS);
    }

    /**
     * Runs $work, in which the shop makes the one order of the cart.
     */
    public function during(Cart $cart, OrderImport $import, callable $work): void
    {
        $this->import = $import;
        $this->cartId = (int) $cart->id;
        $this->order = null;
        try {
            $work();
        } finally {
            $this->import = null;
            $this->order = null;
            $this->patches->resumeInvoiceDrawing();
        }
    }

    /**
     * @param array<string, mixed> $params
     */
    public function onHook(string $hook, array $params): void
    {
        if ($this->import === null) {
            return;
        }
        $methods = array_change_key_case(self::METHODS, CASE_LOWER);
        $hook = strtolower($hook);
        if (isset($methods[$hook])) {
            $this->{$methods[$hook]}($this->import, $params);
        }
    }

    /**
     * @param array{object: Order} $params
     */
    private function beforeOrder(OrderImport $import, array $params): void
    {
        if ((int) $params['object']->id_cart === $this->cartId) {
            $this->order = $params['object'];
            $this->totalsWriter->writeTotals($this->order, $import);
        }
    }

    /**
     * @param array{object: Order} $params
     */
    private function afterOrder(OrderImport $import, array $params): void
    {
        if ($this->order === null || $params['object'] !== $this->order) {
            return;
        }
        $this->totalsWriter->addDiscountRow($this->order, $import->draft);
        // The shop books a payment only for states that count as sales.
        if ($import->ids->state->isPaid && !$import->ids->state->isLogable) {
            $this->order->addOrderPayment((float) $this->order->total_paid);
        }
    }

    /**
     * A shop that has switched ecotax off may still have it on its products: it is in the shop's lines then and not in
     * its total.
     *
     * @param array{object: OrderDetail} $params
     */
    private function beforeLine(OrderImport $import, array $params): void
    {
        $line = $params['object'];
        if (!$this->isOurs($line->id_order) || (float) $line->ecotax <= 0 || Configuration::get('PS_USE_ECOTAX')) {
            return;
        }
        $net = (float) $line->ecotax;
        $gross = $net * (1 + (float) $line->ecotax_tax_rate / 100);
        $quantity = (int) $line->product_quantity;
        $line->unit_price_tax_excl -= $net;
        $line->total_price_tax_excl -= $net * $quantity;
        $line->unit_price_tax_incl -= $gross;
        $line->total_price_tax_incl -= $gross * $quantity;
        $line->product_price = $line->unit_price_tax_excl;
        $line->ecotax = 0;
        $line->ecotax_tax_rate = 0;
    }

    /**
     * @param array{object: OrderCarrier} $params
     */
    private function beforeParcel(OrderImport $import, array $params): void
    {
        if ($this->order !== null && $this->isOurs($params['object']->id_order)) {
            $this->totalsWriter->writeParcel($params['object'], $this->order);
        }
    }

    /**
     * The shop got the cart's own total as the payment; what was paid is the order's.
     *
     * @param array{object: OrderPayment} $params
     */
    private function beforePayment(OrderImport $import, array $params): void
    {
        if ($this->order !== null && $params['object']->order_reference === $this->order->reference) {
            $params['object']->amount = $this->order->total_paid;
            $this->order->total_paid_real = $this->order->total_paid;
        }
    }

    /**
     * The invoice exists by now; its PDF is for mails nobody receives.
     *
     * @param array{id_order: int|string} $params
     */
    private function afterState(OrderImport $import, array $params): void
    {
        if ($this->order !== null && $this->isOurs($params['id_order'])) {
            $this->totalsWriter->writeShippingTax($this->order);
            $this->patches->stopInvoiceDrawing();
        }
    }

    /**
     * @param int|string|null $orderId
     */
    private function isOurs($orderId): bool
    {
        return $this->order !== null && (int) $orderId === (int) $this->order->id;
    }
}
