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
 * From 0.1.0: new tables and hooks. The module's main class may be the old version's in this request, so it is asked
 * for nothing it could not do then.
 *
 * @param Module $module
 */
function upgrade_module_0_2_0($module): bool
{
    $services = new PrestaShop\Module\Weft\Services($module);

    return $services->tables()->create()
        && weft_add_outbox_keys_0_2_0()
        && $services->support()->hookRegistry()->registerAll();
}

/**
 * May be called again.
 */
function weft_add_outbox_keys_0_2_0(): bool
{
    $db = Db::getInstance();
    $table = '`' . _DB_PREFIX_ . 'weft_outbox`';
    $keys = ['attempted' => '`attempted_at`', 'failed' => '`delivered_at`, `attempted_at`'];
    foreach ($keys as $name => $columns) {
        $search = 'SHOW INDEX FROM ' . $table . ' WHERE `Key_name` = \'' . pSQL($name) . '\'';
        $known = $db->executeS($search, true, false);
        if (!$known && !$db->execute('ALTER TABLE ' . $table . ' ADD KEY `' . $name . '` (' . $columns . ')')) {
            return false;
        }
    }

    return true;
}
