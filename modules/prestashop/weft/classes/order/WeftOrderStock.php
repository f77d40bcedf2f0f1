<?php
/**
 * The stock an order takes from: locked before, compared after.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderStock
{
    const DENY = 0;
    const SHOP_DECIDES = 2;

    /**
     * "product:variant" => ['id', 'quantity', 'outOfStock'] of every row the order may touch, locked
     * until the end of the transaction. Must be its first reading: the shop adds to the quantity it
     * has read, and only so does it read the latest one.
     */
    public static function lock(array $draft): array
    {
        $ids = implode(',', self::withPacks(array_column($draft['lines'], 'product')));
        $rows = WeftDb::rows(
            'SELECT `id_stock_available` AS id, `id_product`, `id_product_attribute`, `quantity`, `out_of_stock`'
            . ' FROM `' . _DB_PREFIX_ . 'stock_available` WHERE `id_product` IN (' . $ids . ')'
            . StockAvailable::addSqlShopRestriction() . ' ORDER BY `id_stock_available` FOR UPDATE'
        );
        $stock = [];
        foreach ($rows as $row) {
            $stock[$row['id_product'] . ':' . $row['id_product_attribute']] = [
                'id' => (int) $row['id'],
                'quantity' => (int) $row['quantity'],
                'outOfStock' => (int) $row['out_of_stock'],
            ];
        }

        return $stock;
    }

    /**
     * Rows for which the shop has fewer units than were bought and denies orders beyond them.
     */
    public static function findOversold(array $stock, array $rows): array
    {
        $oversold = [];
        foreach ($rows as $row) {
            $key = $row['product'] . ':' . $row['variant'];
            $short = isset($stock[$key]) ? $row['quantity'] - max(0, $stock[$key]['quantity']) : 0;
            if ($short > 0 && self::denies($stock, $row)) {
                $oversold[] = [
                    'product' => (string) $row['product'],
                    'variant' => (string) $row['variant'],
                    'short' => $short,
                ];
            }
        }

        return $oversold;
    }

    /**
     * Gives back what the order took, row by row: the channel has sent from its own shelf.
     */
    public static function giveBack(array $before, array $draft, int $shopId)
    {
        foreach (self::lock($draft) as $key => $now) {
            list($productId, $variantId) = array_map('intval', explode(':', $key));
            $taken = isset($before[$key]) ? $before[$key]['quantity'] - $now['quantity'] : 0;
            $isSumRow = $variantId === 0 && self::hasVariants($before, $productId);
            if ($taken !== 0 && !$isSumRow) {
                StockAvailable::setQuantity($productId, $variantId, $before[$key]['quantity'], $shopId, false);
            }
        }
    }

    private static function denies(array $stock, array $row): bool
    {
        if (!Configuration::get('PS_STOCK_MANAGEMENT')) {
            return false;
        }
        $sum = $row['product'] . ':0';
        $policy = isset($stock[$sum]) ? $stock[$sum]['outOfStock'] : self::SHOP_DECIDES;

        return $policy === self::SHOP_DECIDES
            ? !Configuration::get('PS_ORDER_OUT_OF_STOCK')
            : $policy === self::DENY;
    }

    private static function hasVariants(array $stock, int $productId): bool
    {
        foreach (array_keys($stock) as $key) {
            if (strpos($key, $productId . ':') === 0 && $key !== $productId . ':0') {
                return true;
            }
        }

        return false;
    }

    /**
     * The products, what packs among them hold, and the packs that hold them.
     */
    private static function withPacks(array $productIds): array
    {
        $ids = array_map('intval', $productIds);
        $list = implode(',', $ids);
        $rows = WeftDb::rows(
            'SELECT `id_product_pack`, `id_product_item` FROM `' . _DB_PREFIX_ . 'pack`'
            . ' WHERE `id_product_pack` IN (' . $list . ') OR `id_product_item` IN (' . $list . ') LOCK IN SHARE MODE'
        );
        foreach ($rows as $row) {
            $ids[] = (int) $row['id_product_pack'];
            $ids[] = (int) $row['id_product_item'];
        }

        return array_values(array_unique($ids));
    }
}
