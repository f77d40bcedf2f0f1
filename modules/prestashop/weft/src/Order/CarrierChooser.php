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

use Carrier;
use Configuration;
use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Support\Database;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Which carrier brings an order to its address: the one the merchant chose for the channel, or one the shop itself could
 * take.
 */
class CarrierChooser
{
    /** @var Database */
    private $database;

    public function __construct(Database $database)
    {
        $this->database = $database;
    }

    /**
     * The preferred carrier as it is today (an edit gives it a new id under the same reference). Without a preference
     * never a pick-up: the shop's default carrier, its own before those of other modules, a free one before others, of
     * those that serve the zone and take goods of this price and weight. Goods that are sold and that none of them takes
     * get the first that serves the zone: a merchant can choose another one on the order.
     *
     * @throws Refusal "carrier_missing" or "carrier_zone"
     */
    public function choose(OrderDraft $draft, int $zoneId, int $shopId, int $currencyId): int
    {
        $reference = $draft->carrierReference;
        $carriers = array_filter($this->activeCarriers($zoneId, $shopId), function (array $row) use ($reference): bool {
            return $reference === '' ? !PickUp::isNamedIn([$row['name'], $row['delay']]) : (string) $row['id_reference'] === $reference;
        });
        if ($carriers === []) {
            throw new Refusal('carrier_missing', ['reference' => $reference]);
        }
        $served = array_values(array_filter($carriers, function (array $row): bool {
            return (int) $row['serves_zone'] > 0;
        }));
        if ($served === []) {
            throw new Refusal('carrier_zone', ['country' => $draft->address->country]);
        }
        foreach ($reference === '' ? $served : [] as $row) {
            if ($this->takes($row, $draft, $zoneId, $currencyId)) {
                return (int) $row['id_carrier'];
            }
        }

        return (int) $served[0]['id_carrier'];
    }

    /**
     * @return array<int, array<string, mixed>> in the order in which they are taken
     */
    private function activeCarriers(int $zoneId, int $shopId): array
    {
        return $this->database->rows(
            'SELECT c.`id_carrier`, c.`id_reference`, c.`name`, c.`is_free`, c.`range_behavior`, c.`max_weight`,'
            . ' (SELECT GROUP_CONCAT(l.`delay` SEPARATOR \' \') FROM `' . _DB_PREFIX_ . 'carrier_lang` l'
            . ' WHERE l.`id_carrier` = c.`id_carrier` AND l.`id_shop` = ' . (int) $shopId . ') AS delay,'
            . ' (SELECT COUNT(*) FROM `' . _DB_PREFIX_ . 'carrier_zone` z'
            . ' WHERE z.`id_carrier` = c.`id_carrier` AND z.`id_zone` = ' . (int) $zoneId . ') AS serves_zone'
            . ' FROM `' . _DB_PREFIX_ . 'carrier` c'
            . ' JOIN `' . _DB_PREFIX_ . 'carrier_shop` s ON s.`id_carrier` = c.`id_carrier`'
            . ' WHERE c.`active` = 1 AND c.`deleted` = 0 AND s.`id_shop` = ' . (int) $shopId
            . ' ORDER BY c.`id_carrier` = ' . (int) Configuration::get('PS_CARRIER_DEFAULT') . ' DESC,'
            . ' c.`is_module`, c.`is_free` DESC, c.`id_carrier`'
        );
    }

    /**
     * Whether the shop offers the carrier for such goods: within its greatest weight, and within its prices where they
     * are not to go on beyond the last one.
     *
     * @param array<string, mixed> $row
     */
    private function takes(array $row, OrderDraft $draft, int $zoneId, int $currencyId): bool
    {
        $weight = $this->weight($draft);
        if ((float) $row['max_weight'] > 0 && $weight > (float) $row['max_weight']) {
            return false;
        }
        if ($row['is_free'] || !$row['range_behavior']) {
            return true;
        }
        $carrier = new Carrier((int) $row['id_carrier']);
        if ($carrier->getShippingMethod() === Carrier::SHIPPING_METHOD_WEIGHT) {
            return (bool) Carrier::checkDeliveryPriceByWeight((int) $carrier->id, $weight, $zoneId);
        }
        $goodsMinor = $draft->totalMinor + $draft->discountMinor - $draft->shippingMinor;
        $price = (float) Money::format($goodsMinor, $draft->currency);

        return (bool) Carrier::checkDeliveryPriceByPrice((int) $carrier->id, $price, $zoneId, $currencyId);
    }

    private function weight(OrderDraft $draft): float
    {
        $weight = 0.0;
        foreach ($draft->lines as $line) {
            $row = $this->database->row(
                'SELECT p.`weight` + COALESCE(a.`weight`, 0) AS weight FROM `' . _DB_PREFIX_ . 'product` p'
                . ' LEFT JOIN `' . _DB_PREFIX_ . 'product_attribute` a ON a.`id_product` = p.`id_product`'
                . ' AND a.`id_product_attribute` = ' . (int) $line->variantId
                . ' WHERE p.`id_product` = ' . (int) $line->productId
            );
            $weight += $row === [] ? 0.0 : (float) $row['weight'] * $line->quantity;
        }

        return $weight;
    }
}
