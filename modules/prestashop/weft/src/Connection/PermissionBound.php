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

namespace PrestaShop\Module\Weft\Connection;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The most a key that this module makes may ever allow, whatever the other side asks for: what an address says that
 * somebody pasted may come from anybody.
 */
class PermissionBound
{
    private const MOST = [
        'addresses' => ['GET', 'POST'],
        'carriers' => ['GET'],
        'categories' => ['GET'],
        'combinations' => ['GET'],
        'configurations' => ['GET'],
        'countries' => ['GET'],
        'currencies' => ['GET'],
        'deliveries' => ['GET'],
        'groups' => ['GET'],
        'languages' => ['GET'],
        'order_carriers' => ['GET', 'PATCH', 'PUT'],
        'order_histories' => ['GET', 'POST'],
        'order_invoices' => ['GET'],
        'order_slip' => ['GET'],
        'order_states' => ['GET'],
        'orders' => ['GET', 'PATCH', 'PUT'],
        'product_feature_values' => ['GET'],
        'product_features' => ['GET'],
        'product_option_values' => ['GET'],
        'product_options' => ['GET'],
        'products' => ['GET'],
        'shop_groups' => ['GET'],
        'shop_urls' => ['GET'],
        'shops' => ['GET'],
        'specific_prices' => ['GET'],
        'states' => ['GET'],
        'stock_availables' => ['GET'],
    ];

    /**
     * Those of the permissions that are within the bound.
     *
     * @param array<mixed, mixed> $asked resource => methods, as they came
     *
     * @return array<string, string[]>
     */
    public static function within(array $asked): array
    {
        $granted = [];
        foreach (self::MOST as $resource => $methods) {
            $wanted = isset($asked[$resource]) && is_array($asked[$resource]) ? $asked[$resource] : [];
            $both = array_values(array_intersect($methods, array_filter($wanted, 'is_string')));
            if ($both !== []) {
                $granted[$resource] = $both;
            }
        }

        return $granted;
    }
}
