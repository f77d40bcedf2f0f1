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

namespace PrestaShop\Module\Weft\Events;

use Db;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Table;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The table of events: waiting until Weft answered 200, then kept a while for the merchant to read. Knows when to try
 * again; does not know how to send.
 */
class Outbox implements Table
{
    private const TABLE = 'weft_outbox';
    private const DAY_SECONDS = 86400;
    /** A waiting event is kept for so long. */
    private const KEEP_DAYS = 7;
    private const KEEP_DELIVERED = 200;
    /** A sender that died holds its row no longer than this. */
    private const CLAIM_SECONDS = 60;
    private const CLAIM_TRIES = 5;
    /** 30 s, 2 min, 10 min, 1 h, then every 6 h. */
    private const RETRY_SECONDS = [30, 120, 600, 3600, 21600];
    /** A row that failed so often, over two days at the least, keeps its own times. */
    private const MOST_WAKES = 12;
    private const LONGEST_ERROR = 250;

    /** @var Database */
    private $database;

    public function __construct(Database $database)
    {
        $this->database = $database;
    }

    public function name(): string
    {
        return _DB_PREFIX_ . self::TABLE;
    }

    public function create(): bool
    {
        return (bool) Db::getInstance()->execute(
            'CREATE TABLE IF NOT EXISTS `' . $this->name() . '` (
                `id_outbox` INT UNSIGNED NOT NULL AUTO_INCREMENT,
                `event_id` CHAR(32) NOT NULL,
                `type` VARCHAR(32) NOT NULL,
                `ids` TEXT NOT NULL,
                `ids_hash` CHAR(32) NOT NULL,
                `created_ms` BIGINT UNSIGNED NOT NULL,
                `due_at` INT UNSIGNED NOT NULL,
                `claimed_until` INT UNSIGNED NOT NULL DEFAULT 0,
                `attempts` INT UNSIGNED NOT NULL DEFAULT 0,
                `attempted_at` INT UNSIGNED NOT NULL DEFAULT 0,
                `last_status` SMALLINT UNSIGNED NOT NULL DEFAULT 0,
                `last_error` VARCHAR(255) NOT NULL DEFAULT \'\',
                `delivered_at` INT UNSIGNED NOT NULL DEFAULT 0,
                PRIMARY KEY (`id_outbox`),
                KEY `waiting` (`delivered_at`, `due_at`),
                KEY `same` (`ids_hash`, `type`),
                KEY `attempted` (`attempted_at`),
                KEY `failed` (`delivered_at`, `attempted_at`)
            ) ENGINE=' . _MYSQL_ENGINE_ . ' DEFAULT CHARSET=utf8mb4'
        );
    }

    public function drop(): bool
    {
        return (bool) Db::getInstance()->execute('DROP TABLE IF EXISTS `' . $this->name() . '`');
    }

    /**
     * Stores an event.
     *
     * @param int[] $ids
     *
     * @return int its row
     */
    public function add(string $type, array $ids): int
    {
        $text = self::toText($ids);
        $db = Db::getInstance();
        $db->insert(self::TABLE, [
            'event_id' => bin2hex(random_bytes(16)),
            'type' => pSQL($type),
            'ids' => pSQL($text),
            'ids_hash' => md5($text),
            'created_ms' => sprintf('%.0f', floor(microtime(true) * 1000)),
            'due_at' => time(),
        ]);

        return (int) $db->Insert_ID();
    }

    /**
     * Stores an event unless the same one is waiting: Weft reads the shop after it receives that one, so it covers
     * this change too. A row that is being sent does not: Weft may have read the shop already.
     *
     * @param int[] $ids
     *
     * @return int the row that covers the change
     */
    public function addOnce(string $type, array $ids): int
    {
        $hash = md5(self::toText($ids));
        $waiting = Db::getInstance()->getValue(
            'SELECT `id_outbox` FROM `' . $this->name() . '` WHERE `ids_hash` = \'' . pSQL($hash) . '\''
            . ' AND `type` = \'' . pSQL($type) . '\' AND `delivered_at` = 0 AND `claimed_until` < ' . time(),
            false
        );

        return $waiting ? (int) $waiting : $this->add($type, $ids);
    }

    /**
     * Takes the due row that was tried least, the oldest of those, or the named row, so that no other request sends
     * it as well. Null when there is none.
     */
    public function claim(int $id = 0): ?OutboxEvent
    {
        $db = Db::getInstance();
        $now = time();
        $free = '`delivered_at` = 0 AND `claimed_until` < ' . $now;
        $which = $id > 0 ? '`id_outbox` = ' . (int) $id : '`due_at` <= ' . $now;
        for ($try = 0; $try < self::CLAIM_TRIES; ++$try) {
            $row = $db->getRow(
                'SELECT * FROM `' . $this->name() . '` WHERE ' . $free . ' AND ' . $which
                . ' ORDER BY `attempts`, `id_outbox`',
                false
            );
            if (!is_array($row)) {
                return null;
            }
            $db->execute(
                'UPDATE `' . $this->name() . '` SET `claimed_until` = ' . ($now + self::CLAIM_SECONDS)
                . ' WHERE `id_outbox` = ' . (int) $row['id_outbox'] . ' AND ' . $free
            );
            if ((int) $db->Affected_Rows() === 1) {
                return new OutboxEvent($row);
            }
        }

        return null;
    }

    /**
     * Records the outcome of an attempt.
     *
     * @param int $status HTTP status; 0: nobody answered
     */
    public function recordAttempt(OutboxEvent $event, int $status, string $error): void
    {
        $now = time();
        $isDelivered = $status === 200;
        $attempts = $event->attempts + 1;
        Db::getInstance()->update(self::TABLE, [
            'claimed_until' => 0,
            'attempts' => $attempts,
            'attempted_at' => $now,
            'last_status' => (int) $status,
            'last_error' => pSQL(substr($error, 0, self::LONGEST_ERROR)),
            'delivered_at' => $isDelivered ? $now : 0,
            'due_at' => $isDelivered ? $now : $now + self::retryAfter($attempts),
        ], '`id_outbox` = ' . (int) $event->id);
    }

    /**
     * @return int seconds to the next attempt
     */
    public static function retryAfter(int $attempts): int
    {
        return self::RETRY_SECONDS[min($attempts, count(self::RETRY_SECONDS)) - 1];
    }

    /**
     * Makes everything that waits due now.
     */
    public function wakeAll(int $nowSeconds): void
    {
        Db::getInstance()->update(
            self::TABLE,
            ['due_at' => (int) $nowSeconds],
            '`delivered_at` = 0 AND `due_at` > ' . (int) $nowSeconds
        );
    }

    /**
     * Makes due what waits because Weft could not be reached: Weft answers again. A row that Weft refused for its own
     * content keeps its time, and so does one that fails every time.
     */
    public function wakeUndelivered(int $nowSeconds): void
    {
        Db::getInstance()->update(
            self::TABLE,
            ['due_at' => (int) $nowSeconds],
            '`delivered_at` = 0 AND `due_at` > ' . (int) $nowSeconds
            . ' AND `attempts` < ' . self::MOST_WAKES
            . ' AND (`last_status` IN (0, 401, 404, 429) OR `last_status` >= 500)'
        );
    }

    public function countWaiting(): int
    {
        return $this->database->number('SELECT COUNT(*) FROM `' . $this->name() . '` WHERE `delivered_at` = 0');
    }

    /**
     * Epoch seconds of the last failed attempt at an event that still waits; 0 when there is none.
     */
    public function lastFailureAt(): int
    {
        return $this->database->number(
            'SELECT MAX(`attempted_at`) FROM `' . $this->name() . '` WHERE `delivered_at` = 0'
        );
    }

    /**
     * Epoch seconds; 0 when there was none.
     */
    public function lastAttemptAt(): int
    {
        return $this->database->number('SELECT MAX(`attempted_at`) FROM `' . $this->name() . '`');
    }

    /**
     * Removes what waited too long and the delivered rows beyond the newest.
     */
    public function prune(): void
    {
        $db = Db::getInstance();
        $oldest = time() - self::KEEP_DAYS * self::DAY_SECONDS;
        $db->delete(self::TABLE, '`delivered_at` = 0 AND `created_ms` < ' . (int) $oldest . '000');
        $edge = $this->database->number(
            'SELECT `id_outbox` FROM `' . $this->name() . '` WHERE `delivered_at` > 0'
            . ' ORDER BY `id_outbox` DESC LIMIT ' . self::KEEP_DELIVERED . ', 1'
        );
        if ($edge > 0) {
            $db->delete(self::TABLE, '`delivered_at` > 0 AND `id_outbox` <= ' . (int) $edge);
        }
    }

    /**
     * @param int[] $ids
     */
    private static function toText(array $ids): string
    {
        sort($ids);

        return implode(',', array_map('intval', $ids));
    }
}
