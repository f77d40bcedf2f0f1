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

namespace PrestaShop\Module\Weft\Support;

use Configuration;
use Context;
use Module;
use Shop;
use ShopGroup;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * What Weft learns of this PrestaShop.
 */
class Store
{
    /** @var Module */
    private $module;

    public function __construct(Module $module)
    {
        $this->module = $module;
    }

    /**
     * What goes with a pairing and with a key.
     *
     * @return array{url: string, version: string, module: string}
     */
    public function card(): array
    {
        return ['url' => $this->url(), 'version' => _PS_VERSION_, 'module' => $this->moduleVersion()];
    }

    public function url(): string
    {
        $shop = Context::getContext()->shop;
        $isSecure = (bool) Configuration::get('PS_SSL_ENABLED');
        $host = $isSecure ? 'https://' . $shop->domain_ssl : 'http://' . $shop->domain;

        return rtrim($host . $shop->getBaseURI(), '/');
    }

    /**
     * Id of the shop of this request.
     */
    public function shopId(): int
    {
        return (int) Context::getContext()->shop->id;
    }

    /**
     * Whether the installation has other shops beside that of this request.
     */
    public function isOneOfSeveral(): bool
    {
        return Shop::isFeatureActive() && Shop::getTotalShops() > 1;
    }

    /**
     * Whether this request is about one shop; a page of the back office may be about all of them.
     */
    public function isShopChosen(): bool
    {
        return Shop::getContext() === Shop::CONTEXT_SHOP;
    }

    /**
     * "" when there is no such shop.
     */
    public function shopName(int $id): string
    {
        $shop = Shop::getShop($id);

        return is_array($shop) ? (string) $shop['name'] : '';
    }

    /**
     * The group of the shop of this request: its shops may share their stock.
     */
    public function shopGroup(): ShopGroup
    {
        return Context::getContext()->shop->getGroup();
    }

    public function moduleVersion(): string
    {
        return (string) $this->module->version;
    }

    /**
     * Whether the webservice knows PATCH.
     */
    public function hasPatch(): bool
    {
        return version_compare(_PS_VERSION_, '8.0.0', '>=');
    }
}
