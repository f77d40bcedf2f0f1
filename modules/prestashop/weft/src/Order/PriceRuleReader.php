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

use Address;
use Configuration;
use Context;
use Currency;
use Group;
use GroupReduction;
use PrestaShop\Module\Weft\Support\Database;
use Product;
use Tax;
use TaxManagerFactory;
use Tools;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Reads the price rules of the products of a draft: tax at the buyer's address, the guest group's reduction, ecotax.
 * Each comes from the shop's own calculators.
 */
class PriceRuleReader
{
    /** A group that gets everything for nothing has no price that could be paid. */
    private const LEAST_FACTOR = 0.000001;

    /** @var Database */
    private $database;

    public function __construct(Database $database)
    {
        $this->database = $database;
    }

    /**
     * @return array<string, PriceRule> "product:variant" => its rule, of what the shop does not have one that says so
     */
    public function read(OrderDraft $draft, StoreIds $ids): array
    {
        $rules = [];
        foreach ($draft->lines as $line) {
            $key = $line->key();
            if (isset($rules[$key])) {
                continue;
            }
            $row = $this->readProduct($line, $ids->shopId);
            $rules[$key] = $row === null
                ? new PriceRule(1.0, 0.0, $line->variantId > 0 ? $key : (string) $line->productId)
                : $this->ruleOf($row, $line->productId, $draft, $ids);
        }

        return $rules;
    }

    /**
     * A line without a variant does not fit a product that has some: the shop would take any of them.
     *
     * @return array<string, mixed>|null
     */
    private function readProduct(OrderLine $line, int $shopId): ?array
    {
        $ofVariant = $line->variantId > 0 ? ' AND v.`id_product_attribute` = ' . (int) $line->variantId : '';
        $row = $this->database->row(
            'SELECT s.`ecotax`, v.`ecotax` AS variant_ecotax, v.`id_product_attribute` AS variant'
            . ' FROM `' . _DB_PREFIX_ . 'product_shop` s'
            . ' JOIN `' . _DB_PREFIX_ . 'product` p ON p.`id_product` = s.`id_product`'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'product_attribute_shop` v ON v.`id_product` = s.`id_product`'
            . ' AND v.`id_shop` = s.`id_shop`' . $ofVariant
            . ' WHERE s.`id_product` = ' . (int) $line->productId . ' AND s.`id_shop` = ' . (int) $shopId
        );
        if ($row === [] || (int) $row['variant'] > 0 !== $line->variantId > 0) {
            return null;
        }

        return $row;
    }

    /**
     * @param array<string, mixed> $row
     */
    private function ruleOf(array $row, int $productId, OrderDraft $draft, StoreIds $ids): PriceRule
    {
        $address = $this->taxAddress($draft, $ids);
        $taxRulesGroupId = (int) Product::getIdTaxRulesGroupByIdProduct($productId, Context::getContext());
        $kept = 1 - $this->groupReduction($productId, $ids->groupId);

        return new PriceRule(
            max(self::LEAST_FACTOR, $this->taxFactor($address, $taxRulesGroupId) * $kept),
            $this->ecotax($row, $address, $ids) * $kept
        );
    }

    /**
     * The buyer's address as far as the shop's tax rules read it; it is not stored.
     */
    private function taxAddress(OrderDraft $draft, StoreIds $ids): Address
    {
        $address = new Address();
        $address->id_country = $ids->destination->countryId;
        $address->id_state = $ids->destination->provinceId;
        $address->postcode = BuyerText::postcode($draft->address->postcode);

        return $address;
    }

    private function taxFactor(Address $address, int $taxRulesGroupId): float
    {
        if (Tax::excludeTaxeOption()) {
            return 1.0;
        }

        return (float) TaxManagerFactory::getManager($address, $taxRulesGroupId)->getTaxCalculator()->addTaxes(1.0);
    }

    private function groupReduction(int $productId, int $groupId): float
    {
        $ofCategory = GroupReduction::getValueForProduct($productId, $groupId);
        if ($ofCategory !== false) {
            return (float) $ofCategory;
        }

        return (float) Group::getReductionByIdGroup($groupId) / 100;
    }

    /**
     * @param array<string, mixed> $row
     */
    private function ecotax(array $row, Address $address, StoreIds $ids): float
    {
        if (!Configuration::get('PS_USE_ECOTAX')) {
            return 0.0;
        }
        $net = (float) $row['variant_ecotax'] > 0 ? (float) $row['variant_ecotax'] : (float) $row['ecotax'];
        $converted = (float) Tools::convertPrice($net, new Currency($ids->currencyId));

        return $converted * $this->taxFactor($address, (int) Configuration::get('PS_ECOTAX_TAX_RULES_GROUP_ID'));
    }
}
