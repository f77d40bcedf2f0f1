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

use Cache;
use Carrier;
use Cart;
use Configuration;
use Context;
use Customer;
use ObjectModel;
use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Support\Database;
use RuntimeException;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Makes the cart an order is made from, for its buyer. All of it inside the import's transaction.
 */
class CartBuilder
{
    /** @var Database */
    private $database;

    /** @var OrderContext */
    private $context;

    /** @var BuyerBuilder */
    private $buyers;

    public function __construct(Database $database, OrderContext $context, BuyerBuilder $buyers)
    {
        $this->database = $database;
        $this->context = $context;
        $this->buyers = $buyers;
    }

    /**
     * A saved cart with its rows and prices, as the cart of the shop's context.
     *
     * @throws Refusal "buyer_field"
     */
    public function build(OrderImport $import): Cart
    {
        $customer = $this->buyers->findOrMakeGuest($import);
        $address = $this->buyers->makeAddress($import, (int) $customer->id);
        $cart = $this->makeCart($import->ids, $customer, (int) $address->id);
        $this->writeRows($cart, $import->rows);
        $this->writePrices($cart, $import->rows);
        $this->context->clearCaches();
        $this->offerOnlyCarrier($cart, $import);
        $cart = new Cart((int) $cart->id);
        $this->context->useCart($customer, $cart);

        return $cart;
    }

    /**
     * Removes the prices of a cart. The order has them by now and the shop reads those of a cart nowhere else; left
     * alone they would be a row more for every line ever sold.
     */
    public function dropPrices(int $cartId): void
    {
        if ($cartId > 0) {
            $this->database->run('DELETE FROM `' . _DB_PREFIX_ . 'specific_price` WHERE `id_cart` = ' . (int) $cartId);
        }
    }

    private function makeCart(StoreIds $ids, Customer $customer, int $addressId): Cart
    {
        $cart = new Cart();
        $cart->id_shop = $ids->shopId;
        $cart->id_shop_group = (int) Context::getContext()->shop->id_shop_group;
        $cart->id_currency = $ids->currencyId;
        $cart->id_lang = $ids->languageId;
        $cart->id_customer = (int) $customer->id;
        $cart->id_guest = 0;
        $cart->secure_key = $customer->secure_key;
        $cart->id_address_delivery = $addressId;
        $cart->id_address_invoice = $addressId;
        $cart->id_carrier = $ids->destination->carrierId;
        $cart->delivery_option = (string) json_encode([$addressId => $ids->destination->carrierId . ',']);
        $this->save($cart);

        return $cart;
    }

    /**
     * Written past the shop's cart, which would refuse what is out of stock or no longer for sale.
     *
     * @param CartRow[] $rows
     */
    private function writeRows(Cart $cart, array $rows): void
    {
        foreach ($rows as $row) {
            $this->database->insert('cart_product', [
                'id_cart' => (int) $cart->id,
                'id_product' => $row->productId,
                'id_product_attribute' => $row->variantId,
                'id_address_delivery' => (int) $cart->id_address_delivery,
                'id_shop' => (int) $cart->id_shop,
                'id_customization' => 0,
                'quantity' => $row->quantity,
                'date_add' => date('Y-m-d H:i:s'),
            ]);
        }
    }

    /**
     * Prices for this cart only. Written past the shop's object, whose hooks would report a changed product.
     *
     * @param CartRow[] $rows
     */
    private function writePrices(Cart $cart, array $rows): void
    {
        if (!Configuration::getGlobalValue('PS_SPECIFIC_PRICE_FEATURE_ACTIVE')) {
            Configuration::updateGlobalValue('PS_SPECIFIC_PRICE_FEATURE_ACTIVE', '1');
        }
        foreach ($rows as $row) {
            $this->database->insert('specific_price', [
                'id_specific_price_rule' => 0,
                'id_cart' => (int) $cart->id,
                'id_product' => $row->productId,
                'id_product_attribute' => $row->variantId,
                'id_shop' => (int) $cart->id_shop,
                'id_shop_group' => 0,
                'id_currency' => (int) $cart->id_currency,
                'id_country' => 0,
                'id_group' => 0,
                'id_customer' => (int) $cart->id_customer,
                'price' => $row->netUnitPrice,
                'from_quantity' => 1,
                'reduction' => 0,
                'reduction_tax' => 1,
                'reduction_type' => 'amount',
                'from' => '0000-00-00 00:00:00',
                'to' => '0000-00-00 00:00:00',
            ]);
        }
    }

    /**
     * Sends the parcel with the carrier the merchant chose for the channel, in one piece: products, groups and weights
     * that the shop keeps from this carrier would split the order or move it to another one. The answers are stored in
     * the shop's cache before it asks.
     */
    private function offerOnlyCarrier(Cart $cart, OrderImport $import): void
    {
        $list = 'Carrier::getAvailableCarrierList_';
        $destination = $import->ids->destination;
        $carrier = get_object_vars(new Carrier($destination->carrierId, $import->ids->languageId));
        $offered = [['id_carrier' => $destination->carrierId] + $carrier];
        Cache::store($list . 'getCarriersForOrder_' . $destination->zoneId . '-' . (int) $cart->id, [$offered, []]);
        foreach ($import->rows as $row) {
            Cache::store($list . $row->productId . '-' . $import->ids->shopId, []);
        }
    }

    private function save(ObjectModel $object): void
    {
        if (!$object->add()) {
            throw new RuntimeException('PrestaShop did not save a ' . get_class($object));
        }
    }
}
