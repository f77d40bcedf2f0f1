<?php
/**
 * The guest, the address and the cart an order is made from. All of it inside the import's transaction.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderCart
{
    /**
     * A saved cart with its rows and prices, standing in the shop's context.
     *
     * @param array $rows rows of product, variant, quantity, netUnitPrice
     */
    public static function fill(array $draft, array $place, array $rows): Cart
    {
        $customer = self::findOrMakeGuest($draft, $place);
        $address = self::makeAddress($draft, $place, (int) $customer->id);
        $cart = self::makeCart($place, $customer, (int) $address->id);
        self::writeRows($cart, $rows);
        self::writePrices($cart, $rows);
        WeftOrderScene::forgetReckonings();
        self::offerOnlyCarrier($cart, $place, $rows);
        $cart = new Cart((int) $cart->id);
        WeftOrderScene::seat($customer, $cart);

        return $cart;
    }

    /**
     * The order has its prices by now, and the shop reads those of a cart nowhere else. Left alone they
     * would be a row more for every line ever sold.
     */
    public static function dropPrices(int $cartId)
    {
        if ($cartId > 0) {
            WeftDb::run('DELETE FROM `' . _DB_PREFIX_ . 'specific_price` WHERE `id_cart` = ' . $cartId);
        }
    }

    private static function findOrMakeGuest(array $draft, array $place): Customer
    {
        $email = WeftOrderDraft::guestEmail($draft);
        $known = WeftDb::number(
            'SELECT `id_customer` FROM `' . _DB_PREFIX_ . 'customer` WHERE `email` = \'' . pSQL($email) . '\''
            . ' ORDER BY `id_customer` LIMIT 1'
        );
        if ($known > 0) {
            self::dropOpenCarts($known);

            return new Customer($known);
        }
        // The shop may refuse guests to its own visitors; this one has bought already.
        Configuration::set('PS_GUEST_CHECKOUT_ENABLED', 1);
        $customer = new Customer();
        $customer->id_default_group = $place['groupId'];
        $customer->id_lang = $place['languageId'];
        $customer->id_shop = $place['shopId'];
        $customer->passwd = Tools::hash(bin2hex(random_bytes(16)));
        $customer->email = $email;
        $customer->is_guest = 1;
        $customer->active = 1;
        $customer->groupBox = [$place['groupId']];
        $names = WeftBuyerText::names($draft['address']);
        $customer->firstname = $names['firstname'];
        $customer->lastname = $names['lastname'];
        WeftBuyerFields::complete($customer);
        self::save($customer);

        return $customer;
    }

    /**
     * An import by the webservice that never got to an order left them. A request of it that is still
     * on its way must not find a cart to make a second order from.
     */
    private static function dropOpenCarts(int $customerId)
    {
        $carts = WeftDb::column(
            'SELECT c.`id_cart` FROM `' . _DB_PREFIX_ . 'cart` c LEFT JOIN `' . _DB_PREFIX_ . 'orders` o'
            . ' ON o.`id_cart` = c.`id_cart` WHERE o.`id_order` IS NULL AND c.`id_customer` = ' . $customerId
        );
        foreach ($carts as $cartId) {
            foreach (['cart', 'cart_product', 'specific_price'] as $table) {
                WeftDb::run('DELETE FROM `' . _DB_PREFIX_ . $table . '` WHERE `id_cart` = ' . (int) $cartId);
            }
        }
    }

    private static function makeAddress(array $draft, array $place, int $customerId): Address
    {
        $names = WeftBuyerText::names($draft['address']);
        $address = new Address();
        $address->id_customer = $customerId;
        $address->id_country = $place['countryId'];
        $address->id_state = $place['stateId'];
        $address->alias = mb_substr(WeftBuyerText::name($draft['paymentLabel']), 0, 32, 'UTF-8');
        $address->firstname = $names['firstname'];
        $address->lastname = $names['lastname'];
        $address->address1 = WeftBuyerText::addressLine($draft['address']['line1']);
        if ($draft['address']['line2'] !== '') {
            $address->address2 = WeftBuyerText::addressLine($draft['address']['line2']);
        }
        $address->postcode = WeftBuyerText::postcode($draft['address']['postcode']);
        $address->city = WeftBuyerText::city($draft['address']['city']);
        $address->phone = WeftBuyerText::phone($draft['address']['phone']);
        WeftBuyerFields::complete($address);
        self::save($address);

        return $address;
    }

    private static function makeCart(array $place, Customer $customer, int $addressId): Cart
    {
        $cart = new Cart();
        $cart->id_shop = $place['shopId'];
        $cart->id_shop_group = (int) Context::getContext()->shop->id_shop_group;
        $cart->id_currency = $place['currencyId'];
        $cart->id_lang = $place['languageId'];
        $cart->id_customer = (int) $customer->id;
        $cart->id_guest = 0;
        $cart->secure_key = $customer->secure_key;
        $cart->id_address_delivery = $addressId;
        $cart->id_address_invoice = $addressId;
        $cart->id_carrier = $place['carrierId'];
        $cart->delivery_option = json_encode([$addressId => $place['carrierId'] . ',']);
        self::save($cart);

        return $cart;
    }

    /**
     * Written past the shop's cart, which would turn down what is out of stock or no longer for sale.
     */
    private static function writeRows(Cart $cart, array $rows)
    {
        foreach ($rows as $row) {
            self::insert('cart_product', [
                'id_cart' => (int) $cart->id,
                'id_product' => $row['product'],
                'id_product_attribute' => $row['variant'],
                'id_address_delivery' => (int) $cart->id_address_delivery,
                'id_shop' => (int) $cart->id_shop,
                'id_customization' => 0,
                'quantity' => $row['quantity'],
                'date_add' => date('Y-m-d H:i:s'),
            ]);
        }
    }

    /**
     * Prices for this cart only. Written past the shop's object, whose hooks would tell the world of
     * a changed product.
     */
    private static function writePrices(Cart $cart, array $rows)
    {
        if (!Configuration::getGlobalValue('PS_SPECIFIC_PRICE_FEATURE_ACTIVE')) {
            Configuration::updateGlobalValue('PS_SPECIFIC_PRICE_FEATURE_ACTIVE', '1');
        }
        foreach ($rows as $row) {
            self::insert('specific_price', [
                'id_specific_price_rule' => 0,
                'id_cart' => (int) $cart->id,
                'id_product' => $row['product'],
                'id_product_attribute' => $row['variant'],
                'id_shop' => (int) $cart->id_shop,
                'id_shop_group' => 0,
                'id_currency' => (int) $cart->id_currency,
                'id_country' => 0,
                'id_group' => 0,
                'id_customer' => (int) $cart->id_customer,
                'price' => $row['netUnitPrice'],
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
     * The parcel goes with the carrier the merchant chose for the channel, in one piece: products,
     * groups and weights that the shop keeps from this carrier would split the order or move it to
     * another one. Answers the shop's two questions before it asks them.
     */
    private static function offerOnlyCarrier(Cart $cart, array $place, array $rows)
    {
        $list = 'Carrier::getAvailableCarrierList_';
        $carrier = get_object_vars(new Carrier($place['carrierId'], $place['languageId']));
        $offered = [['id_carrier' => $place['carrierId']] + $carrier];
        Cache::store($list . 'getCarriersForOrder_' . $place['zoneId'] . '-' . (int) $cart->id, [$offered, []]);
        foreach ($rows as $row) {
            Cache::store($list . $row['product'] . '-' . $place['shopId'], []);
        }
    }

    private static function save(ObjectModel $object)
    {
        if (!$object->add()) {
            throw new RuntimeException('The shop did not save a ' . get_class($object));
        }
    }

    private static function insert(string $table, array $row)
    {
        $escaped = array_map(function ($value) {
            return pSQL((string) $value);
        }, $row);
        if (!Db::getInstance()->insert($table, $escaped, false, false)) {
            throw new RuntimeException('The shop did not save a row of ' . $table);
        }
    }
}
