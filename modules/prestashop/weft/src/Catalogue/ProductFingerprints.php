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

namespace PrestaShop\Module\Weft\Catalogue;

use Configuration;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Store;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * A text for each product that changes with anything Weft reads of it but its stock: its rows and those of its
 * variants, texts, features, pictures and prices, the discounts that hold at this moment, and the shop's taxes.
 */
class ProductFingerprints
{
    /** Columns that the shop moves without a change of the product, and quantities. */
    private const IGNORED = [
        'quantity', 'date_add', 'date_upd', 'indexed', 'cache_is_pack', 'cache_has_attachments',
        'cache_default_attribute', 'low_stock_threshold', 'low_stock_alert', 'wholesale_price',
    ];
    private const SETTINGS = [
        'PS_TAX', 'PS_COUNTRY_DEFAULT', 'PS_CURRENCY_DEFAULT', 'PS_CUSTOMER_GROUP', 'PS_LANG_DEFAULT',
        'PS_UNIDENTIFIED_GROUP',
        'PS_USE_ECOTAX', 'PS_ECOTAX_TAX_RULES_GROUP_ID', 'PS_PRICE_ROUND_MODE', 'PS_SPECIFIC_PRICE_PRIORITIES',
        'PS_WEIGHT_UNIT', 'PS_DIMENSION_UNIT', 'PS_CATALOG_MODE', 'PS_GROUP_FEATURE_ACTIVE',
    ];

    /** @var Database */
    private $database;

    /** @var Store */
    private $store;

    public function __construct(Database $database, Store $store)
    {
        $this->database = $database;
        $this->store = $store;
    }

    /**
     * Of the products of this shop behind $product up to $last.
     *
     * @param string $common what common() said
     *
     * @return array<int, string> 32 hex digits by product
     */
    public function between(int $product, int $last, string $common): array
    {
        $parts = [];
        foreach ($this->sources() as $name => $sql) {
            $rows = $this->database->rows(strtr($sql, [
                '{range}' => 'x.`id_product` > ' . (int) $product . ' AND x.`id_product` <= ' . (int) $last,
            ]));
            foreach ($rows as $row) {
                $parts[(int) $row['id_product']][$name] = $name . '=' . $row['content'];
            }
        }
        $sold = array_filter($parts, function (array $texts): bool {
            return isset($texts['shop']);
        });

        return array_map(function (array $texts) use ($common): string {
            return md5($common . implode("\n", $texts));
        }, $sold);
    }

    /**
     * What the prices and names of all products rest on.
     */
    public function common(): string
    {
        $texts = array_map(function (string $name): string {
            return $name . '=' . Configuration::get($name);
        }, self::SETTINGS);
        $sums = [
            $this->total(
                ['r.`id_tax_rules_group`', 'r.`id_state`', 'r.`zipcode_from`', 'r.`zipcode_to`', 'r.`behavior`',
                    't.`rate`', 't.`active`', 'g.`active`'],
                'tax_rule` r JOIN `' . _DB_PREFIX_ . 'tax_rules_group` g'
                . ' ON g.`id_tax_rules_group` = r.`id_tax_rules_group`'
                . ' LEFT JOIN `' . _DB_PREFIX_ . 'tax` t ON t.`id_tax` = r.`id_tax`',
                'r.`id_country` = ' . (int) Configuration::get('PS_COUNTRY_DEFAULT')
            ),
            $this->total(
                ['x.`id_attribute_group`', 'x.`id_lang`', 'x.`name`', 'x.`public_name`'],
                'attribute_group_lang` x',
                '1'
            ),
            $this->total(['x.`id_feature`', 'x.`id_lang`', 'x.`name`'], 'feature_lang` x', '1'),
            $this->total(['x.`id_currency`', 'x.`conversion_rate`'], 'currency_shop` x', '1'),
            $this->total($this->discountColumns(), 'specific_price` x', 'x.`id_product` = 0 AND x.`id_cart` = 0'),
            $this->total(['x.`id_group`', 'x.`reduction`'], 'group` x', '1'),
            $this->total(['x.`id_group`', 'x.`id_category`', 'x.`reduction`'], 'group_reduction` x', '1'),
        ];
        foreach ($sums as $sql) {
            $texts[] = (string) current($this->database->row($sql));
        }

        return implode("\n", $texts);
    }

    /**
     * @return array<string, string> SELECT of id_product and content, with {range} for the products
     */
    private function sources(): array
    {
        $shop = (int) $this->store->shopId();
        $attribute = ' JOIN `' . _DB_PREFIX_ . 'product_attribute` x'
            . ' ON x.`id_product_attribute` = c.`id_product_attribute`';

        return [
            'product' => $this->source($this->columns('product'), 'product` x'),
            'shop' => $this->source($this->columns('product_shop'), 'product_shop` x', ' AND x.`id_shop` = ' . $shop),
            'text' => $this->source($this->columns('product_lang'), 'product_lang` x', ' AND x.`id_shop` = ' . $shop),
            'variant' => $this->source($this->columns('product_attribute'), 'product_attribute` x'),
            'variant_shop' => $this->source(
                $this->columns('product_attribute_shop'),
                'product_attribute_shop` x',
                ' AND x.`id_shop` = ' . $shop
            ),
            'option' => $this->source(
                ['c.`id_product_attribute`', 'c.`id_attribute`', 'l.`id_lang`', 'l.`name`'],
                'product_attribute_combination` c' . $attribute . ' LEFT JOIN `' . _DB_PREFIX_ . 'attribute_lang` l'
                . ' ON l.`id_attribute` = c.`id_attribute`'
            ),
            'variant_image' => $this->source(
                ['c.`id_product_attribute`', 'c.`id_image`'],
                'product_attribute_image` c' . $attribute
            ),
            'image' => $this->source(['x.`id_image`', 'x.`position`', 'x.`cover`'], 'image` x'),
            'feature' => $this->source(
                ['x.`id_feature`', 'x.`id_feature_value`', 'l.`id_lang`', 'l.`value`'],
                'feature_product` x LEFT JOIN `' . _DB_PREFIX_ . 'feature_value_lang` l'
                . ' ON l.`id_feature_value` = x.`id_feature_value`'
            ),
            'maker' => $this->source(
                ['m.`name`'],
                'product` x JOIN `' . _DB_PREFIX_ . 'manufacturer` m ON m.`id_manufacturer` = x.`id_manufacturer`'
            ),
            // What the shop takes off by category, as it keeps it for each product.
            'category_share' => $this->source(
                ['x.`id_group`', 'x.`reduction`'],
                'product_group_reduction_cache` x'
            ),
            'discount' => $this->source(
                $this->discountColumns(),
                'specific_price` x',
                ' AND x.`id_cart` = 0 AND x.`id_shop` IN (0, ' . $shop . ')'
            ),
        ];
    }

    /**
     * @param string[] $columns
     * @param string $from behind the shop's prefix, the table with id_product as x
     */
    private function source(array $columns, string $from, string $condition = ''): string
    {
        $columns = $this->sum($columns);

        return 'SELECT x.`id_product`, ' . $columns . ' AS `content` FROM `' . _DB_PREFIX_ . $from
            . ' WHERE {range}' . $condition . ' GROUP BY x.`id_product`';
    }

    /**
     * @param string[] $columns
     * @param string $from behind the shop's prefix
     */
    private function total(array $columns, string $from, string $condition): string
    {
        $columns = $this->sum($columns);

        return 'SELECT ' . $columns . ' FROM `' . _DB_PREFIX_ . $from . ' WHERE ' . $condition;
    }

    /**
     * Equal for equal rows, in whatever order they stand.
     *
     * @param string[] $columns
     */
    private function sum(array $columns): string
    {
        $values = array_map(function (string $column): string {
            return 'IFNULL(' . $column . ', \'~\')';
        }, $columns);

        return 'SUM(CRC32(CONCAT_WS(\'|\', ' . implode(', ', $values) . ')))';
    }

    /**
     * With whether a discount holds now: nothing else changes when it begins and ends.
     *
     * @return string[]
     */
    private function discountColumns(): array
    {
        $now = '\'' . date('Y-m-d H:i:00') . '\'';
        $never = '\'0000-00-00 00:00:00\'';

        return array_merge($this->columns('specific_price'), [
            '((x.`from` = ' . $never . ' OR x.`from` <= ' . $now . ')'
            . ' AND (x.`to` = ' . $never . ' OR x.`to` >= ' . $now . '))',
        ]);
    }

    /**
     * @return string[] of a table that is x in the statement
     */
    private function columns(string $table): array
    {
        $names = $this->database->column('SHOW COLUMNS FROM `' . _DB_PREFIX_ . bqSQL($table) . '`');

        return array_map(function (string $name): string {
            return 'x.`' . bqSQL($name) . '`';
        }, array_values(array_diff($names, self::IGNORED)));
    }
}
