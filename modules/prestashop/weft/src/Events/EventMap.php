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

namespace PrestaShop\Module\Weft\Events;

use OrderCarrier;
use PrestaShop\Module\Weft\Support\Database;
use SpecificPrice;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Which hook means which event, and where the ids are found. Knows nothing of storing or sending.
 *
 * A placed order has no event: Weft reads back the orders it made itself, and a sale in the shop reaches it as changed
 * stock. An edited carrier has none: Weft knows carriers by their reference, which stays, and reads the name when a
 * parcel leaves.
 */
class EventMap
{
    private const MAP = [
        'actionObjectProductAddAfter' => ['product.saved', 'object.id'],
        'actionObjectProductUpdateAfter' => ['product.saved', 'object.id'],
        'actionObjectProductDeleteAfter' => ['product.deleted', 'object.id'],
        'actionProductSave' => ['product.saved', 'id_product'],
        'actionProductUpdate' => ['product.saved', 'id_product'],
        'actionProductDelete' => ['product.deleted', 'id_product'],
        'actionObjectCombinationAddAfter' => ['product.saved', 'object.id_product'],
        'actionObjectCombinationUpdateAfter' => ['product.saved', 'object.id_product'],
        'actionObjectCombinationDeleteAfter' => ['product.saved', 'object.id_product'],
        'actionObjectImageAddAfter' => ['product.saved', 'object.id_product'],
        'actionObjectImageUpdateAfter' => ['product.saved', 'object.id_product'],
        'actionObjectImageDeleteAfter' => ['product.saved', 'object.id_product'],
        'actionObjectSpecificPriceAddAfter' => ['product.saved', 'price'],
        'actionObjectSpecificPriceUpdateAfter' => ['product.saved', 'price'],
        'actionObjectSpecificPriceDeleteAfter' => ['product.saved', 'price'],
        // A catalogue rule removes its prices with plain SQL: before an update they can still be read, at a deletion
        // they are gone already. The prices it makes next call the price hooks one by one.
        'actionObjectSpecificPriceRuleUpdateBefore' => ['product.saved', 'rule'],
        'actionObjectSpecificPriceRuleDeleteAfter' => ['product.saved', 'all'],
        'actionObjectStockAvailableAddAfter' => ['stock.changed', 'object.id_product'],
        'actionObjectStockAvailableUpdateAfter' => ['stock.changed', 'object.id_product'],
        'actionObjectStockAvailableDeleteAfter' => ['stock.changed', 'object.id_product'],
        'actionUpdateQuantity' => ['stock.changed', 'id_product'],
        'actionOrderStatusPostUpdate' => ['order.state_changed', 'id_order'],
        'actionObjectOrderSlipAddAfter' => ['order.state_changed', 'object.id_order'],
        'actionObjectOrderCarrierUpdateAfter' => ['order.tracking_changed', 'tracking'],
        'actionAdminOrdersTrackingNumberUpdate' => ['order.tracking_changed', 'order.id'],
    ];

    /** @var Database */
    private $database;

    public function __construct(Database $database)
    {
        $this->database = $database;
    }

    /**
     * @return string[]
     */
    public static function hooks(): array
    {
        return array_keys(self::MAP);
    }

    /**
     * Null when Weft need not know.
     *
     * @param array<string, mixed> $params as PrestaShop gives them to the hook
     */
    public function toEvent(string $hook, array $params): ?Event
    {
        $known = array_change_key_case(self::MAP, CASE_LOWER);
        $hook = strtolower($hook);
        if (!isset($known[$hook])) {
            return null;
        }
        list($type, $where) = $known[$hook];
        $ids = array_values(array_filter(array_map('intval', $this->findIds($where, $params))));

        return $ids === [] ? null : new Event($type, $ids);
    }

    /**
     * @param array<string, mixed> $params
     *
     * @return int[]
     */
    private function findIds(string $where, array $params): array
    {
        $object = isset($params['object']) && is_object($params['object']) ? $params['object'] : null;
        switch ($where) {
            case 'price':
                return $this->idsOfPrice($object);
            case 'rule':
                return $this->idsOfRule(self::follow('object.id', $params));
            case 'tracking':
                return $this->idsOfTracking($object);
            case 'all':
                return $this->idsOfAllProducts();
            default:
                return [self::follow($where, $params)];
        }
    }

    /**
     * A price for one cart is part of an order and no change of the product. A price for product 0 is one for all.
     *
     * @param SpecificPrice|null $price
     *
     * @return int[]
     */
    private function idsOfPrice(?object $price): array
    {
        if ($price === null || !empty($price->id_cart)) {
            return [];
        }

        return (int) $price->id_product > 0 ? [(int) $price->id_product] : $this->idsOfAllProducts();
    }

    /**
     * PrestaShop writes the row without a number while it makes the order and its invoice.
     *
     * @param OrderCarrier|null $parcel
     *
     * @return int[]
     */
    private function idsOfTracking(?object $parcel): array
    {
        return $parcel !== null && (string) $parcel->tracking_number !== '' ? [(int) $parcel->id_order] : [];
    }

    /**
     * @return int[]
     */
    private function idsOfRule(int $ruleId): array
    {
        $ids = array_map('intval', $this->database->column(
            'SELECT DISTINCT `id_product` FROM `' . _DB_PREFIX_ . 'specific_price`'
            . ' WHERE `id_specific_price_rule` = ' . (int) $ruleId
        ));

        return in_array(0, $ids, true) ? $this->idsOfAllProducts() : $ids;
    }

    /**
     * @return int[]
     */
    private function idsOfAllProducts(): array
    {
        return array_map('intval', $this->database->column(
            'SELECT DISTINCT `id_product` FROM `' . _DB_PREFIX_ . 'product_shop` WHERE `active` = 1'
        ));
    }

    /**
     * Reads "object.id" from arrays and objects alike; 0 when a step is missing.
     *
     * @param mixed $value
     */
    private static function follow(string $path, $value): int
    {
        foreach (explode('.', $path) as $step) {
            if (is_array($value) && isset($value[$step])) {
                $value = $value[$step];
            } elseif (is_object($value) && isset($value->{$step})) {
                $value = $value->{$step};
            } else {
                return 0;
            }
        }

        return is_scalar($value) ? (int) $value : 0;
    }
}
