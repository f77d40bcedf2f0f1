<?php
/**
 * The module's tables. Each has an owner, a class with the constant TABLE (its name without the shop's
 * prefix) and createTable() and dropTable(), both of which may be called again.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftTables
{
    const OWNERS = ['WeftOutbox', 'WeftStockTold', 'WeftStockChange', 'WeftOrderTable'];

    public static function create(): bool
    {
        foreach (self::OWNERS as $owner) {
            if (!call_user_func([$owner, 'createTable'])) {
                return false;
            }
        }

        return true;
    }

    public static function drop(): bool
    {
        $isDropped = true;
        foreach (self::OWNERS as $owner) {
            $isDropped = call_user_func([$owner, 'dropTable']) && $isDropped;
        }

        return $isDropped;
    }

    /**
     * Names, with the shop's prefix, of the tables that are not there.
     */
    public static function missing(): array
    {
        $names = array_map(function ($owner) {
            return _DB_PREFIX_ . constant($owner . '::TABLE');
        }, self::OWNERS);

        return array_values(array_filter($names, function ($name) {
            return !Db::getInstance()->executeS('SHOW TABLES LIKE \'' . pSQL($name) . '\'', true, false);
        }));
    }
}
