<?php
/**
 * From 0.1.0: new tables and hooks. The same request may have loaded classes of the old version
 * already, so nothing here asks them for more than they could do then.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

require_once __DIR__ . '/../autoload.php';

function upgrade_module_0_2_0($module)
{
    return WeftTables::create() && weft_add_outbox_keys_0_2_0() && $module->registerHook(WeftHooks::all());
}

/**
 * May be asked for again.
 */
function weft_add_outbox_keys_0_2_0()
{
    $db = Db::getInstance();
    $table = '`' . _DB_PREFIX_ . 'weft_outbox`';
    $keys = ['attempted' => '`attempted_at`', 'failed' => '`delivered_at`, `attempted_at`'];
    foreach ($keys as $name => $columns) {
        $known = $db->executeS('SHOW INDEX FROM ' . $table . ' WHERE `Key_name` = \'' . $name . '\'', true, false);
        if (!$known && !$db->execute('ALTER TABLE ' . $table . ' ADD KEY `' . $name . '` (' . $columns . ')')) {
            return false;
        }
    }

    return true;
}
