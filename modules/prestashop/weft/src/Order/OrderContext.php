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
use Cart;
use Context;
use Country;
use Currency;
use Customer;
use Language;
use Link;
use PrestaShop\Module\Weft\Support\CorePatches;
use SpecificPrice;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The context PrestaShop's code expects around an order: language, currency, country, customer, cart. A page of the
 * shop would have set it; a call from Weft has no page.
 */
class OrderContext
{
    private const CONTAINER_BUILDER = 'PrestaShop\PrestaShop\Adapter\ContainerBuilder';

    /** @var CorePatches */
    private $patches;

    public function __construct(CorePatches $patches)
    {
        $this->patches = $patches;
    }

    public function enter(StoreIds $ids): void
    {
        $context = Context::getContext();
        $context->language = new Language($ids->languageId);
        $context->currency = new Currency($ids->currencyId, null, $ids->shopId);
        $context->country = new Country($ids->destination->countryId, $ids->languageId);
        $context->cart = new Cart();
        $context->customer = new Customer();
        if (!is_object($context->link)) {
            $context->link = new Link();
        }
        if (empty($context->container)) {
            $context->container = call_user_func([self::CONTAINER_BUILDER, 'getContainer'], 'front', _PS_MODE_DEV_);
        }
        $this->patches->forgetPricePrecision($context);
    }

    public function useCart(Customer $customer, Cart $cart): void
    {
        Context::getContext()->customer = $customer;
        Context::getContext()->cart = $cart;
    }

    /**
     * Clears what the shop keeps of its computations in this request: wrong once its transaction was rolled back, or
     * its tables were written to past its objects.
     */
    public function clearCaches(): void
    {
        Cache::clean('*');
        SpecificPrice::flushCache();
        Cart::resetStaticCache();
    }
}
