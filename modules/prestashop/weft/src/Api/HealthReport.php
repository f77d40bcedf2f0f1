<?php
/**
 * Answers the call "health": what Weft's health check cannot see from outside.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftHealth
{
    public static function read(array $with): array
    {
        WeftOrderStockMove::tidyUp();
        $codes = isset($with['countries']) && is_array($with['countries']) ? $with['countries'] : [];

        return [
            'module' => WeftShop::module()->version,
            'shop' => self::shop(),
            'hooks' => ['missing' => self::missingHooks()],
            'outbox' => WeftDeliveries::state(),
            'key' => WeftKey::state(),
            'paymentModules' => array_column(PaymentModule::getInstalledPaymentModules() ?: [], 'name'),
            'tables' => ['missing' => WeftTables::missing()],
            'language' => self::language(),
            'countries' => array_values(array_filter(array_map([__CLASS__, 'country'], $codes))),
        ];
    }

    private static function shop(): array
    {
        return [
            'version' => _PS_VERSION_,
            'php' => PHP_VERSION,
            'name' => (string) Configuration::get('PS_SHOP_NAME'),
            'url' => WeftShop::url(),
            'timeZone' => (string) Configuration::get('PS_TIMEZONE'),
            'now' => (int) floor(microtime(true) * 1000),
            'isSsl' => (bool) Configuration::get('PS_SSL_ENABLED'),
            'isRewriting' => (bool) Configuration::get('PS_REWRITING_SETTINGS'),
            'isMaintenance' => !Configuration::get('PS_SHOP_ENABLE'),
            'isMultishop' => Shop::isFeatureActive(),
            'isWebserviceOn' => (bool) Configuration::get('PS_WEBSERVICE'),
            'roundType' => (int) Configuration::get('PS_ROUND_TYPE'),
            'roundMode' => (int) Configuration::get('PS_PRICE_ROUND_MODE'),
        ];
    }

    private static function missingHooks(): array
    {
        $registered = WeftDb::column(
            'SELECT LOWER(h.`name`) FROM `' . _DB_PREFIX_ . 'hook_module` hm'
            . ' JOIN `' . _DB_PREFIX_ . 'hook` h ON h.`id_hook` = hm.`id_hook`'
            . ' WHERE hm.`id_module` = ' . (int) WeftShop::module()->id
            . ' AND hm.`id_shop` = ' . (int) Context::getContext()->shop->id
        );

        return array_values(array_filter(WeftHooks::all(), function ($hook) use ($registered) {
            return !in_array(strtolower($hook), $registered, true);
        }));
    }

    private static function language()
    {
        $row = WeftDb::row(
            'SELECT `iso_code`, `active` FROM `' . _DB_PREFIX_ . 'lang`'
            . ' WHERE `id_lang` = ' . (int) Configuration::get('PS_LANG_DEFAULT')
        );

        return $row === [] ? null : ['code' => $row['iso_code'], 'isActive' => (bool) $row['active']];
    }

    private static function country($code)
    {
        $row = WeftDb::row(
            'SELECT c.`id_country`, c.`id_zone`, c.`active`, z.`active` AS `is_zone_active`'
            . ' FROM `' . _DB_PREFIX_ . 'country` c'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'zone` z ON z.`id_zone` = c.`id_zone`'
            . ' WHERE c.`iso_code` = \'' . pSQL((string) $code) . '\''
        );

        return $row === [] ? null : [
            'code' => (string) $code,
            'isActive' => (bool) $row['active'],
            'isZoneActive' => (bool) $row['is_zone_active'],
            'carriers' => self::carriers((int) $row['id_zone']),
            'hasTax' => self::hasTax((int) $row['id_country']),
        ];
    }

    /**
     * References, which stay the same when the merchant edits a carrier.
     */
    private static function carriers(int $zoneId): array
    {
        return array_map('strval', WeftDb::column(
            'SELECT DISTINCT c.`id_reference` FROM `' . _DB_PREFIX_ . 'carrier` c'
            . ' JOIN `' . _DB_PREFIX_ . 'carrier_zone` cz ON cz.`id_carrier` = c.`id_carrier`'
            . ' JOIN `' . _DB_PREFIX_ . 'carrier_shop` cs ON cs.`id_carrier` = c.`id_carrier`'
            . ' WHERE c.`deleted` = 0 AND c.`active` = 1 AND cz.`id_zone` = ' . $zoneId
            . ' AND cs.`id_shop` = ' . (int) Context::getContext()->shop->id . ' ORDER BY c.`id_reference`'
        ));
    }

    private static function hasTax(int $countryId): bool
    {
        return WeftDb::number(
            'SELECT COUNT(*) FROM `' . _DB_PREFIX_ . 'tax_rule` r'
            . ' JOIN `' . _DB_PREFIX_ . 'tax_rules_group` g ON g.`id_tax_rules_group` = r.`id_tax_rules_group`'
            . ' WHERE g.`active` = 1 AND g.`deleted` = 0 AND r.`id_country` = ' . $countryId
        ) > 0;
    }
}
