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

namespace PrestaShop\Module\Weft\Services;

use PrestaShop\Module\Weft\Events\DeliveryReport;
use PrestaShop\Module\Weft\Events\EventMap;
use PrestaShop\Module\Weft\Events\EventRecorder;
use PrestaShop\Module\Weft\Events\EventSender;
use PrestaShop\Module\Weft\Events\Outbox;
use PrestaShop\Module\Weft\Events\OwnWebserviceRequest;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Builds the way from a hook to an event that Weft has received.
 */
class EventServices
{
    use BuiltOnce;

    /** @var SupportServices */
    private $support;

    /** @var ConnectionServices */
    private $connection;

    public function __construct(SupportServices $support, ConnectionServices $connection)
    {
        $this->support = $support;
        $this->connection = $connection;
    }

    public function eventRecorder(): EventRecorder
    {
        return $this->once(EventRecorder::class, function (): EventRecorder {
            return new EventRecorder(
                $this->connection->settings(),
                $this->eventMap(),
                new OwnWebserviceRequest($this->connection->webserviceKey()),
                $this->outbox(),
                $this->eventSender(),
                $this->support->log()
            );
        });
    }

    public function eventMap(): EventMap
    {
        return $this->once(EventMap::class, function (): EventMap {
            return new EventMap($this->support->database());
        });
    }

    public function outbox(): Outbox
    {
        return $this->once(Outbox::class, function (): Outbox {
            return new Outbox($this->support->database());
        });
    }

    public function eventSender(): EventSender
    {
        return $this->once(EventSender::class, function (): EventSender {
            return new EventSender(
                $this->connection->settings(),
                $this->outbox(),
                $this->connection->client(),
                $this->support->store(),
                $this->connection->pairingEnd()
            );
        });
    }

    public function deliveryReport(): DeliveryReport
    {
        return $this->once(DeliveryReport::class, function (): DeliveryReport {
            return new DeliveryReport($this->support->database(), $this->outbox());
        });
    }
}
