<?php
/**
 * How this shop gets from the price of a cart row to what it charges: tax at the buyer's address, the
 * guest group's reduction, ecotax. Each comes from the shop's own calculators.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftPriceRules
{
    /** A group that gets everything for nothing has no price that could be paid. */
    const LEAST_FACTOR = 0.000001;

    /**
     * "product:variant" => rule, as WeftPrices::planLines() takes it. Throws
     * WeftRefusal("product_missing") with the products or "product:variant" this shop does not have.
     */
    public static function read(array $draft, array $place): array
    {
        $rules = [];
        $missing = [];
        foreach ($draft['lines'] as $line) {
            $key = $line['product'] . ':' . $line['variant'];
            if (isset($rules[$key])) {
                continue;
            }
            $row = self::readProduct($line['product'], $line['variant'], $place['shopId']);
            if ($row === null) {
                $missing[$key] = $line['variant'] > 0 ? $key : (string) $line['product'];
                continue;
            }
            $rules[$key] = self::ruleOf($row, $line['product'], $draft, $place);
        }
        if ($missing !== []) {
            throw new WeftRefusal('product_missing', ['products' => array_values($missing)]);
        }

        return $rules;
    }

    /**
     * Without a variant no product that has some is meant: the shop would take any of them.
     */
    private static function readProduct(int $productId, int $variantId, int $shopId)
    {
        $row = WeftDb::row(
            'SELECT s.`ecotax`, v.`ecotax` AS variant_ecotax, v.`id_product_attribute` AS variant'
            . ' FROM `' . _DB_PREFIX_ . 'product_shop` s'
            . ' JOIN `' . _DB_PREFIX_ . 'product` p ON p.`id_product` = s.`id_product`'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'product_attribute_shop` v ON v.`id_product` = s.`id_product`'
            . ' AND v.`id_shop` = s.`id_shop`' . ($variantId > 0 ? ' AND v.`id_product_attribute` = ' . $variantId : '')
            . ' WHERE s.`id_product` = ' . $productId . ' AND s.`id_shop` = ' . $shopId
        );
        if ($row === [] || (int) $row['variant'] > 0 !== $variantId > 0) {
            return null;
        }

        return $row;
    }

    private static function ruleOf(array $row, int $productId, array $draft, array $place): array
    {
        $address = self::taxAddress($draft, $place);
        $group = (int) Product::getIdTaxRulesGroupByIdProduct($productId, Context::getContext());
        $kept = 1 - self::groupReduction($productId, $place['groupId']);

        return [
            'factor' => max(self::LEAST_FACTOR, self::taxFactor($address, $group) * $kept),
            'ecotax' => self::ecotax($row, $address, $place) * $kept,
        ];
    }

    /**
     * The buyer's address as the shop's tax rules look at it; it is not stored.
     */
    private static function taxAddress(array $draft, array $place): Address
    {
        $address = new Address();
        $address->id_country = $place['countryId'];
        $address->id_state = $place['stateId'];
        $address->postcode = WeftBuyerText::postcode($draft['address']['postcode']);

        return $address;
    }

    private static function taxFactor(Address $address, int $taxRulesGroupId): float
    {
        if (Tax::excludeTaxeOption()) {
            return 1.0;
        }

        return (float) TaxManagerFactory::getManager($address, $taxRulesGroupId)->getTaxCalculator()->addTaxes(1.0);
    }

    private static function groupReduction(int $productId, int $groupId): float
    {
        $ofCategory = GroupReduction::getValueForProduct($productId, $groupId);
        if ($ofCategory !== false) {
            return (float) $ofCategory;
        }

        return (float) Group::getReductionByIdGroup($groupId) / 100;
    }

    private static function ecotax(array $row, Address $address, array $place): float
    {
        if (!Configuration::get('PS_USE_ECOTAX')) {
            return 0.0;
        }
        $net = (float) $row['variant_ecotax'] > 0 ? (float) $row['variant_ecotax'] : (float) $row['ecotax'];
        $converted = (float) Tools::convertPrice($net, new Currency($place['currencyId']));

        return $converted * self::taxFactor($address, (int) Configuration::get('PS_ECOTAX_TAX_RULES_GROUP_ID'));
    }
}
