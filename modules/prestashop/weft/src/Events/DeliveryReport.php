<?php
/**
 * What can be told of the outbox: to the merchant who looks at the page, and to Weft's health check.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftDeliveries
{
    const SHOWN_LETTERS = 60;

    /**
     * The newest rows, with times and ids as the page shows them.
     */
    public static function latest(int $count): array
    {
        $rows = WeftDb::rows('SELECT * FROM `' . WeftOutbox::table() . '` ORDER BY `id_outbox` DESC LIMIT ' . $count);

        return array_map(function ($row) {
            return [
                'created' => date('Y-m-d H:i:s', (int) ($row['created_ms'] / 1000)),
                'next' => date('Y-m-d H:i:s', (int) $row['due_at']),
                'ids' => Tools::substr($row['ids'], 0, self::SHOWN_LETTERS),
            ] + $row;
        }, $rows);
    }

    /**
     * What came of the last attempt, in words.
     */
    public static function describe(int $id): string
    {
        $row = self::read($id);

        return $row === [] ? 'the event is gone' : (string) $row['last_error'];
    }

    /**
     * The id Weft knows the event by; empty when the row is gone.
     */
    public static function eventId(int $id): string
    {
        $row = self::read($id);

        return $row === [] ? '' : $row['event_id'];
    }

    /**
     * For the health check; times are epoch milliseconds, null when there is none.
     */
    public static function state(): array
    {
        $waiting = WeftDb::row(
            'SELECT COUNT(*) AS `waiting`, MIN(`created_ms`) AS `oldest` FROM `' . WeftOutbox::table() . '`'
            . ' WHERE `delivered_at` = 0'
        );
        $delivered = WeftDb::number('SELECT MAX(`delivered_at`) FROM `' . WeftOutbox::table() . '`');
        $failed = WeftDb::row(
            'SELECT `last_error` FROM `' . WeftOutbox::table() . '` WHERE `delivered_at` = 0 AND `attempts` > 0'
            . ' ORDER BY `attempted_at` DESC LIMIT 1'
        );

        return [
            'waiting' => (int) $waiting['waiting'],
            'oldestAt' => $waiting['oldest'] === null ? null : (int) $waiting['oldest'],
            'lastDeliveredAt' => $delivered === 0 ? null : $delivered * 1000,
            'lastError' => $failed === [] ? '' : $failed['last_error'],
        ];
    }

    private static function read(int $id): array
    {
        return WeftDb::row('SELECT * FROM `' . WeftOutbox::table() . '` WHERE `id_outbox` = ' . $id);
    }
}
