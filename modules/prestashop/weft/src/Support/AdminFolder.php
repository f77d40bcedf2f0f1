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

use Context;
use PrestaShop\Module\Weft\Connection\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Where the back office of this shop is: a folder of a name that only requests to the back office know. It is remembered
 * from them, so that Weft, which calls the shop outside of it, can link to orders and products.
 */
class AdminFolder
{
    /** @var Settings */
    private $settings;

    public function __construct(Settings $settings)
    {
        $this->settings = $settings;
    }

    /**
     * @param string $folder absolute, of this request; "" outside the back office
     */
    public function remember(string $folder): void
    {
        $name = basename($folder);
        if ($this->isFolder($name) && realpath($folder) === realpath(_PS_ROOT_DIR_ . '/' . $name)) {
            $this->settings->saveAdminFolder($name);
        }
    }

    /**
     * From the host on, like "/shop/admin12ab"; "" while it is not known, and where the folder was renamed since.
     */
    public function path(): string
    {
        $name = $this->settings->adminFolder();

        return $this->isFolder($name) ? Context::getContext()->shop->physical_uri . $name : '';
    }

    private function isFolder(string $name): bool
    {
        return preg_match('/^\w[\w.-]{0,99}$/', $name) === 1 && is_file(_PS_ROOT_DIR_ . '/' . $name . '/index.php');
    }
}
