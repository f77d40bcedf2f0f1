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
use Order;
use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Support\CorePatches;
use PrestaShop\Module\Weft\Support\Database;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Makes an order from a cart as every payment module does, by validateOrder(). Inside the import's transaction.
 */
class OrderCreator
{
    /** @var OversellCheck */
    private $oversellCheck;

    /** @var CartBuilder */
    private $cartBuilder;

    /** @var CartTotalReader */
    private $cartTotals;

    /** @var ImportTable */
    private $table;

    /** @var DiscountVoucher */
    private $voucher;

    /** @var OrderTotalsWriter */
    private $totalsWriter;

    /** @var OrderHookListener */
    private $listener;

    /** @var StockChangeRecorder */
    private $stockChanges;

    /** @var CorePatches */
    private $patches;

    /** @var Database */
    private $database;

    public function __construct(
        OversellCheck $oversellCheck,
        CartBuilder $cartBuilder,
        CartTotalReader $cartTotals,
        ImportTable $table,
        DiscountVoucher $voucher,
        OrderTotalsWriter $totalsWriter,
        OrderHookListener $listener,
        StockChangeRecorder $stockChanges,
        CorePatches $patches,
        Database $database
    ) {
        $this->oversellCheck = $oversellCheck;
        $this->cartBuilder = $cartBuilder;
        $this->cartTotals = $cartTotals;
        $this->table = $table;
        $this->voucher = $voucher;
        $this->totalsWriter = $totalsWriter;
        $this->listener = $listener;
        $this->stockChanges = $stockChanges;
        $this->patches = $patches;
        $this->database = $database;
    }

    /**
     * @throws Refusal
     */
    public function create(OrderImport $import): WrittenOrder
    {
        $import->refuseMissing();
        if ($import->totals->discountMinor > 0) {
            $this->voucher->prepare($import);
        }

        return $this->patches->withoutVouchers(function () use ($import): WrittenOrder {
            return $this->write($import);
        });
    }

    private function write(OrderImport $import): WrittenOrder
    {
        $oversold = $this->oversellCheck->find($import->draft, $import->rows);
        $cart = $this->cartBuilder->build($import);
        $this->table->saveCart($import->draft->channelOrderId, (int) $cart->id);
        $this->cartTotals->refuseOtherProducts($cart, $import);
        $changes = $this->stockChanges->record(function () use ($cart, $import): void {
            $this->listener->during($cart, $import, function () use ($cart, $import): void {
                $this->validate($cart, $import);
            });
        });

        return new WrittenOrder($this->orderOf((int) $cart->id), $changes, $oversold);
    }

    /**
     * The shop takes any sum but the cart's own for a payment error, so it gets that one; OrderHookListener puts in
     * what was paid.
     */
    private function validate(Cart $cart, OrderImport $import): void
    {
        (new ChannelPaymentModule())->validateOrder(
            (int) $cart->id,
            $import->ids->state->id,
            (float) $cart->getOrderTotal(true, Cart::BOTH),
            $import->draft->paymentLabel,
            property_exists(Order::class, 'note') ? null : $this->totalsWriter->note($import->draft),
            [],
            $import->ids->currencyId,
            false,
            $cart->secure_key
        );
    }

    private function orderOf(int $cartId): int
    {
        $orders = $this->database->column(
            'SELECT `id_order` FROM `' . _DB_PREFIX_ . 'orders`'
            . ' WHERE `id_cart` = ' . (int) $cartId . ' ORDER BY `id_order`'
        );
        if (count($orders) !== 1) {
            throw (new OrderDifference('parcels', 1, count($orders)))->toRefusal();
        }

        return (int) $orders[0];
    }
}
