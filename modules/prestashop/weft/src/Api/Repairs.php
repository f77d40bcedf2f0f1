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

namespace PrestaShop\Module\Weft\Api;

use Country;
use Currency;
use ObjectModel;
use PrestaShop\Module\Weft\Connection\OwnWebserviceKey;
use PrestaShop\Module\Weft\Hook\HookRegistry;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Tables;
use RuntimeException;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The call `repair`: puts one thing right that the health check found wrong. Each may be asked for again.
 */
class Repairs
{
    /** @var HookRegistry */
    private $hooks;

    /** @var OwnWebserviceKey */
    private $key;

    /** @var Tables */
    private $tables;

    /** @var Database */
    private $database;

    public function __construct(HookRegistry $hooks, OwnWebserviceKey $key, Tables $tables, Database $database)
    {
        $this->hooks = $hooks;
        $this->key = $key;
        $this->tables = $tables;
        $this->database = $database;
    }

    /**
     * @param array<string, mixed> $with `what`, and `code` of a country or currency
     *
     * @return array{done: bool}
     *
     * @throws Refusal "repair_unknown", "key_missing", "country_missing" or "currency_missing"
     */
    public function repair(array $with): array
    {
        $what = isset($with['what']) ? (string) $with['what'] : '';
        $code = isset($with['code']) ? (string) $with['code'] : '';
        switch ($what) {
            case 'hooks':
                $this->expect($this->hooks->registerAll(), $what);
                break;
            case 'webservice':
                $this->key->switchWebserviceOn();
                break;
            case 'key':
                $this->key->repair();
                break;
            case 'tables':
                $this->expect($this->tables->create(), $what);
                break;
            case 'country':
                $id = $this->findId('country', '`iso_code` = \'' . pSQL($code) . '\'', $code);
                $this->switchOn(new Country($id), $what);
                break;
            case 'currency':
                $id = $this->findId('currency', '`iso_code` = \'' . pSQL($code) . '\' AND `deleted` = 0', $code);
                $this->switchOn(new Currency($id), $what);
                break;
            default:
                throw new Refusal('repair_unknown', ['what' => $what]);
        }

        return ['done' => true];
    }

    private function findId(string $table, string $condition, string $code): int
    {
        $id = $this->database->number(
            'SELECT `id_' . $table . '` FROM `' . _DB_PREFIX_ . $table . '` WHERE ' . $condition
        );
        if ($id === 0) {
            throw new Refusal($table . '_missing', [$table => $code]);
        }

        return $id;
    }

    /**
     * @param Country|Currency $object
     */
    private function switchOn(ObjectModel $object, string $what): void
    {
        if (!$object->active) {
            $object->active = true;
            $this->expect($object->update(), $what);
        }
    }

    private function expect(bool $isDone, string $what): void
    {
        if (!$isDone) {
            throw new RuntimeException('PrestaShop did not carry out the repair of ' . $what);
        }
    }
}
