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

use PrestaShop\Module\Weft\Support\Database;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The state of the outbox, for the merchant's Configure page and for Weft's health check.
 */
class DeliveryReport
{
    /** @var Database */
    private $database;

    /** @var Outbox */
    private $outbox;

    public function __construct(Database $database, Outbox $outbox)
    {
        $this->database = $database;
        $this->outbox = $outbox;
    }

    /**
     * The newest rows.
     *
     * @return array<int, array<string, mixed>> columns of the outbox
     */
    public function latest(int $count): array
    {
        return $this->database->rows(
            'SELECT * FROM `' . $this->outbox->name() . '` ORDER BY `id_outbox` DESC LIMIT ' . (int) $count
        );
    }

    /**
     * Why the last attempt at an event failed.
     */
    public function lastError(int $id): string
    {
        $row = $this->read($id);

        return $row === [] ? 'the event is gone' : (string) $row['last_error'];
    }

    /**
     * The id Weft knows the event by; empty when the row is gone.
     */
    public function eventId(int $id): string
    {
        $row = $this->read($id);

        return $row === [] ? '' : (string) $row['event_id'];
    }

    /**
     * For the health check; times are epoch milliseconds, null when there is none.
     *
     * @return array{waiting: int, oldestAt: int|null, lastDeliveredAt: int|null, lastError: string}
     */
    public function state(): array
    {
        $waiting = $this->database->row(
            'SELECT COUNT(*) AS `waiting`, MIN(`created_ms`) AS `oldest` FROM `' . $this->outbox->name() . '`'
            . ' WHERE `delivered_at` = 0'
        );
        $delivered = $this->database->number('SELECT MAX(`delivered_at`) FROM `' . $this->outbox->name() . '`');
        $failed = $this->database->row(
            'SELECT `last_error` FROM `' . $this->outbox->name() . '` WHERE `delivered_at` = 0 AND `attempts` > 0'
            . ' ORDER BY `attempted_at` DESC LIMIT 1'
        );

        return [
            'waiting' => (int) $waiting['waiting'],
            'oldestAt' => $waiting['oldest'] === null ? null : (int) $waiting['oldest'],
            'lastDeliveredAt' => $delivered === 0 ? null : $delivered * 1000,
            'lastError' => $failed === [] ? '' : (string) $failed['last_error'],
        ];
    }

    /**
     * @return array<string, mixed>
     */
    private function read(int $id): array
    {
        return $this->database->row('SELECT * FROM `' . $this->outbox->name() . '` WHERE `id_outbox` = ' . (int) $id);
    }
}
