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
use PrestaShop\Module\Weft\Api\Refusal;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * What an order would come to, read from its cart.
 */
class CartTotalReader
{
    /** @var OrderTotalsWriter */
    private $totalsWriter;

    public function __construct(OrderTotalsWriter $totalsWriter)
    {
        $this->totalsWriter = $totalsWriter;
    }

    /**
     * Finds a price rule of another module, or a currency the shop shows with fewer digits, before anything is made.
     *
     * @throws Refusal "order_total_differs"
     */
    public function refuseOtherProducts(Cart $cart, OrderImport $import): void
    {
        $found = Money::parse($cart->getOrderTotal(true, Cart::ONLY_PRODUCTS), $import->ids->currency);
        if ($found !== $import->totals->productsMinor) {
            throw (new OrderDifference('products', $import->totals->productsMinor, $found))->toRefusal();
        }
    }

    /**
     * What `cart-total` answers, without `oversold`.
     *
     * @return array<string, mixed>
     */
    public function answer(Cart $cart, OrderImport $import): array
    {
        $currency = $import->ids->currency;
        $order = new Order();
        $order->id_cart = (int) $cart->id;
        $order->id_address_delivery = (int) $cart->id_address_delivery;
        $order->id_address_invoice = (int) $cart->id_address_invoice;
        $order->total_products = $cart->getOrderTotal(false, Cart::ONLY_PRODUCTS);
        $order->total_products_wt = $cart->getOrderTotal(true, Cart::ONLY_PRODUCTS);
        $rate = $this->totalsWriter->shippingRate($order, $import->ids);
        $nets = TaxBreakdown::netTotals($import->totals, Money::parse($order->total_products, $currency), $rate);
        $isSpread = (bool) Configuration::get('PS_ATCP_SHIPWRAP');
        $cost = $cart->getPackageShippingCost($import->ids->destination->carrierId, true);
        $lines = $this->lines($cart, $currency);

        return $import->totals->toAnswer() + [
            'taxes' => TaxBreakdown::taxes($lines, $import->totals, $nets, $isSpread ? null : $rate),
            'carrierCostMinor' => Money::parse($cost ?: 0, $currency),
        ];
    }

    /**
     * @return TaxableLine[]
     */
    private function lines(Cart $cart, string $currency): array
    {
        $scale = 10 ** Money::decimals($currency);

        return array_map(function (array $product) use ($scale): TaxableLine {
            return new TaxableLine(
                (float) $product['rate'],
                (float) $product['total_wt'] * $scale,
                (float) $product['total'] * $scale
            );
        }, array_values($cart->getProducts()));
    }
}
