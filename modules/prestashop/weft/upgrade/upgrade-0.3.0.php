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

if (!defined('_PS_VERSION_')) {
    exit;
}

require_once __DIR__ . '/../autoload.php';

/**
 * From 0.2.1: a table of the products Weft was sent. Settings, key, hooks and waiting events are the same.
 *
 * @param Module $module
 */
function upgrade_module_0_3_0($module): bool
{
    return (new PrestaShop\Module\Weft\Services($module))->tables()->create();
}
