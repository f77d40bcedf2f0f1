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
 * From 0.2.0: the code moved from `classes` to `src`. Tables, settings, key and hooks are the same. The old folder is
 * still used by requests that began before, this one perhaps among them, so it is removed an hour later.
 *
 * @param Module $module
 */
function upgrade_module_0_2_1($module): bool
{
    (new PrestaShop\Module\Weft\Services($module))->support()->obsoleteFiles()->mark();

    return true;
}
