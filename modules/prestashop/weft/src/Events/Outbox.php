<?php
/**
 * The table of events: waiting until Weft said 200, then kept a while for the merchant to look at.
 * Knows when to try again; does not know how to send.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOutbox
{
    const TABLE = 'weft_outbox';
    const DAY_SECONDS = 86400;
    /** Nothing that waits is dropped before this. */
    const KEEP_DAYS = 7;
    const KEEP_DELIVERED = 200;
    /** A sender that died holds its row no longer than this. */
    const CLAIM_SECONDS = 60;
    /** 30 s, 2 min, 10 min, 1 h, then every 6 h. */
    const RETRY_SECONDS = [30, 120, 600, 3600, 21600];
    /** A row that failed so often, two days long at the least, is left to its own times. */
    const MOST_WAKES = 12;

    public static function createTable()
    {
        return Db::getInstance()->execute(
            'CREATE TABLE IF NOT EXISTS `' . self::table() . '` (
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

    public static function dropTable()
    {
        return Db::getInstance()->execute('DROP TABLE IF EXISTS `' . self::table() . '`');
    }

    /**
     * Stores an event and returns its row's id.
     */
    public static function add($type, array $ids)
    {
        sort($ids);
        $text = implode(',', array_map('intval', $ids));
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
     * As add(), unless the same word is already waiting: Weft reads the shop after it hears, so that
     * one covers this change too. A row being sent right now does not: Weft may have read already.
     */
    public static function addOnce($type, array $ids)
    {
        sort($ids);
        $hash = md5(implode(',', array_map('intval', $ids)));
        $waiting = Db::getInstance()->getValue(
            'SELECT `id_outbox` FROM `' . self::table() . '` WHERE `ids_hash` = \'' . pSQL($hash) . '\''
            . ' AND `type` = \'' . pSQL($type) . '\' AND `delivered_at` = 0 AND `claimed_until` < ' . time(),
            false
        );

        return $waiting ? (int) $waiting : self::add($type, $ids);
    }

    /**
     * Takes the row that is due and was tried least, the oldest of those, or the named one, so that no
     * other request sends it as well.
     * Null when there is none.
     */
    public static function claim($id = 0)
    {
        $db = Db::getInstance();
        $now = time();
        $free = '`delivered_at` = 0 AND `claimed_until` < ' . $now;
        $which = $id > 0 ? '`id_outbox` = ' . (int) $id : '`due_at` <= ' . $now;
        for ($round = 0; $round < 5; ++$round) {
            $row = $db->getRow(
                'SELECT * FROM `' . self::table() . '` WHERE ' . $free . ' AND ' . $which . ' ORDER BY `attempts`, `id_outbox`',
                false
            );
            if (!$row) {
                return null;
            }
            $db->execute(
                'UPDATE `' . self::table() . '` SET `claimed_until` = ' . ($now + self::CLAIM_SECONDS)
                . ' WHERE `id_outbox` = ' . (int) $row['id_outbox'] . ' AND ' . $free
            );
            if ((int) $db->Affected_Rows() === 1) {
                return $row;
            }
        }

        return null;
    }

    /**
     * Notes what came of an attempt. Status 0 means that nobody answered.
     */
    public static function settle(array $row, $status, $error)
    {
        $now = time();
        $isDelivered = $status === 200;
        $attempts = (int) $row['attempts'] + 1;
        Db::getInstance()->update(self::TABLE, [
            'claimed_until' => 0,
            'attempts' => $attempts,
            'attempted_at' => $now,
            'last_status' => (int) $status,
            'last_error' => pSQL(substr($error, 0, 250)),
            'delivered_at' => $isDelivered ? $now : 0,
            'due_at' => $isDelivered ? $now : $now + self::retryAfter($attempts),
        ], '`id_outbox` = ' . (int) $row['id_outbox']);
    }

    public static function retryAfter($attempts)
    {
        return self::RETRY_SECONDS[min($attempts, count(self::RETRY_SECONDS)) - 1];
    }

    /**
     * Everything that waits is due now.
     */
    public static function wakeAll($now)
    {
        return Db::getInstance()->update(
            self::TABLE,
            ['due_at' => (int) $now],
            '`delivered_at` = 0 AND `due_at` > ' . (int) $now
        );
    }

    /**
     * Weft answers again: what waited because nobody could answer is due now. A row that Weft
     * refused for its own content keeps its own time, and so does one that fails every time.
     */
    public static function wakeUnheard($now)
    {
        return Db::getInstance()->update(
            self::TABLE,
            ['due_at' => (int) $now],
            '`delivered_at` = 0 AND `due_at` > ' . (int) $now
            . ' AND `attempts` < ' . self::MOST_WAKES
            . ' AND (`last_status` IN (0, 401, 404, 429) OR `last_status` >= 500)'
        );
    }

    public static function countWaiting()
    {
        return WeftDb::number('SELECT COUNT(*) FROM `' . self::table() . '` WHERE `delivered_at` = 0');
    }

    /**
     * Epoch seconds of the last attempt that failed and was not made good since; 0 when there is none.
     */
    public static function lastFailureAt()
    {
        return WeftDb::number('SELECT MAX(`attempted_at`) FROM `' . self::table() . '` WHERE `delivered_at` = 0');
    }

    public static function lastAttemptAt()
    {
        return WeftDb::number('SELECT MAX(`attempted_at`) FROM `' . self::table() . '`');
    }

    public static function prune()
    {
        $db = Db::getInstance();
        $oldest = time() - self::KEEP_DAYS * self::DAY_SECONDS;
        $db->delete(self::TABLE, '`delivered_at` = 0 AND `created_ms` < ' . $oldest . '000');
        $edge = WeftDb::number(
            'SELECT `id_outbox` FROM `' . self::table() . '` WHERE `delivered_at` > 0'
            . ' ORDER BY `id_outbox` DESC LIMIT ' . self::KEEP_DELIVERED . ', 1'
        );
        if ($edge > 0) {
            $db->delete(self::TABLE, '`delivered_at` > 0 AND `id_outbox` <= ' . $edge);
        }
    }

    public static function table(): string
    {
        return _DB_PREFIX_ . self::TABLE;
    }
}
