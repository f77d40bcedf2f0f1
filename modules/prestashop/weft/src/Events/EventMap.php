<?php
/**
 * Which hook means which event, and where the ids are found. Knows nothing of storing or sending.
 *
 * Orders have no event for being placed: Weft looks at orders it made itself, and a sale in the shop
 * reaches it as changed stock. An edited carrier has none either: Weft knows carriers by their
 * reference, which stays, and reads the name when a parcel leaves.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftEventMap
{
    const MAP = [
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
        // A catalogue rule removes its prices with plain SQL: before an update they can still be read,
        // at a deletion they are gone already. Those it makes anew arrive one by one as prices.
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

    public static function hooks()
    {
        return array_keys(self::MAP);
    }

    /**
     * ['type' => string, 'ids' => int[]], or null when Weft need not know.
     */
    public static function toEvent($hook, array $params)
    {
        $known = array_change_key_case(self::MAP, CASE_LOWER);
        $hook = strtolower($hook);
        if (!isset($known[$hook])) {
            return null;
        }
        list($type, $where) = $known[$hook];
        $ids = array_values(array_filter(array_map('intval', self::findIds($where, $params))));

        return $ids === [] ? null : ['type' => $type, 'ids' => $ids];
    }

    private static function findIds($where, array $params)
    {
        if ($where === 'price') {
            return self::idsOfPrice(isset($params['object']) ? $params['object'] : null);
        }
        if ($where === 'rule') {
            return self::idsOfRule((int) self::follow('object.id', $params));
        }
        if ($where === 'tracking') {
            return self::idsOfTracking(isset($params['object']) ? $params['object'] : null);
        }

        return $where === 'all' ? self::idsOfAllProducts() : [self::follow($where, $params)];
    }

    /**
     * A price for one cart is how an order is written, not a change of the product's price. A price
     * for product 0 is one for all products.
     */
    private static function idsOfPrice($price)
    {
        if (!is_object($price) || !empty($price->id_cart)) {
            return [];
        }

        return (int) $price->id_product > 0 ? [(int) $price->id_product] : self::idsOfAllProducts();
    }

    /**
     * PrestaShop writes the row while it makes the order and its invoice, with no number in it yet.
     */
    private static function idsOfTracking($parcel)
    {
        return is_object($parcel) && (string) $parcel->tracking_number !== '' ? [(int) $parcel->id_order] : [];
    }

    private static function idsOfRule($ruleId)
    {
        $rows = Db::getInstance()->executeS(
            'SELECT DISTINCT `id_product` FROM `' . _DB_PREFIX_ . 'specific_price`'
            . ' WHERE `id_specific_price_rule` = ' . (int) $ruleId,
            true,
            false
        );
        $ids = array_map('intval', array_column($rows ?: [], 'id_product'));

        return in_array(0, $ids, true) ? self::idsOfAllProducts() : $ids;
    }

    private static function idsOfAllProducts()
    {
        $rows = Db::getInstance()->executeS(
            'SELECT DISTINCT `id_product` FROM `' . _DB_PREFIX_ . 'product_shop` WHERE `active` = 1',
            true,
            false
        );

        return array_column($rows ?: [], 'id_product');
    }

    /**
     * Reads "object.id" from arrays and objects alike; 0 when a step is missing.
     */
    private static function follow($path, $value)
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
