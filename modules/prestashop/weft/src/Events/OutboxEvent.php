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

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * A row of the outbox, taken to be sent.
 *
 * @immutable
 */
class OutboxEvent
{
    /** @var int its row */
    public $id;

    /** @var string 32 hex digits, the id Weft knows the event by */
    public $eventId;

    /** @var string such as "stock.changed" */
    public $type;

    /** @var string[] */
    public $ids;

    /** @var int epoch milliseconds of the change */
    public $createdMs;

    /** @var int how often it was sent without success */
    public $attempts;

    /**
     * @param array<string, mixed> $row
     */
    public function __construct(array $row)
    {
        $this->id = (int) $row['id_outbox'];
        $this->eventId = (string) $row['event_id'];
        $this->type = (string) $row['type'];
        $this->ids = (string) $row['ids'] === '' ? [] : explode(',', (string) $row['ids']);
        $this->createdMs = (int) $row['created_ms'];
        $this->attempts = (int) $row['attempts'];
    }
}
