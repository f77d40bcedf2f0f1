<?php
/**
 * Takes a paid order of the channel and makes one order of the shop from it, once, to the cent.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderDesk
{
    /**
     * The call `order`. However often it is asked, at once or broken off anywhere: one order, and the
     * same answer. Throws WeftRefusal when the shop cannot take the order; nothing is left behind then.
     */
    public static function import(array $with): array
    {
        $draft = WeftOrderDraft::read($with);
        ignore_user_abort(true);
        $repeat = self::findRepeat($draft);
        if ($repeat !== null) {
            // In case the first was broken off between its order and the stock of it.
            WeftOrderStockMove::carryOut($draft['channelOrderId']);

            return $repeat;
        }

        return WeftOrderTransaction::alone(function () use ($draft) {
            // What is left of imports that were broken off is not there to be sold.
            WeftOrderStockMove::carryOutAll();

            return self::findRepeat($draft) ?: self::importFirst($draft);
        });
    }

    /**
     * The call `cart-total`: what an import would come to. Nothing of it stays in the shop.
     */
    public static function cartTotal(array $with): array
    {
        $draft = WeftOrderDraft::read($with);
        $place = WeftOrderPlace::read($draft);
        WeftOrderScene::enter($place);
        $plan = self::plan($draft, $place);

        return WeftOrderTransaction::pretend(function () use ($draft, $place, $plan) {
            $oversold = WeftOrderStock::findOversold($draft, $plan['rows']);
            $cart = WeftOrderCart::fill($draft, $place, $plan['rows']);
            self::refuseOtherProducts($cart, $plan['wanted'], $place);

            return WeftCartReading::answer($cart, $plan['wanted'], $place) + ['oversold' => $oversold];
        });
    }

    private static function findRepeat(array $draft)
    {
        $known = WeftOrderTable::findAnswer($draft['channelOrderId']);

        return $known === null ? null : ['isRepeat' => true] + $known;
    }

    private static function importFirst(array $draft): array
    {
        $place = WeftOrderPlace::read($draft);
        WeftOrderScene::enter($place);
        $plan = self::plan($draft, $place);
        WeftOrderHooks::ensure();
        // Weft looks at the stock of these by itself as soon as it has the answer.
        $known = [
            'order.state_changed' => WeftRecorder::FIRST_OF_EACH,
            'stock.changed' => array_column($draft['lines'], 'product'),
        ];

        return WeftRecorder::muted($known, function () use ($draft, $place, $plan) {
            $answer = WeftOrderTransaction::keep($draft['channelOrderId'], function () use ($draft, $place, $plan) {
                return self::write($draft, $place, $plan, WeftOrderSearch::find($draft));
            });
            WeftDb::atomically(function () use ($answer) {
                WeftOrderInvoice::keepNumbersUnique((int) $answer['id']);
            });
            WeftOrderStockMove::carryOut($draft['channelOrderId']);

            return $answer;
        });
    }

    /**
     * Runs inside the transaction. An order that Weft made by the webservice is taken as it is and
     * only finished.
     */
    private static function write(array $draft, array $place, array $plan, int $existing): array
    {
        $wanted = $existing > 0 ? WeftOrderReading::wantedOf($existing, $draft, $plan['wanted']) : $plan['wanted'];
        $made = $existing > 0 ? self::takeUp($existing) : self::make($draft, $place, $plan);
        $settled = WeftOrderStockMove::hold(function () use ($made, $draft, $place, $wanted) {
            self::settle($made['orderId'], $draft, $place, $wanted);
        });
        WeftOrderInvoice::keepNumbersUnique($made['orderId']);
        // What the channel sends from its own warehouse is not taken from the shop's.
        $moves = $draft['isFulfilledByChannel'] ? [] : WeftOrderStockMove::sum($made['stockMoves'], $settled);
        $answer = WeftOrderReading::answer($made['orderId'], $wanted, $place) + ['oversold' => $made['oversold']];
        WeftOrderCart::dropPrices((int) $answer['cartId']);
        WeftOrderTable::finish($draft['channelOrderId'], $answer, $moves);

        return ['isRepeat' => $existing > 0] + $answer;
    }

    private static function takeUp(int $orderId): array
    {
        return [
            'orderId' => $orderId,
            'stockMoves' => WeftOrderSearch::isOwn($orderId) ? WeftOrderStockMove::ofOrder($orderId) : [],
            'oversold' => [],
        ];
    }

    private static function settle(int $orderId, array $draft, array $place, array $wanted)
    {
        $difference = WeftOrderReading::findDifference($orderId, $wanted, $place['currency']);
        if ($difference !== null || WeftOrderSearch::isOpen($orderId, $place)) {
            WeftOrderRepair::settle($orderId, $draft, $place, $wanted);
            $difference = WeftOrderReading::findDifference($orderId, $wanted, $place['currency']);
        }
        if ($difference !== null) {
            throw new WeftRefusal('order_total_differs', $difference);
        }
    }

    private static function make(array $draft, array $place, array $plan): array
    {
        $oversold = WeftOrderStock::findOversold($draft, $plan['rows']);
        $cart = WeftOrderCart::fill($draft, $place, $plan['rows']);
        WeftOrderTable::noteCart($draft['channelOrderId'], (int) $cart->id);
        self::refuseOtherProducts($cart, $plan['wanted'], $place);

        return WeftOrderMaker::make($cart, $draft, $place, $plan['wanted']) + ['oversold' => $oversold];
    }

    /**
     * The cart's rows, and the totals an order must have.
     */
    private static function plan(array $draft, array $place): array
    {
        $rules = WeftPriceRules::read($draft, $place);
        $mode = (int) Configuration::get('PS_PRICE_ROUND_MODE');
        $plan = WeftPrices::planLines($draft['lines'], $draft['currency'], $rules, $mode);

        return [
            'rows' => $plan['rows'],
            'wanted' => [
                'productsMinor' => $plan['productsMinor'],
                'shippingMinor' => $draft['shippingMinor'],
                'discountMinor' => $draft['discountMinor'] + $plan['roundingMinor'],
                'totalMinor' => $draft['totalMinor'],
                'units' => array_sum(array_column($plan['rows'], 'quantity')),
            ],
        ];
    }

    /**
     * A price rule of another module, or a currency the shop shows with fewer digits: seen before
     * anything is made.
     */
    private static function refuseOtherProducts(Cart $cart, array $wanted, array $place)
    {
        $found = WeftMoney::parse($cart->getOrderTotal(true, Cart::ONLY_PRODUCTS), $place['currency']);
        if ($found !== $wanted['productsMinor']) {
            throw new WeftRefusal('order_total_differs', [
                'part' => 'products',
                'expectedMinor' => $wanted['productsMinor'],
                'foundMinor' => $found,
            ]);
        }
    }
}
