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

namespace PrestaShop\Module\Weft\Hook;

use Configuration;
use Module;
use PrestaShop\Module\Weft\Events\EventMap;
use PrestaShop\Module\Weft\Order\GuestMailFilter;
use PrestaShop\Module\Weft\Order\OrderHookListener;
use PrestaShop\Module\Weft\Order\StockChangeRecorder;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Store;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Which hooks the module listens to, and their registration in the shop.
 */
class HookRegistry
{
    /** @var Module */
    private $module;

    /** @var Database */
    private $database;

    /** @var Store */
    private $store;

    public function __construct(Module $module, Database $database, Store $store)
    {
        $this->module = $module;
        $this->database = $database;
        $this->store = $store;
    }

    /**
     * Every hook: some mean an event for Weft, some are needed while an order is made, one filters mail. HookMethods
     * has a method for each.
     *
     * @return string[]
     */
    public static function all(): array
    {
        return array_values(array_unique(array_merge(EventMap::hooks(), self::neededForOrders())));
    }

    public function registerAll(): bool
    {
        return (bool) $this->module->registerHook(self::all());
    }

    /**
     * @return string[] hooks the module is not registered for
     */
    public function missing(): array
    {
        $registered = $this->database->column(
            'SELECT LOWER(h.`name`) FROM `' . _DB_PREFIX_ . 'hook_module` hm'
            . ' JOIN `' . _DB_PREFIX_ . 'hook` h ON h.`id_hook` = hm.`id_hook`'
            . ' WHERE hm.`id_module` = ' . (int) $this->module->id
            . ' AND hm.`id_shop` = ' . (int) $this->store->shopId()
        );

        return array_values(array_filter(self::all(), function (string $hook) use ($registered): bool {
            return !in_array(strtolower($hook), $registered, true);
        }));
    }

    /**
     * Registers what an import needs. A merchant may have unhooked the module, or taken it away from guests, for whom
     * the shop then does not call it: orders would get wrong totals.
     */
    public function ensureForOrders(): void
    {
        foreach (self::neededForOrders() as $hook) {
            if (!$this->module->isRegisteredInHook($hook)) {
                $this->module->registerHook($hook);
            }
        }
        $this->database->run(
            'INSERT IGNORE INTO `' . _DB_PREFIX_ . 'module_group` (`id_module`, `id_shop`, `id_group`) VALUES ('
            . (int) $this->module->id . ', ' . (int) $this->store->shopId() . ', '
            . (int) Configuration::get('PS_GUEST_GROUP') . ')'
        );
    }

    /**
     * @return string[]
     */
    private static function neededForOrders(): array
    {
        return array_merge([GuestMailFilter::HOOK], OrderHookListener::hooks(), StockChangeRecorder::HOOKS);
    }
}
