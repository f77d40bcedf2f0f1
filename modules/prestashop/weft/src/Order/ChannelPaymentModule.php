<?php
/**
 * Turns a filled cart into an order by the way every payment module goes, validateOrder().
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderMaker extends PaymentModule
{
    public function __construct()
    {
        $this->name = 'weft';
        parent::__construct();
        $this->displayName = 'Weft';
        $this->active = 1;
    }

    /**
     * Makes the one order of the cart; must be called inside the import's transaction.
     *
     * @return array orderId, stockMoves: row of stock => units that the shop wanted to take, not taken yet
     */
    public static function make(Cart $cart, array $draft, array $place, array $wanted): array
    {
        WeftOrderTotals::prepareDiscount($draft, $wanted);
        $maker = new self();
        // Any other sum and the shop calls it a payment error; the right one is put in underway.
        $expected = (float) $cart->getOrderTotal(true, Cart::BOTH);
        $validate = function () use ($maker, $cart, $draft, $place, $expected) {
            $maker->validateOrder(
                (int) $cart->id,
                $place['orderStateId'],
                $expected,
                $draft['paymentLabel'],
                property_exists('Order', 'note') ? null : WeftOrderTotals::note($draft),
                [],
                $place['currencyId'],
                false,
                $cart->secure_key
            );
        };
        $moves = WeftOrderStockMove::hold(function () use ($cart, $draft, $place, $wanted, $validate) {
            WeftOrderMaking::during($cart, $draft, $place, $wanted, $validate);
        });
        $orders = self::ordersOf((int) $cart->id);
        if (count($orders) !== 1) {
            throw new WeftRefusal('order_total_differs', [
                'part' => 'parcels',
                'expectedMinor' => 1,
                'foundMinor' => count($orders),
            ]);
        }

        return ['orderId' => $orders[0], 'stockMoves' => $moves];
    }

    private static function ordersOf(int $cartId): array
    {
        return array_map('intval', WeftDb::column(
            'SELECT `id_order` FROM `' . _DB_PREFIX_ . 'orders` WHERE `id_cart` = ' . $cartId . ' ORDER BY `id_order`'
        ));
    }
}
