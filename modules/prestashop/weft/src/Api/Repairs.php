<?php
/**
 * Answers the call "repair": puts one thing right that the health check found wrong. Each may be asked
 * for again.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftRepair
{
    public static function make(array $with): array
    {
        $what = isset($with['what']) ? (string) $with['what'] : '';
        $code = isset($with['code']) ? (string) $with['code'] : '';
        switch ($what) {
            case 'hooks':
                self::expect(WeftShop::module()->registerHook(WeftHooks::all()), $what);
                break;
            case 'webservice':
                WeftKey::switchWebserviceOn();
                break;
            case 'key':
                WeftKey::repair();
                break;
            case 'tables':
                self::expect(WeftTables::create(), $what);
                break;
            case 'country':
                self::switchOn('Country', 'country', 'iso_code = \'' . pSQL($code) . '\'', $code);
                break;
            case 'currency':
                self::switchOn('Currency', 'currency', 'iso_code = \'' . pSQL($code) . '\' AND deleted = 0', $code);
                break;
            default:
                throw new WeftRefusal('repair_unknown', ['what' => $what]);
        }

        return ['done' => true];
    }

    private static function expect($isDone, string $what)
    {
        if (!$isDone) {
            throw new RuntimeException('PrestaShop did not carry out the repair of ' . $what);
        }
    }

    private static function switchOn(string $class, string $table, string $condition, string $code)
    {
        $id = WeftDb::number('SELECT `id_' . $table . '` FROM `' . _DB_PREFIX_ . $table . '` WHERE ' . $condition);
        if ($id === 0) {
            throw new WeftRefusal($table . '_missing', [$table => $code]);
        }
        $object = new $class($id);
        if (!$object->active) {
            $object->active = true;
            self::expect($object->update(), $table);
        }
    }
}
