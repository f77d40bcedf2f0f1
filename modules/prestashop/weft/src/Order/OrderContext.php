<?php
/**
 * Sets the stage the shop's own code expects around an order: language, currency, country, customer,
 * cart. A page of the shop would have set it; a call from Weft has no page.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderScene
{
    public static function enter(array $place)
    {
        $context = Context::getContext();
        $context->language = new Language($place['languageId']);
        $context->currency = new Currency($place['currencyId'], null, $place['shopId']);
        $context->country = new Country($place['countryId'], $place['languageId']);
        $context->cart = new Cart();
        $context->customer = new Customer();
        if (!is_object($context->link)) {
            $context->link = new Link();
        }
        if (empty($context->container)) {
            $builder = 'PrestaShop\PrestaShop\Adapter\ContainerBuilder';
            $context->container = $builder::getContainer('front', _PS_MODE_DEV_);
        }
        self::forgetPrecision($context);
    }

    public static function seat(Customer $customer, Cart $cart)
    {
        Context::getContext()->customer = $customer;
        Context::getContext()->cart = $cart;
    }

    /**
     * The shop keeps what it reckoned in this request. None of it is true any more once its
     * transaction was rolled back, or written to behind its back.
     */
    public static function forgetReckonings()
    {
        Cache::clean('*');
        SpecificPrice::flushCache();
        Cart::resetStaticCache();
    }

    /**
     * The digits to round to are those of the first currency someone asked for in this request.
     */
    private static function forgetPrecision(Context $context)
    {
        if (!property_exists($context, 'priceComputingPrecision')) {
            return;
        }
        $forget = Closure::bind(function () {
            $this->priceComputingPrecision = null;
        }, $context, Context::class);
        $forget();
    }
}
