<?php
/**
 * What the shop's own way of making an order cannot know: the channel's shipping fee and discounts.
 * They are put into the order the moment before the shop stores it, so that the invoice, the payment
 * and every other module that listens see the right totals from the start.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderMaking
{
    const HOOKS = [
        'actionObjectOrderAddBefore' => 'beforeOrder',
        'actionObjectOrderAddAfter' => 'afterOrder',
        'actionObjectOrderDetailAddBefore' => 'beforeLine',
        'actionObjectOrderCarrierAddBefore' => 'beforeCarrier',
        'actionObjectOrderPaymentAddBefore' => 'beforePayment',
        'actionOrderStatusPostUpdate' => 'afterState',
    ];

    /** @var array|null the draft, its place and the wanted totals, while an order is being made */
    private static $task;

    /** @var Order|null */
    private static $order;

    public static function hooks(): array
    {
        return array_keys(self::HOOKS);
    }

    /**
     * Runs $work, during which the shop makes the one order of the cart.
     */
    public static function during(Cart $cart, array $draft, array $place, array $wanted, callable $work)
    {
        self::$task = ['cartId' => (int) $cart->id, 'draft' => $draft, 'place' => $place, 'wanted' => $wanted];
        self::$order = null;
        $isInvoicing = Configuration::get('PS_INVOICE');
        try {
            $work();
        } finally {
            self::$task = null;
            self::$order = null;
            Configuration::set('PS_INVOICE', $isInvoicing);
        }
    }

    public static function hear(string $hook, array $params)
    {
        if (self::$task === null) {
            return;
        }
        $methods = array_change_key_case(self::HOOKS, CASE_LOWER);
        $hook = strtolower($hook);
        if (isset($methods[$hook])) {
            call_user_func([__CLASS__, $methods[$hook]], $params);
        }
    }

    private static function beforeOrder(array $params)
    {
        if ((int) $params['object']->id_cart === self::$task['cartId']) {
            self::$order = $params['object'];
            WeftOrderTotals::write(self::$order, self::$task['draft'], self::$task['place'], self::$task['wanted']);
        }
    }

    private static function afterOrder(array $params)
    {
        if ($params['object'] !== self::$order) {
            return;
        }
        WeftOrderTotals::addDiscountRow(self::$order, self::$task['draft']);
        // The shop books a payment only for states that count as sales.
        if (self::$task['place']['isPaid'] && !self::$task['place']['isLogable']) {
            self::$order->addOrderPayment((float) self::$order->total_paid);
        }
    }

    /**
     * A shop that has given up ecotax may still have it on its products: it is in the shop's lines
     * then and not in its total.
     */
    private static function beforeLine(array $params)
    {
        $line = $params['object'];
        if (!self::isOurs($line->id_order) || (float) $line->ecotax <= 0 || Configuration::get('PS_USE_ECOTAX')) {
            return;
        }
        $net = (float) $line->ecotax;
        $amounts = ['excl' => $net, 'incl' => $net * (1 + (float) $line->ecotax_tax_rate / 100)];
        foreach ($amounts as $tax => $amount) {
            $line->{'unit_price_tax_' . $tax} -= $amount;
            $line->{'total_price_tax_' . $tax} -= $amount * (int) $line->product_quantity;
        }
        $line->product_price = $line->unit_price_tax_excl;
        $line->ecotax = 0;
        $line->ecotax_tax_rate = 0;
    }

    private static function beforeCarrier(array $params)
    {
        if (self::isOurs($params['object']->id_order)) {
            WeftOrderTotals::writeCarrier($params['object'], self::$order);
        }
    }

    /**
     * The shop was told what it wanted to hear, the cart's own total; what was paid is this.
     */
    private static function beforePayment(array $params)
    {
        if (self::$order !== null && $params['object']->order_reference === self::$order->reference) {
            $params['object']->amount = self::$order->total_paid;
            self::$order->total_paid_real = self::$order->total_paid;
        }
    }

    /**
     * The invoice exists by now. Its picture would be drawn twice for mails that nobody gets, and an
     * error in the drawing would end the request.
     */
    private static function afterState(array $params)
    {
        if (self::isOurs($params['id_order'])) {
            WeftOrderTotals::writeShippingTax(self::$order);
            Configuration::set('PS_INVOICE', 0);
        }
    }

    private static function isOurs($orderId): bool
    {
        return self::$order !== null && (int) $orderId === (int) self::$order->id;
    }
}
