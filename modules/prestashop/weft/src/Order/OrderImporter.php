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

use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Events\EventRecorder;
use PrestaShop\Module\Weft\Hook\HookRegistry;
use PrestaShop\Module\Weft\Support\Database;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The call `order`: makes one order of the shop from a paid order of the channel, once, to the cent.
 */
class OrderImporter
{
    /** @var ImportTable */
    private $table;

    /** @var OrderPlanner */
    private $planner;

    /** @var OrderTransaction */
    private $transaction;

    /** @var OrderWriter */
    private $writer;

    /** @var InvoiceNumbers */
    private $invoiceNumbers;

    /** @var StockChangeApplier */
    private $stockChanges;

    /** @var HookRegistry */
    private $hooks;

    /** @var EventRecorder */
    private $events;

    /** @var Database */
    private $database;

    public function __construct(
        ImportTable $table,
        OrderPlanner $planner,
        OrderTransaction $transaction,
        OrderWriter $writer,
        InvoiceNumbers $invoiceNumbers,
        StockChangeApplier $stockChanges,
        HookRegistry $hooks,
        EventRecorder $events,
        Database $database
    ) {
        $this->table = $table;
        $this->planner = $planner;
        $this->transaction = $transaction;
        $this->writer = $writer;
        $this->invoiceNumbers = $invoiceNumbers;
        $this->stockChanges = $stockChanges;
        $this->hooks = $hooks;
        $this->events = $events;
        $this->database = $database;
    }

    /**
     * However often it is asked, at once or after an import that was broken off: one order, and the same answer.
     *
     * @param array<string, mixed> $with
     *
     * @return array<string, mixed>
     *
     * @throws Refusal when the shop cannot take the order; nothing is left behind then
     */
    public function import(array $with): array
    {
        $draft = new OrderDraft($with);
        ignore_user_abort(true);
        $repeat = $this->findRepeat($draft);
        if ($repeat !== null) {
            // The first import may have been broken off between its order and its stock.
            $this->stockChanges->apply($draft->channelOrderId);

            return $repeat;
        }

        return $this->transaction->alone(function () use ($draft): array {
            // Stock that imports broken off earlier have not taken yet is not there to be sold.
            $this->stockChanges->applyAll();

            return $this->findRepeat($draft) ?: $this->importFirst($draft);
        });
    }

    /**
     * @return array<string, mixed>|null
     */
    private function findRepeat(OrderDraft $draft): ?array
    {
        $known = $this->table->findAnswer($draft->channelOrderId);

        return $known === null ? null : ['isRepeat' => true] + $known;
    }

    /**
     * @return array<string, mixed>
     */
    private function importFirst(OrderDraft $draft): array
    {
        $import = $this->planner->plan($draft);
        $this->hooks->ensureForOrders();
        // Weft reads the stock of the lines by itself as soon as it has the answer.
        $suppressed = [
            'order.state_changed' => EventRecorder::FIRST_OF_EACH,
            'stock.changed' => array_map(function (OrderLine $line): int {
                return $line->productId;
            }, $draft->lines),
        ];

        return $this->events->suppressing($suppressed, function () use ($import): array {
            $channelOrderId = $import->draft->channelOrderId;
            $answer = $this->transaction->keep($channelOrderId, function () use ($import): array {
                return $this->writer->write($import);
            });
            $this->database->atomically(function () use ($answer): void {
                $this->invoiceNumbers->keepUnique((int) $answer['id']);
            });
            $this->stockChanges->apply($channelOrderId);

            return $answer;
        });
    }
}
