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

use PrestaShop\Module\Weft\Events\DeliveryReport;
use PrestaShop\Module\Weft\Events\EventSender;
use PrestaShop\Module\Weft\Events\Outbox;
use PrestaShop\Module\Weft\Order\StockChangeApplier;
use PrestaShop\Module\Weft\Support\ObsoleteFiles;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The calls `test-event` and `flush`.
 */
class EventCalls
{
    private const FLUSH_BUDGET_MS = 5000;

    /** @var Outbox */
    private $outbox;

    /** @var EventSender */
    private $sender;

    /** @var DeliveryReport */
    private $deliveries;

    /** @var StockChangeApplier */
    private $stockChanges;

    /** @var ObsoleteFiles */
    private $obsoleteFiles;

    public function __construct(
        Outbox $outbox,
        EventSender $sender,
        DeliveryReport $deliveries,
        StockChangeApplier $stockChanges,
        ObsoleteFiles $obsoleteFiles
    ) {
        $this->outbox = $outbox;
        $this->sender = $sender;
        $this->deliveries = $deliveries;
        $this->stockChanges = $stockChanges;
        $this->obsoleteFiles = $obsoleteFiles;
    }

    /**
     * @return array{status: int, eventId: string, error: string} status 0: nobody answered
     */
    public function sendTestEvent(): array
    {
        $id = $this->outbox->addOnce('ping', []);
        $status = $this->sender->sendOne($id);

        return [
            'status' => $status,
            'eventId' => $this->deliveries->eventId($id),
            'error' => $status === 200 ? '' : $this->deliveries->lastError($id),
        ];
    }

    /**
     * @return array{sent: int, waiting: int}
     */
    public function flush(): array
    {
        $this->stockChanges->applyAllSafely();
        $this->outbox->wakeUndelivered(time());
        $this->obsoleteFiles->remove(time());

        return $this->sender->flush(self::FLUSH_BUDGET_MS, EventSender::CRON_ROWS)->toArray();
    }
}
