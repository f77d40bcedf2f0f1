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

use PrestaShop\Module\Weft\Order\BrokenOffOrder;
use PrestaShop\Module\Weft\Order\BuyerBuilder;
use PrestaShop\Module\Weft\Order\CarrierChooser;
use PrestaShop\Module\Weft\Order\CartBuilder;
use PrestaShop\Module\Weft\Order\CartTotalQuote;
use PrestaShop\Module\Weft\Order\CartTotalReader;
use PrestaShop\Module\Weft\Order\DiscountVoucher;
use PrestaShop\Module\Weft\Order\ImportTable;
use PrestaShop\Module\Weft\Order\InvoiceNumbers;
use PrestaShop\Module\Weft\Order\OrderContext;
use PrestaShop\Module\Weft\Order\OrderCorrector;
use PrestaShop\Module\Weft\Order\OrderCreator;
use PrestaShop\Module\Weft\Order\OrderFinder;
use PrestaShop\Module\Weft\Order\OrderHookListener;
use PrestaShop\Module\Weft\Order\OrderImporter;
use PrestaShop\Module\Weft\Order\OrderPlanner;
use PrestaShop\Module\Weft\Order\OrderReader;
use PrestaShop\Module\Weft\Order\OrderTotalsWriter;
use PrestaShop\Module\Weft\Order\OrderTransaction;
use PrestaShop\Module\Weft\Order\OrderWriter;
use PrestaShop\Module\Weft\Order\OversellCheck;
use PrestaShop\Module\Weft\Order\PriceRuleReader;
use PrestaShop\Module\Weft\Order\RequiredFields;
use PrestaShop\Module\Weft\Order\StockChangeApplier;
use PrestaShop\Module\Weft\Order\StockChangeRecorder;
use PrestaShop\Module\Weft\Order\StoreIdResolver;
use PrestaShop\Module\Weft\Stock\StockAnnouncer;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Builds what makes an order, and what takes its units from the stock.
 */
class OrderServices
{
    use BuiltOnce;

    /** @var SupportServices */
    private $support;

    /** @var EventServices */
    private $events;

    public function __construct(SupportServices $support, EventServices $events)
    {
        $this->support = $support;
        $this->events = $events;
    }

    public function orderImporter(): OrderImporter
    {
        return $this->once(OrderImporter::class, function (): OrderImporter {
            return new OrderImporter(
                $this->importTable(),
                $this->orderPlanner(),
                $this->orderTransaction(),
                $this->orderWriter(),
                new InvoiceNumbers($this->support->database()),
                $this->stockChangeApplier(),
                $this->support->hookRegistry(),
                $this->events->eventRecorder(),
                $this->support->database()
            );
        });
    }

    public function cartTotalQuote(): CartTotalQuote
    {
        return $this->once(CartTotalQuote::class, function (): CartTotalQuote {
            return new CartTotalQuote(
                $this->orderPlanner(),
                $this->orderTransaction(),
                new OversellCheck($this->support->database()),
                $this->cartBuilder(),
                new CartTotalReader($this->orderTotalsWriter()),
                $this->support->corePatches(),
                $this->support->engines()
            );
        });
    }

    public function importTable(): ImportTable
    {
        return $this->once(ImportTable::class, function (): ImportTable {
            return new ImportTable($this->support->database());
        });
    }

    public function orderHookListener(): OrderHookListener
    {
        return $this->once(OrderHookListener::class, function (): OrderHookListener {
            return new OrderHookListener($this->support->corePatches(), $this->orderTotalsWriter());
        });
    }

    public function stockChangeRecorder(): StockChangeRecorder
    {
        return $this->once(StockChangeRecorder::class, function (): StockChangeRecorder {
            return new StockChangeRecorder($this->support->database(), $this->support->corePatches());
        });
    }

    public function stockChangeApplier(): StockChangeApplier
    {
        return $this->once(StockChangeApplier::class, function (): StockChangeApplier {
            return new StockChangeApplier(
                $this->support->database(),
                $this->importTable(),
                new StockAnnouncer($this->support->log()),
                $this->support->log()
            );
        });
    }

    private function orderPlanner(): OrderPlanner
    {
        return new OrderPlanner(
            new StoreIdResolver(
                $this->support->store(),
                new CarrierChooser($this->support->database())
            ),
            $this->orderContext(),
            new PriceRuleReader($this->support->database())
        );
    }

    private function orderWriter(): OrderWriter
    {
        return new OrderWriter(
            $this->orderFinder(),
            new BrokenOffOrder($this->support->database(), $this->orderFinder()),
            $this->orderCreator(),
            new OrderReader($this->support->database()),
            new OrderCorrector(
                $this->support->database(),
                $this->orderTotalsWriter(),
                $this->discountVoucher(),
                $this->orderFinder()
            ),
            $this->cartBuilder(),
            $this->buyerBuilder(),
            new InvoiceNumbers($this->support->database()),
            $this->stockChangeRecorder(),
            $this->importTable()
        );
    }

    private function orderCreator(): OrderCreator
    {
        return new OrderCreator(
            new OversellCheck($this->support->database()),
            $this->cartBuilder(),
            new CartTotalReader($this->orderTotalsWriter()),
            $this->importTable(),
            $this->discountVoucher(),
            $this->orderTotalsWriter(),
            $this->orderHookListener(),
            $this->stockChangeRecorder(),
            $this->support->corePatches(),
            $this->support->database()
        );
    }

    private function orderTransaction(): OrderTransaction
    {
        return new OrderTransaction($this->support->database(), $this->importTable(), $this->orderContext());
    }

    private function orderContext(): OrderContext
    {
        return new OrderContext($this->support->corePatches());
    }

    private function cartBuilder(): CartBuilder
    {
        return new CartBuilder($this->support->database(), $this->orderContext(), $this->buyerBuilder());
    }

    private function buyerBuilder(): BuyerBuilder
    {
        return new BuyerBuilder($this->support->database(), new RequiredFields());
    }

    private function orderFinder(): OrderFinder
    {
        return new OrderFinder($this->support->database(), $this->importTable(), $this->support->engines());
    }

    private function orderTotalsWriter(): OrderTotalsWriter
    {
        return new OrderTotalsWriter(
            $this->support->database(),
            $this->discountVoucher(),
            $this->support->translator()
        );
    }

    private function discountVoucher(): DiscountVoucher
    {
        return new DiscountVoucher($this->support->database());
    }
}
