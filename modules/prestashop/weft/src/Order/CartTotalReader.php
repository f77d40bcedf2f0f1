<?php
/**
 * What an order would come to, read from its cart.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftCartReading
{
    /**
     * What `cart-total` answers, but for `oversold`.
     */
    public static function answer(Cart $cart, array $wanted, array $place): array
    {
        $currency = $place['currency'];
        $order = new Order();
        $order->id_cart = (int) $cart->id;
        $order->id_address_delivery = (int) $cart->id_address_delivery;
        $order->id_address_invoice = (int) $cart->id_address_invoice;
        $order->total_products = $cart->getOrderTotal(false, Cart::ONLY_PRODUCTS);
        $order->total_products_wt = $cart->getOrderTotal(true, Cart::ONLY_PRODUCTS);
        $rate = WeftOrderTotals::shippingRate($order, $place);
        $nets = WeftTotals::plan($wanted, WeftMoney::parse($order->total_products, $currency), $rate);
        $isSpread = (bool) Configuration::get('PS_ATCP_SHIPWRAP');
        $cost = $cart->getPackageShippingCost($place['carrierId'], true);

        return array_diff_key($wanted, ['units' => 0]) + [
            'taxes' => WeftTotals::taxes(self::lines($cart, $currency), $wanted, $nets, $isSpread ? null : $rate),
            'carrierCostMinor' => WeftMoney::parse($cost, $currency),
        ];
    }

    private static function lines(Cart $cart, string $currency): array
    {
        $scale = 10 ** WeftMoney::decimals($currency);

        return array_map(function ($product) use ($scale) {
            return [
                'rate' => (float) $product['rate'],
                'gross' => $product['total_wt'] * $scale,
                'net' => $product['total'] * $scale,
            ];
        }, array_values($cart->getProducts()));
    }
}
