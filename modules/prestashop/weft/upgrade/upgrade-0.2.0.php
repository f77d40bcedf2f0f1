<?php
/**
 * From 0.1.0: new tables and hooks. The same request may have loaded classes of the old version
 * already, so nothing here asks them for more than they could do then.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

require_once __DIR__ . '/../classes/load.php';

function upgrade_module_0_2_0($module)
{
    return WeftTables::create() && $module->registerHook(WeftHooks::all());
}
