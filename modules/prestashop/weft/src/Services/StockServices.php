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

use PrestaShop\Module\Weft\Stock\SentStock;
use PrestaShop\Module\Weft\Stock\StockAnnouncer;
use PrestaShop\Module\Weft\Stock\StockChanger;
use PrestaShop\Module\Weft\Stock\StockChangeTable;
use PrestaShop\Module\Weft\Stock\StockReader;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Builds what reads and changes stock for Weft.
 */
class StockServices
{
    use BuiltOnce;

    /** @var SupportServices */
    private $support;

    /** @var ConnectionServices */
    private $connection;

    /** @var EventServices */
    private $events;

    /** @var OrderServices */
    private $orders;

    public function __construct(
        SupportServices $support,
        ConnectionServices $connection,
        EventServices $events,
        OrderServices $orders
    ) {
        $this->support = $support;
        $this->connection = $connection;
        $this->events = $events;
        $this->orders = $orders;
    }

    public function stockReader(): StockReader
    {
        return $this->once(StockReader::class, function (): StockReader {
            return new StockReader(
                $this->support->database(),
                $this->connection->settings(),
                $this->sentStock(),
                $this->orders->stockChangeApplier()
            );
        });
    }

    public function stockChanger(): StockChanger
    {
        return new StockChanger(
            $this->support->database(),
            $this->stockChangeTable(),
            new StockAnnouncer($this->support->log()),
            $this->events->eventRecorder(),
            $this->support->log()
        );
    }

    public function sentStock(): SentStock
    {
        return $this->once(SentStock::class, function (): SentStock {
            return new SentStock($this->support->database());
        });
    }

    public function stockChangeTable(): StockChangeTable
    {
        return new StockChangeTable($this->support->database());
    }
}
