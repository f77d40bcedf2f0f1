<?php
/**
 * One import at a time, and each of them whole or not at all.
 *
 * The shop's database layer says nothing of a statement that failed. So autocommit is off rather than
 * a transaction begun: after a deadlock the database has rolled everything back, and what the shop
 * writes next must not be kept. A row written first and looked for last tells whether that happened.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderTransaction
{
    /** Weft itself waits no longer than 20 s for an answer. */
    const LOCK_SECONDS = 10;
    const MOST_TRIES = 3;

    /** @var bool */
    private static $isKept = false;

    /**
     * Runs $work while no other import runs in this shop. Invoice numbers and stock are read and then
     * written by the shop, so that two long transactions side by side would block each other.
     */
    public static function alone(callable $work)
    {
        return WeftDb::exclusively('order', self::LOCK_SECONDS, $work);
    }

    /**
     * What $work returns, kept in the shop. Throws what it throws, and then nothing is kept.
     */
    public static function keep(string $channelOrderId, callable $work)
    {
        for ($try = 1; $try <= self::MOST_TRIES; ++$try) {
            $attempt = bin2hex(random_bytes(16));
            $result = self::bracket(function () use ($channelOrderId, $attempt, $work) {
                WeftOrderTable::begin($channelOrderId, $attempt);
                try {
                    $result = $work();
                } catch (Throwable $caught) {
                    // In a lost transaction the shop no longer finds what it wrote: try again.
                    if (WeftOrderTable::isAttempt($channelOrderId, $attempt)) {
                        throw $caught;
                    }

                    return null;
                }
                if (!WeftOrderTable::isAttempt($channelOrderId, $attempt)) {
                    return null;
                }
                self::commit();

                return $result;
            });
            if ($result !== null) {
                return $result;
            }
        }
        throw new RuntimeException('The database gave up on the order ' . self::MOST_TRIES . ' times');
    }

    /**
     * What $work returns; nothing it did is kept.
     */
    public static function pretend(callable $work)
    {
        return self::bracket($work);
    }

    private static function bracket(callable $work)
    {
        if (_PS_CACHE_ENABLED_) {
            Db::getInstance()->disableCache();
        }
        self::seeOthers();
        WeftDb::run('SET autocommit = 0');

        return WeftConnection::hold(function () use ($work) {
            $other = self::openOther();
            try {
                return $work();
            } finally {
                // After a commit there is nothing left for it to undo.
                WeftConnection::tidy('ROLLBACK');
                WeftConnection::tidy('SET autocommit = 1');
                self::closeOther($other);
                WeftOrderScene::forgetReckonings();
                if (_PS_CACHE_ENABLED_) {
                    Db::getInstance()->enableCache();
                }
            }
        });
    }

    /**
     * What visitors commit meanwhile is seen, and what the shop only reads is not locked for them. Not
     * where the database's log of statements forbids it.
     */
    private static function seeOthers()
    {
        $rows = WeftDb::rows('SHOW VARIABLES WHERE `Variable_name` IN (\'log_bin\', \'binlog_format\')');
        $log = array_column($rows, 'Value', 'Variable_name') + ['log_bin' => 'OFF', 'binlog_format' => ''];
        if ($log['log_bin'] !== 'ON' || $log['binlog_format'] !== 'STATEMENT') {
            WeftDb::run('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
        }
    }

    private static function commit()
    {
        WeftDb::run('COMMIT');
        self::$isKept = true;
    }

    /**
     * Stock movements are written by Doctrine over a connection of its own, where the shop has one
     * in this request. They wait there for the order.
     */
    private static function openOther()
    {
        self::$isKept = false;
        $class = 'PrestaShop\PrestaShop\Adapter\SymfonyContainer';
        $container = class_exists($class) ? $class::getInstance() : null;
        if ($container === null || !$container->has('doctrine.dbal.default_connection')) {
            return null;
        }
        $connection = $container->get('doctrine.dbal.default_connection');
        $connection->beginTransaction();

        return $connection;
    }

    private static function closeOther($connection)
    {
        if ($connection === null) {
            return;
        }
        if (self::$isKept) {
            $connection->commit();
        } else {
            $connection->rollBack();
        }
    }
}
