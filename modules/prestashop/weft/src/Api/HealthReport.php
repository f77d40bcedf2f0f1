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

namespace PrestaShop\Module\Weft\Api;

use Configuration;
use PaymentModule;
use PrestaShop\Module\Weft\Connection\OwnWebserviceKey;
use PrestaShop\Module\Weft\Events\DeliveryReport;
use PrestaShop\Module\Weft\Hook\HookRegistry;
use PrestaShop\Module\Weft\Order\StockChangeApplier;
use PrestaShop\Module\Weft\Support\AdminFolder;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Engines;
use PrestaShop\Module\Weft\Support\Store;
use PrestaShop\Module\Weft\Support\Tables;
use Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The call `health`: what Weft's health check cannot see from outside.
 */
class HealthReport
{
    /** @var Store */
    private $store;

    /** @var HookRegistry */
    private $hooks;

    /** @var DeliveryReport */
    private $deliveries;

    /** @var OwnWebserviceKey */
    private $key;

    /** @var Tables */
    private $tables;

    /** @var Database */
    private $database;

    /** @var StockChangeApplier */
    private $stockChanges;

    /** @var Engines */
    private $engines;

    /** @var AdminFolder */
    private $adminFolder;

    public function __construct(
        Store $store,
        HookRegistry $hooks,
        DeliveryReport $deliveries,
        OwnWebserviceKey $key,
        Tables $tables,
        Database $database,
        StockChangeApplier $stockChanges,
        Engines $engines,
        AdminFolder $adminFolder
    ) {
        $this->store = $store;
        $this->hooks = $hooks;
        $this->deliveries = $deliveries;
        $this->key = $key;
        $this->tables = $tables;
        $this->database = $database;
        $this->stockChanges = $stockChanges;
        $this->engines = $engines;
        $this->adminFolder = $adminFolder;
    }

    /**
     * @param array<string, mixed> $with `countries`: ISO codes
     *
     * @return array<string, mixed> as docs/module.md says
     */
    public function read(array $with): array
    {
        $this->stockChanges->applyAllSafely();
        $codes = isset($with['countries']) && is_array($with['countries']) ? $with['countries'] : [];

        return [
            'module' => $this->store->moduleVersion(),
            'shop' => $this->shop(),
            'hooks' => ['missing' => $this->hooks->missing()],
            'outbox' => $this->deliveries->state(),
            'key' => $this->key->state(),
            'paymentModules' => array_column(PaymentModule::getInstalledPaymentModules() ?: [], 'name'),
            'tables' => [
                'missing' => $this->tables->missing(),
                'withoutTransactions' => $this->engines->withoutTransactions(),
            ],
            'language' => $this->language(),
            'languages' => $this->languages(),
            'countries' => array_values(array_filter(array_map([$this, 'country'], $codes))),
        ];
    }

    /**
     * @return array<string, string|int|bool>
     */
    private function shop(): array
    {
        return [
            'version' => _PS_VERSION_,
            'php' => PHP_VERSION,
            'name' => (string) Configuration::get('PS_SHOP_NAME'),
            'url' => $this->store->url(),
            'adminPath' => $this->adminFolder->path(),
            'timeZone' => (string) Configuration::get('PS_TIMEZONE'),
            'now' => (int) floor(microtime(true) * 1000),
            'isSsl' => (bool) Configuration::get('PS_SSL_ENABLED'),
            'isRewriting' => (bool) Configuration::get('PS_REWRITING_SETTINGS'),
            'isMaintenance' => !Configuration::get('PS_SHOP_ENABLE'),
            'isMultishop' => Shop::isFeatureActive(),
            'id' => (string) $this->store->shopId(),
            'groupId' => (string) $this->store->shopGroup()->id,
            'sharesStock' => (bool) $this->store->shopGroup()->share_stock,
            'isWebserviceOn' => (bool) Configuration::get('PS_WEBSERVICE'),
            'roundType' => (int) Configuration::get('PS_ROUND_TYPE'),
            'roundMode' => (int) Configuration::get('PS_PRICE_ROUND_MODE'),
        ];
    }

    /**
     * @return array{code: string, isActive: bool}|null
     */
    private function language(): ?array
    {
        $row = $this->database->row(
            'SELECT `iso_code`, `active` FROM `' . _DB_PREFIX_ . 'lang`'
            . ' WHERE `id_lang` = ' . (int) Configuration::get('PS_LANG_DEFAULT')
        );

        return $row === [] ? null : ['code' => $row['iso_code'], 'isActive' => (bool) $row['active']];
    }

    /**
     * The languages of this shop.
     *
     * @return array<int, array{id: string, code: string, isActive: bool}>
     */
    private function languages(): array
    {
        $rows = $this->database->rows(
            'SELECT l.`id_lang`, l.`locale`, l.`iso_code`, l.`active` FROM `' . _DB_PREFIX_ . 'lang` l'
            . ' JOIN `' . _DB_PREFIX_ . 'lang_shop` s ON s.`id_lang` = l.`id_lang`'
            . ' WHERE s.`id_shop` = ' . (int) $this->store->shopId() . ' ORDER BY l.`id_lang`'
        );

        return array_map(function (array $row): array {
            return [
                'id' => (string) $row['id_lang'],
                'code' => (string) ($row['locale'] ?: $row['iso_code']),
                'isActive' => (bool) $row['active'],
            ];
        }, $rows);
    }

    /**
     * @param mixed $code
     *
     * @return array<string, mixed>|null
     */
    private function country($code): ?array
    {
        $row = $this->database->row(
            'SELECT c.`id_country`, c.`id_zone`, c.`active`, z.`active` AS `is_zone_active`'
            . ' FROM `' . _DB_PREFIX_ . 'country` c'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'zone` z ON z.`id_zone` = c.`id_zone`'
            . ' WHERE c.`iso_code` = \'' . pSQL((string) $code) . '\''
        );

        return $row === [] ? null : [
            'code' => (string) $code,
            'isActive' => (bool) $row['active'],
            'isZoneActive' => (bool) $row['is_zone_active'],
            'carriers' => $this->carriers((int) $row['id_zone']),
            'hasTax' => $this->hasTax((int) $row['id_country']),
        ];
    }

    /**
     * References, which stay the same when the merchant edits a carrier.
     *
     * @return string[]
     */
    private function carriers(int $zoneId): array
    {
        return array_map('strval', $this->database->column(
            'SELECT DISTINCT c.`id_reference` FROM `' . _DB_PREFIX_ . 'carrier` c'
            . ' JOIN `' . _DB_PREFIX_ . 'carrier_zone` cz ON cz.`id_carrier` = c.`id_carrier`'
            . ' JOIN `' . _DB_PREFIX_ . 'carrier_shop` cs ON cs.`id_carrier` = c.`id_carrier`'
            . ' WHERE c.`deleted` = 0 AND c.`active` = 1 AND cz.`id_zone` = ' . (int) $zoneId
            . ' AND cs.`id_shop` = ' . (int) $this->store->shopId() . ' ORDER BY c.`id_reference`'
        ));
    }

    private function hasTax(int $countryId): bool
    {
        return $this->database->number(
            'SELECT COUNT(*) FROM `' . _DB_PREFIX_ . 'tax_rule` r'
            . ' JOIN `' . _DB_PREFIX_ . 'tax_rules_group` g ON g.`id_tax_rules_group` = r.`id_tax_rules_group`'
            . ' WHERE g.`active` = 1 AND g.`deleted` = 0 AND r.`id_country` = ' . (int) $countryId
        ) > 0;
    }
}
