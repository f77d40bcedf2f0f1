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

use PrestaShop\Module\Weft\Stock\StockAnnouncer;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Log;
use Throwable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Adds the stock changes that wait for their order, each in one statement, once.
 */
class StockChangeApplier
{
    /** @var Database */
    private $database;

    /** @var ImportTable */
    private $table;

    /** @var StockAnnouncer */
    private $announcer;

    /** @var Log */
    private $log;

    public function __construct(Database $database, ImportTable $table, StockAnnouncer $announcer, Log $log)
    {
        $this->database = $database;
        $this->table = $table;
        $this->announcer = $announcer;
        $this->log = $log;
    }

    /**
     * Adds what waits for an order, unless that was done before, and announces it to the rest of the shop.
     */
    public function apply(string $channelOrderId): void
    {
        $changes = $this->table->waitingStockChanges($channelOrderId);
        if ($changes->units === [] || !$this->table->takeStockChanges($channelOrderId, $changes)) {
            return;
        }
        $ids = implode(',', array_map('intval', array_keys($changes->units)));
        $this->database->run(
            'UPDATE `' . _DB_PREFIX_ . 'stock_available` SET `physical_quantity` = `quantity` + `reserved_quantity`'
            . ' WHERE `id_stock_available` IN (' . $ids . ')'
        );
        foreach ($changes->units as $id => $units) {
            $this->announcer->announce((int) $id, (int) $units);
        }
    }

    /**
     * Adds what imports that were broken off behind their order have left.
     */
    public function applyAll(): void
    {
        foreach ($this->table->withStockChanges() as $channelOrderId) {
            $this->apply($channelOrderId);
        }
    }

    /**
     * As applyAll(), for a call that is about something else and goes on without it. Never throws.
     */
    public function applyAllSafely(): void
    {
        try {
            $this->applyAll();
        } catch (Throwable $caught) {
            $this->log->report($caught);
        }
    }
}
