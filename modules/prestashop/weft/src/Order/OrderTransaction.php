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

namespace PrestaShop\Module\Weft\Order;

use Db;
use PrestaShop\Module\Weft\Support\Database;
use RuntimeException;
use Throwable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Runs one import at a time, each of them whole or not at all.
 *
 * The shop's database layer says nothing of a statement that failed. So autocommit is off rather than a transaction
 * begun: after a deadlock the database has rolled everything back, and what the shop writes next must not be kept. A
 * row written first and read last tells whether that happened.
 */
class OrderTransaction
{
    /** Weft itself waits no longer than 20 s for an answer. */
    private const LOCK_SECONDS = 10;
    private const MOST_TRIES = 3;
    private const CONTAINER = 'PrestaShop\PrestaShop\Adapter\SymfonyContainer';
    private const DOCTRINE_CONNECTION = 'doctrine.dbal.default_connection';

    /** @var Database */
    private $database;

    /** @var ImportTable */
    private $table;

    /** @var OrderContext */
    private $context;

    public function __construct(Database $database, ImportTable $table, OrderContext $context)
    {
        $this->database = $database;
        $this->table = $table;
        $this->context = $context;
    }

    /**
     * Runs $work while no other import runs in this shop. The shop reads invoice numbers and stock and writes them
     * later, so two long transactions side by side would block each other.
     *
     * @return mixed what $work returns
     */
    public function alone(callable $work)
    {
        return $this->database->exclusively('order', self::LOCK_SECONDS, $work);
    }

    /**
     * Runs $work and keeps what it did in the shop. When $work throws, nothing is kept.
     *
     * @return mixed what $work returns, never null
     */
    public function keep(string $channelOrderId, callable $work)
    {
        for ($try = 1; $try <= self::MOST_TRIES; ++$try) {
            $attempt = bin2hex(random_bytes(16));
            $result = $this->bracket(function (callable $commit) use ($channelOrderId, $attempt, $work) {
                return $this->attempt($channelOrderId, $attempt, $work, $commit);
            });
            if ($result !== null) {
                return $result;
            }
        }
        throw new RuntimeException('The database gave up on the order ' . self::MOST_TRIES . ' times');
    }

    /**
     * Runs $work and keeps nothing it did.
     *
     * @return mixed what $work returns
     */
    public function pretend(callable $work)
    {
        return $this->bracket($work);
    }

    /**
     * @return mixed what $work returns; null when the transaction was lost
     */
    private function attempt(string $channelOrderId, string $attempt, callable $work, callable $commit)
    {
        $this->table->begin($channelOrderId, $attempt);
        try {
            $result = $work();
        } catch (Throwable $caught) {
            // In a lost transaction the shop no longer finds what it wrote: try again.
            if ($this->table->isAttempt($channelOrderId, $attempt)) {
                throw $caught;
            }

            return null;
        }
        if (!$this->table->isAttempt($channelOrderId, $attempt)) {
            return null;
        }
        $commit();

        return $result;
    }

    /**
     * @param callable $work takes a callable that commits
     *
     * @return mixed what $work returns
     */
    private function bracket(callable $work)
    {
        if (_PS_CACHE_ENABLED_) {
            Db::getInstance()->disableCache();
        }
        $this->seeOthers();
        $this->database->run('SET autocommit = 0');

        return $this->database->onOneConnection(function () use ($work) {
            $isKept = false;
            $doctrine = $this->beginOnDoctrine();
            try {
                return $work(function () use (&$isKept): void {
                    $this->database->run('COMMIT');
                    $isKept = true;
                });
            } finally {
                // After a commit there is nothing left to roll back.
                $this->database->runAtEnd('ROLLBACK');
                $this->database->runAtEnd('SET autocommit = 1');
                $this->endOnDoctrine($doctrine, $isKept);
                $this->context->clearCaches();
                if (_PS_CACHE_ENABLED_) {
                    Db::getInstance()->enableCache();
                }
            }
        });
    }

    /**
     * Reads what visitors commit meanwhile, and does not lock for them what the shop only reads. Not where the
     * database's binary log forbids it.
     */
    private function seeOthers(): void
    {
        $rows = $this->database->rows('SHOW VARIABLES WHERE `Variable_name` IN (\'log_bin\', \'binlog_format\')');
        $log = array_column($rows, 'Value', 'Variable_name') + ['log_bin' => 'OFF', 'binlog_format' => ''];
        if ($log['log_bin'] !== 'ON' || $log['binlog_format'] !== 'STATEMENT') {
            $this->database->run('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
        }
    }

    /**
     * Doctrine writes stock movements over a connection of its own, where the shop has one in this request. They wait
     * there for the order.
     *
     * @return object|null Doctrine\DBAL\Connection
     */
    private function beginOnDoctrine(): ?object
    {
        $container = class_exists(self::CONTAINER) ? call_user_func([self::CONTAINER, 'getInstance']) : null;
        if ($container === null || !$container->has(self::DOCTRINE_CONNECTION)) {
            return null;
        }
        $connection = $container->get(self::DOCTRINE_CONNECTION);
        $connection->beginTransaction();

        return $connection;
    }

    /**
     * @param object|null $connection Doctrine\DBAL\Connection
     */
    private function endOnDoctrine(?object $connection, bool $isKept): void
    {
        if ($connection === null) {
            return;
        }
        if ($isKept) {
            $connection->commit();
        } else {
            $connection->rollBack();
        }
    }
}
