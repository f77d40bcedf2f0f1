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

use Db;
use RuntimeException;
use Throwable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * PrestaShop's database without its cache. Every failed statement throws: outside of debug mode PrestaShop's own calls
 * only answer false.
 */
class Database
{
    /** @var CorePatches */
    private $patches;

    /** @var Log */
    private $log;

    public function __construct(CorePatches $patches, Log $log)
    {
        $this->patches = $patches;
        $this->log = $log;
    }

    /**
     * Every row, as name => value.
     *
     * @return array<int, array<string, mixed>>
     */
    public function rows(string $sql): array
    {
        $rows = Db::getInstance()->executeS($sql, true, false);
        if (!is_array($rows)) {
            throw $this->failure();
        }

        return $rows;
    }

    /**
     * The first row; empty when there is none.
     *
     * @return array<string, mixed>
     */
    public function row(string $sql): array
    {
        $rows = $this->rows($sql);

        return $rows === [] ? [] : $rows[0];
    }

    /**
     * The first value of the first row as a whole number; 0 when there is none.
     */
    public function number(string $sql): int
    {
        return (int) current($this->row($sql));
    }

    /**
     * The first value of every row.
     *
     * @return array<int, mixed>
     */
    public function column(string $sql): array
    {
        return array_map('current', $this->rows($sql));
    }

    /**
     * Runs a statement.
     *
     * @return int how many rows it changed
     */
    public function run(string $sql): int
    {
        $db = Db::getInstance();
        if (!$db->execute($sql, false)) {
            throw $this->failure();
        }

        return (int) $db->Affected_Rows();
    }

    /**
     * Runs a statement that ends a lock or a transaction. A lost connection has ended both already, so a failure is
     * logged and nothing more.
     */
    public function runAtEnd(string $sql): void
    {
        try {
            Db::getInstance()->execute($sql, false);
        } catch (Throwable $lost) {
            $this->log->report($lost);
        }
    }

    /**
     * Inserts a row; the values are escaped here.
     *
     * @param string $table without the shop's prefix
     * @param array<string, string|int|float> $values column => value
     */
    public function insert(string $table, array $values): void
    {
        $escaped = array_map(function ($value): string {
            return pSQL((string) $value);
        }, $values);
        if (!Db::getInstance()->insert($table, $escaped, false, false)) {
            throw new RuntimeException('PrestaShop did not save a row of ' . $table);
        }
    }

    /**
     * Runs $work in a transaction of its own: all of it is kept, or nothing. $work must not begin another.
     *
     * @return mixed what $work returns
     */
    public function atomically(callable $work)
    {
        $this->run('START TRANSACTION');

        return $this->patches->withoutReconnection(function () use ($work) {
            try {
                $result = $work();
                $this->run('COMMIT');

                return $result;
            } catch (Throwable $caught) {
                $this->runAtEnd('ROLLBACK');
                throw $caught;
            }
        });
    }

    /**
     * Runs $work while no other request of this shop runs under the same name. The lock carries the database's name
     * and prefix, because a server has one list of locks for all databases.
     *
     * @return mixed what $work returns
     */
    public function exclusively(string $name, int $waitSeconds, callable $work)
    {
        $lock = '\'weft_' . md5(_DB_NAME_ . _DB_PREFIX_ . $name) . '\'';
        if ($this->number('SELECT GET_LOCK(' . $lock . ', ' . (int) $waitSeconds . ')') !== 1) {
            throw new RuntimeException('another request is busy with ' . $name);
        }

        return $this->patches->withoutReconnection(function () use ($lock, $work) {
            try {
                return $work();
            } finally {
                $this->runAtEnd('SELECT RELEASE_LOCK(' . $lock . ')');
            }
        });
    }

    /**
     * Runs $work on the connection it began on: see CorePatches.
     *
     * @return mixed what $work returns
     */
    public function onOneConnection(callable $work)
    {
        return $this->patches->withoutReconnection($work);
    }

    private function failure(): RuntimeException
    {
        $number = (int) Db::getInstance()->getNumberError();

        return new RuntimeException('the database refused a statement: error ' . $number);
    }
}
