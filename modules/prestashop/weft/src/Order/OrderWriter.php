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

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Writes an order inside the import's transaction: makes it, or finishes one that is there, and checks every figure.
 */
class OrderWriter
{
    /** @var OrderFinder */
    private $finder;

    /** @var BrokenOffOrder */
    private $brokenOff;

    /** @var OrderCreator */
    private $creator;

    /** @var OrderReader */
    private $reader;

    /** @var OrderCorrector */
    private $corrector;

    /** @var CartBuilder */
    private $cartBuilder;

    /** @var BuyerBuilder */
    private $buyers;

    /** @var InvoiceNumbers */
    private $invoiceNumbers;

    /** @var StockChangeRecorder */
    private $stockChanges;

    /** @var ImportTable */
    private $table;

    public function __construct(
        OrderFinder $finder,
        BrokenOffOrder $brokenOff,
        OrderCreator $creator,
        OrderReader $reader,
        OrderCorrector $corrector,
        CartBuilder $cartBuilder,
        BuyerBuilder $buyers,
        InvoiceNumbers $invoiceNumbers,
        StockChangeRecorder $stockChanges,
        ImportTable $table
    ) {
        $this->finder = $finder;
        $this->brokenOff = $brokenOff;
        $this->creator = $creator;
        $this->reader = $reader;
        $this->corrector = $corrector;
        $this->cartBuilder = $cartBuilder;
        $this->buyers = $buyers;
        $this->invoiceNumbers = $invoiceNumbers;
        $this->stockChanges = $stockChanges;
        $this->table = $table;
    }

    /**
     * An order that Weft made through the webservice is taken as it is and only finished.
     *
     * @return array<string, mixed> what `order` answers
     *
     * @throws Refusal
     */
    public function write(OrderImport $import): array
    {
        $existing = $this->finder->find($import->draft);
        if ($existing > 0 && $this->brokenOff->remove($existing, $import)) {
            $existing = 0;
        }
        if ($existing > 0) {
            $import = $import->withTotals($this->reader->totalsOf($existing, $import));
        }
        $order = $existing > 0 ? $this->adopt($existing, $import) : $this->creator->create($import);
        $ofCorrection = $this->stockChanges->record(function () use ($order, $import): void {
            $this->correct($order->id, $import);
        });
        $this->invoiceNumbers->keepUnique($order->id);
        // What the channel ships from its own warehouse is not taken from the shop's stock.
        $isFulfilledByChannel = $import->draft->isFulfilledByChannel;
        $changes = $isFulfilledByChannel ? new StockChanges([]) : $order->stockChanges->plus($ofCorrection);
        $answer = $this->reader->answer($order->id, $import) + ['oversold' => $order->oversold];
        $this->cartBuilder->dropPrices((int) $answer['cartId']);
        $this->table->finish($import->draft->channelOrderId, $answer, $changes);

        return ['isRepeat' => $existing > 0] + $answer;
    }

    private function adopt(int $orderId, OrderImport $import): WrittenOrder
    {
        $this->buyers->restore($orderId, $import);
        $changes = $this->finder->isOwn($orderId)
            ? $this->stockChanges->ofOrder($orderId)
            : new StockChanges([]);

        return new WrittenOrder($orderId, $changes, []);
    }

    /**
     * @throws Refusal "order_total_differs" when the order shows another figure after its correction
     */
    private function correct(int $orderId, OrderImport $import): void
    {
        $difference = $this->reader->findDifference($orderId, $import);
        if ($difference !== null || $this->finder->isOpen($orderId, $import->ids->state)) {
            $this->corrector->correct($orderId, $import);
            $difference = $this->reader->findDifference($orderId, $import);
        }
        if ($difference !== null) {
            throw $difference->toRefusal();
        }
        $this->corrector->completeHistory($orderId);
    }
}
