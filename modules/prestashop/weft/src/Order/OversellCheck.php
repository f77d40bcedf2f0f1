<?php
/**
 * Whether the shop has what was bought.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderStock
{
    const DENY = 0;
    const SHOP_DECIDES = 2;

    /**
     * Rows for which the shop has fewer units than were bought and denies orders beyond them; none for
     * an order that takes nothing from the shop.
     *
     * @param array $rows rows of product, variant, quantity
     */
    public static function findOversold(array $draft, array $rows): array
    {
        $oversold = [];
        if ($draft['isFulfilledByChannel'] || !Configuration::get('PS_STOCK_MANAGEMENT')) {
            return $oversold;
        }
        $stock = self::read(array_column($rows, 'product'));
        foreach ($rows as $row) {
            $key = $row['product'] . ':' . $row['variant'];
            $short = isset($stock[$key]) ? $row['quantity'] - max(0, (int) $stock[$key]['quantity']) : 0;
            if ($short > 0 && self::denies($stock, $row['product'])) {
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
     * "product:variant" => its row of stock in this shop.
     */
    private static function read(array $productIds): array
    {
        $stock = [];
        $rows = WeftDb::rows(
            'SELECT `id_product`, `id_product_attribute`, `quantity`, `out_of_stock`'
            . ' FROM `' . _DB_PREFIX_ . 'stock_available`'
            . ' WHERE `id_product` IN (' . implode(',', array_map('intval', $productIds)) . ')'
            . StockAvailable::addSqlShopRestriction()
        );
        foreach ($rows as $row) {
            $stock[$row['id_product'] . ':' . $row['id_product_attribute']] = $row;
        }

        return $stock;
    }

    /**
     * The product's own row decides for its variants, too.
     */
    private static function denies(array $stock, int $productId): bool
    {
        $sum = $productId . ':0';
        $policy = isset($stock[$sum]) ? (int) $stock[$sum]['out_of_stock'] : self::SHOP_DECIDES;

        return $policy === self::SHOP_DECIDES
            ? !Configuration::get('PS_ORDER_OUT_OF_STOCK')
            : $policy === self::DENY;
    }
}
