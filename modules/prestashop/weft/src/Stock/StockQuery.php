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

namespace PrestaShop\Module\Weft\Stock;

use StockAvailable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * SQL for the stock as Weft knows it. Pure but for the shop's own restriction.
 */
class StockQuery
{
    /**
     * A SELECT of id_product, id_product_attribute and quantity: one row for each variant, or for a product without
     * any. The sum row of a product with variants is left out.
     *
     * @param string $condition " AND ..." over the aliases sa (stock_available) and p (product)
     */
    public static function rows(string $condition = ''): string
    {
        return 'SELECT sa.`id_product`, sa.`id_product_attribute`, sa.`quantity`'
            . ' FROM `' . _DB_PREFIX_ . 'stock_available` sa'
            . ' JOIN `' . _DB_PREFIX_ . 'product` p ON p.`id_product` = sa.`id_product`'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'product_attribute` v'
            . ' ON v.`id_product_attribute` = sa.`id_product_attribute`'
            . ' WHERE (v.`id_product` = sa.`id_product` OR (sa.`id_product_attribute` = 0 AND NOT EXISTS ('
            . 'SELECT 1 FROM `' . _DB_PREFIX_ . 'product_attribute` a WHERE a.`id_product` = sa.`id_product`)))'
            . self::shopRestriction('sa') . $condition;
    }

    /**
     * The part of a condition on stock_available that holds for this shop: " AND alias.id_shop = ...".
     */
    public static function shopRestriction(string $alias): string
    {
        return (string) StockAvailable::addSqlShopRestriction(null, null, $alias);
    }
}
