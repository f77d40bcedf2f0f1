<?php
/**
 * Tells the rest of the shop of a quantity that was changed past the shop's own objects, as PrestaShop
 * would have told it.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftStockNews
{
    /**
     * The quantity is changed by now, so nothing that goes wrong in a listener gets out of here.
     *
     * @param int $delta units that were added
     */
    public static function tell(int $stockId, int $delta)
    {
        try {
            self::announce(self::readAnew($stockId), $delta);
        } catch (Throwable $caught) {
            WeftLog::report($caught);
        }
    }

    /**
     * The row as it is in the database, not as this request remembers it.
     */
    public static function readAnew(int $stockId): StockAvailable
    {
        Cache::clean('objectmodel_StockAvailable_' . $stockId . '_*');
        $stock = new StockAvailable($stockId);
        Cache::clean('StockAvailable::getQuantityAvailableByProduct_' . (int) $stock->id_product . '*');

        return $stock;
    }

    private static function announce(StockAvailable $stock, int $delta)
    {
        Hook::exec('actionObjectUpdateAfter', ['object' => $stock]);
        Hook::exec('actionObjectStockAvailableUpdateAfter', ['object' => $stock]);
        Hook::exec('actionUpdateQuantity', [
            'id_product' => (int) $stock->id_product,
            'id_product_attribute' => (int) $stock->id_product_attribute,
            'quantity' => (int) $stock->quantity,
            'delta_quantity' => $delta,
            'id_shop' => (int) Context::getContext()->shop->id,
        ]);
    }
}
