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

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * All tables of the module.
 */
class Tables
{
    /** @var Database */
    private $database;

    /** @var Table[] */
    private $tables;

    /**
     * @param Table[] $tables
     */
    public function __construct(Database $database, array $tables)
    {
        $this->database = $database;
        $this->tables = $tables;
    }

    /**
     * Creates those that are missing.
     */
    public function create(): bool
    {
        foreach ($this->tables as $table) {
            if (!$table->create()) {
                return false;
            }
        }

        return true;
    }

    public function drop(): bool
    {
        $isDropped = true;
        foreach ($this->tables as $table) {
            $isDropped = $table->drop() && $isDropped;
        }

        return $isDropped;
    }

    /**
     * @return string[] names, with the shop's prefix
     */
    public function missing(): array
    {
        $names = array_map(function (Table $table): string {
            return $table->name();
        }, $this->tables);

        return array_values(array_filter($names, function (string $name): bool {
            return $this->database->rows('SHOW TABLES LIKE \'' . pSQL($name) . '\'') === [];
        }));
    }
}
