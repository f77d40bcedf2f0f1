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

use Configuration;
use PrestaShop\Module\Weft\Support\Database;
use StockAvailable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Whether the shop has what was bought.
 */
class OversellCheck
{
    private const DENY = 0;
    private const SHOP_DECIDES = 2;

    /** @var Database */
    private $database;

    public function __construct(Database $database)
    {
        $this->database = $database;
    }

    /**
     * Rows for which the shop has fewer units than were bought and denies orders beyond them; none for an order that
     * takes nothing from the shop.
     *
     * @param CartRow[] $rows
     *
     * @return array<int, array{product: string, variant: string, short: int}>
     */
    public function find(OrderDraft $draft, array $rows): array
    {
        $oversold = [];
        if ($draft->isFulfilledByChannel || !Configuration::get('PS_STOCK_MANAGEMENT')) {
            return $oversold;
        }
        $stock = $this->read($rows);
        foreach ($rows as $row) {
            $key = $row->key();
            $short = isset($stock[$key]) ? $row->quantity - max(0, (int) $stock[$key]['quantity']) : 0;
            if ($short > 0 && $this->denies($stock, $row->productId)) {
                $oversold[] = [
                    'product' => (string) $row->productId,
                    'variant' => (string) $row->variantId,
                    'short' => $short,
                ];
            }
        }

        return $oversold;
    }

    /**
     * @param CartRow[] $rows
     *
     * @return array<string, array<string, mixed>> "product:variant" => its row of stock in this shop
     */
    private function read(array $rows): array
    {
        $productIds = array_map(function (CartRow $row): int {
            return (int) $row->productId;
        }, $rows);
        $stock = [];
        $found = $this->database->rows(
            'SELECT `id_product`, `id_product_attribute`, `quantity`, `out_of_stock`'
            . ' FROM `' . _DB_PREFIX_ . 'stock_available`'
            . ' WHERE `id_product` IN (' . implode(',', array_map('intval', $productIds)) . ')'
            . StockAvailable::addSqlShopRestriction()
        );
        foreach ($found as $row) {
            $stock[$row['id_product'] . ':' . $row['id_product_attribute']] = $row;
        }

        return $stock;
    }

    /**
     * The product's own row decides for its variants, too.
     *
     * @param array<string, array<string, mixed>> $stock
     */
    private function denies(array $stock, int $productId): bool
    {
        $sum = $productId . ':0';
        $policy = isset($stock[$sum]) ? (int) $stock[$sum]['out_of_stock'] : self::SHOP_DECIDES;

        return $policy === self::SHOP_DECIDES
            ? !Configuration::get('PS_ORDER_OUT_OF_STOCK')
            : $policy === self::DENY;
    }
}
