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
use Customer;
use ObjectModel;
use PrestaShop\Module\Weft\Support\Database;
use RuntimeException;
use Tools;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Makes the guest and the address of an order.
 */
class BuyerBuilder
{
    private const LONGEST_ALIAS = 32;

    /** @var Database */
    private $database;

    /** @var RequiredFields */
    private $requiredFields;

    public function __construct(Database $database, RequiredFields $requiredFields)
    {
        $this->database = $database;
        $this->requiredFields = $requiredFields;
    }

    /**
     * The guest of this very order, existing or made now. Carts that an import broken off left are removed.
     */
    public function findOrMakeGuest(OrderImport $import): Customer
    {
        $email = $import->draft->guestEmail();
        $known = $this->database->number(
            'SELECT `id_customer` FROM `' . _DB_PREFIX_ . 'customer` WHERE `email` = \'' . pSQL($email) . '\''
            . ' ORDER BY `id_customer` LIMIT 1'
        );
        if ($known > 0) {
            $this->dropOpenCarts($known);

            return new Customer($known);
        }
        // The shop may refuse guests to its own visitors; this one has bought already.
        Configuration::set('PS_GUEST_CHECKOUT_ENABLED', 1);
        $names = BuyerText::names($import->draft->address);
        $customer = new Customer();
        $customer->id_default_group = $import->ids->groupId;
        $customer->id_lang = $import->ids->languageId;
        $customer->id_shop = $import->ids->shopId;
        $customer->passwd = Tools::hash(bin2hex(random_bytes(16)));
        $customer->email = $email;
        $customer->is_guest = 1;
        $customer->active = 1;
        $customer->groupBox = [$import->ids->groupId];
        $customer->firstname = $names['firstname'];
        $customer->lastname = $names['lastname'];
        $this->requiredFields->complete($customer);
        $this->save($customer);

        return $customer;
    }

    /**
     * Removes the carts of an import through the webservice that never became an order. A request of that import which
     * is still on its way must not find a cart to make a second order from.
     */
    private function dropOpenCarts(int $customerId): void
    {
        $carts = $this->database->column(
            'SELECT c.`id_cart` FROM `' . _DB_PREFIX_ . 'cart` c LEFT JOIN `' . _DB_PREFIX_ . 'orders` o'
            . ' ON o.`id_cart` = c.`id_cart` WHERE o.`id_order` IS NULL AND c.`id_customer` = ' . (int) $customerId
        );
        foreach ($carts as $cartId) {
            foreach (['cart', 'cart_product', 'specific_price'] as $table) {
                $this->database->run('DELETE FROM `' . _DB_PREFIX_ . $table . '` WHERE `id_cart` = ' . (int) $cartId);
            }
        }
    }

    public function makeAddress(OrderImport $import, int $customerId): Address
    {
        $given = $import->draft->address;
        $names = BuyerText::names($given);
        $alias = BuyerText::name($import->draft->paymentLabel);
        $address = new Address();
        $address->id_customer = $customerId;
        $address->id_country = $import->ids->destination->countryId;
        $address->id_state = $import->ids->destination->provinceId;
        $address->alias = mb_substr($alias, 0, self::LONGEST_ALIAS, 'UTF-8');
        $address->firstname = $names['firstname'];
        $address->lastname = $names['lastname'];
        $address->address1 = BuyerText::addressLine($given->line1);
        if ($given->line2 !== '') {
            $address->address2 = BuyerText::addressLine($given->line2);
        }
        $address->postcode = BuyerText::postcode($given->postcode);
        $address->city = BuyerText::city($given->city);
        $address->phone = BuyerText::phone($given->phone);
        // A state that the shop does not have is part of the address all the same.
        $state = $import->ids->destination->provinceId === 0 ? $given->province : '';
        $address->other = BuyerText::other(array_filter([$given->other, $state]));
        $this->requiredFields->complete($address);
        $this->save($address);

        return $address;
    }

    /**
     * Gives an order its buyer back, where the database kept the order and not the guest and the address beside it.
     */
    public function restore(int $orderId, OrderImport $import): void
    {
        $row = $this->database->row(
            'SELECT o.`id_cart`, c.`email`, a.`id_address` FROM `' . _DB_PREFIX_ . 'orders` o'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'customer` c ON c.`id_customer` = o.`id_customer`'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'address` a'
            . ' ON a.`id_address` = o.`id_address_delivery` AND a.`id_customer` = c.`id_customer`'
            . ' WHERE o.`id_order` = ' . (int) $orderId
        );
        if ($row === [] || ($row['email'] === $import->draft->guestEmail() && (int) $row['id_address'] > 0)) {
            return;
        }
        $customer = $this->findOrMakeGuest($import);
        $addressId = (int) $this->makeAddress($import, (int) $customer->id)->id;
        $this->database->run(
            'UPDATE `' . _DB_PREFIX_ . 'orders` SET `id_customer` = ' . (int) $customer->id
            . ', `secure_key` = \'' . pSQL($customer->secure_key) . '\''
            . ', `id_address_delivery` = ' . (int) $addressId . ', `id_address_invoice` = ' . (int) $addressId
            . ' WHERE `id_order` = ' . (int) $orderId
        );
    }

    private function save(ObjectModel $object): void
    {
        if (!$object->add()) {
            throw new RuntimeException('PrestaShop did not save a ' . get_class($object));
        }
    }
}
