<?php
/**
 * What Weft is told about this shop.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftShop
{
    /**
     * What goes with a pairing and with a key.
     */
    public static function card(): array
    {
        return ['url' => self::url(), 'version' => _PS_VERSION_, 'module' => self::module()->version];
    }

    public static function url(): string
    {
        $shop = Context::getContext()->shop;
        $isSecure = (bool) Configuration::get('PS_SSL_ENABLED');
        $host = $isSecure ? 'https://' . $shop->domain_ssl : 'http://' . $shop->domain;

        return rtrim($host . $shop->getBaseURI(), '/');
    }

    public static function module(): Module
    {
        return Module::getInstanceByName('weft');
    }

    public static function hasPatch(): bool
    {
        return version_compare(_PS_VERSION_, '8.0.0', '>=');
    }

    /**
     * The part of a condition on stock_available that holds for this shop: " AND alias.id_shop = ...".
     */
    public static function stockRestriction(string $alias): string
    {
        return StockAvailable::addSqlShopRestriction(null, null, $alias);
    }
}
