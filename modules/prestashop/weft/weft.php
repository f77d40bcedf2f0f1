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

use PrestaShop\Module\Weft\Hook\HookMethods;
use PrestaShop\Module\Weft\Services;

if (!defined('_PS_VERSION_')) {
    exit;
}

require_once __DIR__ . '/autoload.php';

/**
 * Weft for PrestaShop: reports to Weft at once what changed in this shop, and makes the orders of its channels here.
 *
 * Hooks only record ids. What was recorded in a request is stored in one table when the request ends and is sent after
 * the answer has gone out; the cron address sends whatever could not be sent then. Nothing here stops or slows down
 * what the merchant is doing.
 */
class Weft extends Module
{
    use HookMethods;

    /** @var Services|null */
    private $services;

    public function __construct()
    {
        $this->name = 'weft';
        $this->tab = 'market_place';
        $this->version = '0.3.0';
        $this->author = 'Weft';
        $this->need_instance = 0;
        $this->bootstrap = true;
        $this->ps_versions_compliancy = ['min' => '1.7.6.0', 'max' => '9.99.99'];
        parent::__construct();
        $this->displayName = $this->trans('Weft', [], 'Modules.Weft.Admin');
        $this->description = $this->trans(
            'Tells Weft at once about changed products, stock, orders and tracking numbers.',
            [],
            'Modules.Weft.Admin'
        );
        $this->confirmUninstall = $this->trans(
            'Weft will no longer reach this shop: its key is removed, and changes that were not sent yet are forgotten. Uninstall?',
            [],
            'Modules.Weft.Admin'
        );
    }

    /**
     * For every shop of the installation, also where only one is looked at or the console installs it: stock and orders
     * of a shop in which the module sleeps would be reported by nobody.
     *
     * @return bool
     */
    public function install()
    {
        if (Shop::isFeatureActive()) {
            Shop::setContext(Shop::CONTEXT_ALL);
        }
        if (!parent::install() || !$this->services()->tables()->create()) {
            return false;
        }
        $this->services()->connection()->settings()->createCronToken();
        $this->services()->connection()->settings()->installId();

        return $this->services()->support()->hookRegistry()->registerAll();
    }

    /**
     * @return bool
     */
    public function uninstall()
    {
        $services = $this->services();
        $services->orders()->stockChangeApplier()->applyAllSafely();
        $services->events()->eventRecorder()->forget();

        // The shop may refuse the uninstallation: nothing is deleted before it has agreed.
        return parent::uninstall()
            && $services->connection()->webserviceKey()->delete()
            && $services->tables()->drop()
            && $services->connection()->settings()->delete();
    }

    /**
     * The texts are in translations/, for PrestaShop's own translation pages.
     */
    public function isUsingNewTranslationSystem(): bool
    {
        return true;
    }

    /**
     * The Configure page.
     */
    public function getContent(): string
    {
        $this->services()->support()->obsoleteFiles()->remove(time());
        $this->services()->adminFolder()->remember(defined('_PS_ADMIN_DIR_') ? _PS_ADMIN_DIR_ : '');

        return $this->services()->configurePage()->render();
    }

    /**
     * The objects of this request. PrestaShop may make several instances of the module and calls the hooks of the one
     * it keeps: its services are everybody's.
     */
    public function services(): Services
    {
        if ($this->services === null) {
            $kept = Module::getInstanceByName($this->name);
            $isOther = $kept instanceof self && $kept !== $this;
            $this->services = $isOther ? $kept->services() : new Services($this);
        }

        return $this->services;
    }

    /**
     * @param array<string, mixed> $params
     *
     * @return false|null
     */
    protected function dispatchHook(string $hook, array $params): ?bool
    {
        return $this->services()->hookDispatcher()->dispatch($hook, $params);
    }
}
