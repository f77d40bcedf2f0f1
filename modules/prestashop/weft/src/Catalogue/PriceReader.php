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
use Currency;
use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Order\Money;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Store;
use Product;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * What a buyer would pay now for one unit, as the shop itself computes it: tax of the shop's own country included, with
 * and without the discounts of this moment, less what the group has off everything. The webservice's `price[...]` lack
 * that percentage, and take their decimals from the rounding mode unless they are told.
 */
class PriceReader
{
    private const MOST_PRODUCTS = 300;
    /** One call computes no longer; the rest is asked for again. Weft waits 20 s for an answer. */
    private const COMPUTE_SECONDS = 8;

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
     * @param array<string, mixed> $with
     *
     * @return array<string, mixed>
     *
     * @throws Refusal "products_too_many", "currency_missing"
     */
    public function read(array $with): array
    {
        $asked = isset($with['products']) && is_array($with['products']) ? $with['products'] : [];
        if (count($asked) > self::MOST_PRODUCTS) {
            throw new Refusal('products_too_many', ['most' => self::MOST_PRODUCTS]);
        }
        $until = microtime(true) + self::COMPUTE_SECONDS;
        $currency = $this->currency($with);
        $group = isset($with['group']) ? (int) $with['group'] : (int) Configuration::get('PS_CUSTOMER_GROUP');
        $rows = [];
        $left = [];
        foreach ($this->variants(array_map('intval', array_values($asked))) as $product => $variants) {
            if (microtime(true) > $until) {
                $left[] = (string) $product;
                continue;
            }
            foreach ($variants as $variant) {
                $rows[] = $this->row($product, $variant, $currency, $group);
            }
        }

        return [
            'currency' => (string) $currency->iso_code,
            'rows' => array_values(array_filter($rows)),
            'left' => $left,
        ];
    }

    /**
     * The asked currency, the shop's own where none is asked.
     *
     * @param array<string, mixed> $with
     *
     * @throws Refusal "currency_missing"
     */
    private function currency(array $with): Currency
    {
        $asked = isset($with['currencyId']) ? (int) $with['currencyId'] : 0;
        $currency = new Currency($asked > 0 ? $asked : (int) Configuration::get('PS_CURRENCY_DEFAULT'));
        if ($asked > 0 && (!$currency->id || $currency->deleted || !$currency->active)) {
            throw new Refusal('currency_missing', ['currency' => (string) $asked]);
        }

        return $currency;
    }

    /**
     * The variants this shop sells by product; [0] for a product without any.
     *
     * @param int[] $products
     *
     * @return array<int, int[]>
     */
    private function variants(array $products): array
    {
        if ($products === []) {
            return [];
        }
        $rows = $this->database->rows(
            'SELECT s.`id_product`, IFNULL(a.`id_product_attribute`, 0) AS `variant`'
            . ' FROM `' . _DB_PREFIX_ . 'product_shop` s'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'product_attribute_shop` a'
            . ' ON a.`id_product` = s.`id_product` AND a.`id_shop` = s.`id_shop`'
            . ' WHERE s.`id_shop` = ' . (int) $this->store->shopId()
            . ' AND s.`id_product` IN (' . implode(',', array_map('intval', $products)) . ')'
            . ' ORDER BY s.`id_product`, a.`id_product_attribute`'
        );
        $variants = [];
        foreach ($rows as $row) {
            $variants[(int) $row['id_product']][] = (int) $row['variant'];
        }

        return $variants;
    }

    /**
     * @return array{string, string, int, int}|null product, variant, price, price before discounts; null where the shop
     *                                              has no price
     */
    private function row(int $product, int $variant, Currency $currency, int $group): ?array
    {
        $now = $this->price($product, $variant, $currency, $group, true);
        $before = $this->price($product, $variant, $currency, $group, false);

        return $now === null || $before === null
            ? null
            : [(string) $product, (string) $variant, $now, max($now, $before)];
    }

    /**
     * In minor units, with the arguments of a product page for somebody of the group.
     */
    private function price(int $product, int $variant, Currency $currency, int $group, bool $isReduced): ?int
    {
        $specificPrice = null;
        $price = Product::priceCalculation(
            $this->store->shopId(),
            $product,
            $variant,
            (int) Configuration::get('PS_COUNTRY_DEFAULT'),
            0,
            '0',
            (int) $currency->id,
            $group,
            1,
            true,
            Money::decimals((string) $currency->iso_code),
            false,
            $isReduced,
            (bool) Configuration::get('PS_USE_ECOTAX'),
            $specificPrice,
            true
        );

        return $price === null ? null : Money::parse($price, (string) $currency->iso_code);
    }
}
