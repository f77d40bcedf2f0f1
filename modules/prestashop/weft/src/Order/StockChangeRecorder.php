<?php
/**
 * Moves the stock of an order after the order, in a moment of its own.
 *
 * The shop writes a quantity it has read a little earlier. In the long transaction of an import that
 * row would be locked from then on, and a visitor's order that has read it too would wait and then
 * write its own sum over ours: units would be lost. So what the shop wants to write is held back, kept
 * with the order, and added in one short transaction as soon as the order is there, once.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderStockMove
{
    const HOOKS = ['actionObjectStockAvailableUpdateBefore', 'actionObjectStockAvailableUpdateAfter'];

    /** @var array|null row of stock => units, while they are held back */
    private static $held;

    /** @var int the row whose id was taken away for the time of its update */
    private static $hiddenId = 0;

    /**
     * Runs $work, in which the shop takes the units of an order, and returns which rows it wanted to
     * change by how much.
     */
    public static function hold(callable $work): array
    {
        self::$held = [];
        try {
            $work();

            return self::$held;
        } finally {
            self::$held = null;
        }
    }

    /**
     * What the shop would take for an order that is there already.
     */
    public static function ofOrder(int $orderId): array
    {
        return self::hold(function () use ($orderId) {
            $lines = WeftDb::rows(
                'SELECT `product_id`, `product_attribute_id`, `product_quantity`, `id_shop`'
                . ' FROM `' . _DB_PREFIX_ . 'order_detail` WHERE `id_order` = ' . $orderId
            );
            foreach ($lines as $line) {
                StockAvailable::updateQuantity(
                    (int) $line['product_id'],
                    (int) $line['product_attribute_id'],
                    -(int) $line['product_quantity'],
                    (int) $line['id_shop']
                );
            }
        });
    }

    public static function hear(string $hook, array $params)
    {
        if (self::$held === null) {
            return;
        }
        if (strcasecmp($hook, self::HOOKS[0]) === 0) {
            self::before($params['object']);
        } elseif (strcasecmp($hook, self::HOOKS[1]) === 0) {
            self::after($params['object']);
        }
    }

    /**
     * Before the shop updates a row of stock: what it adds is noted, and the update finds no row.
     */
    private static function before(StockAvailable $row)
    {
        self::$hiddenId = 0;
        if ((int) $row->id === 0) {
            return;
        }
        $units = (int) $row->quantity - self::quantity((int) $row->id);
        self::note((int) $row->id, $units);
        if ((int) $row->id_product_attribute > 0) {
            self::note(self::sumRow($row), $units);
        }
        self::$hiddenId = (int) $row->id;
        $row->id = 0;
    }

    private static function after(StockAvailable $row)
    {
        if (self::$hiddenId > 0 && (int) $row->id === 0) {
            $row->id = self::$hiddenId;
            self::$hiddenId = 0;
        }
    }

    /**
     * The moves of both together.
     */
    public static function sum(array $moves, array $others): array
    {
        foreach ($others as $id => $units) {
            $moves[$id] = (isset($moves[$id]) ? $moves[$id] : 0) + $units;
        }

        return array_filter($moves);
    }

    /**
     * Adds what was held back for an order, unless that was done before, and tells the rest of the shop.
     */
    public static function carryOut(string $channelOrderId)
    {
        $moves = WeftDb::atomically(function () use ($channelOrderId) {
            $moves = WeftOrderTable::takeStockMoves($channelOrderId);
            foreach ($moves as $id => $units) {
                WeftDb::run(
                    'UPDATE `' . _DB_PREFIX_ . 'stock_available` SET `quantity` = `quantity` + ' . (int) $units
                    . ', `physical_quantity` = `quantity` + `reserved_quantity`'
                    . ' WHERE `id_stock_available` = ' . (int) $id
                );
            }

            return $moves;
        });
        foreach ($moves as $id => $units) {
            WeftStockNews::tell((int) $id, (int) $units);
        }
    }

    /**
     * Carries out what imports that were broken off right behind their order have left.
     */
    public static function carryOutAll()
    {
        foreach (WeftOrderTable::withStockMoves() as $channelOrderId) {
            self::carryOut($channelOrderId);
        }
    }

    /**
     * As carryOutAll(), in a call that is about something else and goes on without it.
     */
    public static function tidyUp()
    {
        try {
            self::carryOutAll();
        } catch (Throwable $caught) {
            WeftLog::report($caught);
        }
    }

    private static function note(int $id, int $units)
    {
        if ($id > 0 && $units !== 0) {
            self::$held[$id] = (isset(self::$held[$id]) ? self::$held[$id] : 0) + $units;
        }
    }

    private static function quantity(int $id): int
    {
        return WeftDb::number(
            'SELECT `quantity` FROM `' . _DB_PREFIX_ . 'stock_available` WHERE `id_stock_available` = ' . $id
        );
    }

    /**
     * The row with the sum of a product's variants.
     */
    private static function sumRow(StockAvailable $row): int
    {
        return WeftDb::number(
            'SELECT `id_stock_available` FROM `' . _DB_PREFIX_ . 'stock_available`'
            . ' WHERE `id_product` = ' . (int) $row->id_product . ' AND `id_product_attribute` = 0'
            . ' AND `id_shop` = ' . (int) $row->id_shop . ' AND `id_shop_group` = ' . (int) $row->id_shop_group
        );
    }
}
