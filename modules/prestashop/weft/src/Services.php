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

namespace PrestaShop\Module\Weft;

use Module;
use PrestaShop\Module\Weft\Admin\ConfigureActions;
use PrestaShop\Module\Weft\Admin\ConfigurePage;
use PrestaShop\Module\Weft\Api\ApiEndpoint;
use PrestaShop\Module\Weft\Api\CallRouter;
use PrestaShop\Module\Weft\Api\EventCalls;
use PrestaShop\Module\Weft\Api\HealthReport;
use PrestaShop\Module\Weft\Api\Repairs;
use PrestaShop\Module\Weft\Api\SecretRotation;
use PrestaShop\Module\Weft\Connection\HttpClient;
use PrestaShop\Module\Weft\Connection\OwnWebserviceKey;
use PrestaShop\Module\Weft\Connection\Pairing;
use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Connection\SettingsValidator;
use PrestaShop\Module\Weft\Events\DeliveryReport;
use PrestaShop\Module\Weft\Events\EventMap;
use PrestaShop\Module\Weft\Events\EventRecorder;
use PrestaShop\Module\Weft\Events\EventSender;
use PrestaShop\Module\Weft\Events\Outbox;
use PrestaShop\Module\Weft\Events\OwnWebserviceRequest;
use PrestaShop\Module\Weft\Hook\HookDispatcher;
use PrestaShop\Module\Weft\Hook\HookRegistry;
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
use PrestaShop\Module\Weft\Stock\SentStock;
use PrestaShop\Module\Weft\Stock\StockAnnouncer;
use PrestaShop\Module\Weft\Stock\StockChangeTable;
use PrestaShop\Module\Weft\Stock\StockChanger;
use PrestaShop\Module\Weft\Stock\StockReader;
use PrestaShop\Module\Weft\Support\CorePatches;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Log;
use PrestaShop\Module\Weft\Support\ObsoleteFiles;
use PrestaShop\Module\Weft\Support\Store;
use PrestaShop\Module\Weft\Support\Tables;
use PrestaShop\Module\Weft\Support\Translator;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Builds the module's objects, each once and when it is asked for. The module's main class holds one instance for a
 * request, so that hooks, calls and pages share the objects that hold the state of the request.
 */
class Services
{
    /** @var Module */
    private $module;

    /** @var HttpClient */
    private $client;

    /** @var array<string, object> class => its instance */
    private $instances = [];

    public function __construct(Module $module, ?HttpClient $client = null)
    {
        $this->module = $module;
        $this->client = $client ?: new HttpClient();
    }

    public function apiEndpoint(): ApiEndpoint
    {
        return $this->once(ApiEndpoint::class, function (): ApiEndpoint {
            return new ApiEndpoint($this->settings(), $this->callRouter(), $this->log());
        });
    }

    public function configurePage(): ConfigurePage
    {
        return $this->once(ConfigurePage::class, function (): ConfigurePage {
            return new ConfigurePage(
                $this->module,
                new ConfigureActions(
                    $this->settings(),
                    $this->settingsValidator(),
                    $this->pairing(),
                    $this->outbox(),
                    $this->eventSender(),
                    $this->eventCalls(),
                    $this->translator()
                ),
                $this->settings(),
                $this->webserviceKey(),
                $this->outbox(),
                $this->deliveryReport(),
                $this->log()
            );
        });
    }

    public function hookDispatcher(): HookDispatcher
    {
        return $this->once(HookDispatcher::class, function (): HookDispatcher {
            return new HookDispatcher($this->eventRecorder(), $this->orderHookListener(), $this->stockChangeRecorder());
        });
    }

    public function hookRegistry(): HookRegistry
    {
        return $this->once(HookRegistry::class, function (): HookRegistry {
            return new HookRegistry($this->module, $this->database(), $this->store());
        });
    }

    public function settings(): Settings
    {
        return $this->once(Settings::class, function (): Settings {
            return new Settings();
        });
    }

    public function settingsValidator(): SettingsValidator
    {
        return $this->once(SettingsValidator::class, function (): SettingsValidator {
            return new SettingsValidator($this->settings(), $this->translator());
        });
    }

    public function pairing(): Pairing
    {
        return $this->once(Pairing::class, function (): Pairing {
            return new Pairing(
                $this->settings(),
                $this->settingsValidator(),
                $this->client,
                $this->webserviceKey(),
                $this->store(),
                $this->translator()
            );
        });
    }

    public function webserviceKey(): OwnWebserviceKey
    {
        return $this->once(OwnWebserviceKey::class, function (): OwnWebserviceKey {
            return new OwnWebserviceKey($this->settings(), $this->database(), $this->store());
        });
    }

    public function eventRecorder(): EventRecorder
    {
        return $this->once(EventRecorder::class, function (): EventRecorder {
            return new EventRecorder(
                $this->settings(),
                $this->eventMap(),
                new OwnWebserviceRequest($this->webserviceKey()),
                $this->outbox(),
                $this->eventSender(),
                $this->log()
            );
        });
    }

    public function eventMap(): EventMap
    {
        return $this->once(EventMap::class, function (): EventMap {
            return new EventMap($this->database());
        });
    }

    public function outbox(): Outbox
    {
        return $this->once(Outbox::class, function (): Outbox {
            return new Outbox($this->database());
        });
    }

    public function eventSender(): EventSender
    {
        return $this->once(EventSender::class, function (): EventSender {
            return new EventSender($this->settings(), $this->outbox(), $this->client, $this->store());
        });
    }

    public function deliveryReport(): DeliveryReport
    {
        return $this->once(DeliveryReport::class, function (): DeliveryReport {
            return new DeliveryReport($this->database(), $this->outbox());
        });
    }

    public function stockReader(): StockReader
    {
        return $this->once(StockReader::class, function (): StockReader {
            return new StockReader(
                $this->database(),
                $this->settings(),
                $this->sentStock(),
                $this->stockChangeApplier()
            );
        });
    }

    public function sentStock(): SentStock
    {
        return $this->once(SentStock::class, function (): SentStock {
            return new SentStock($this->database());
        });
    }

    public function stockChangeApplier(): StockChangeApplier
    {
        return $this->once(StockChangeApplier::class, function (): StockChangeApplier {
            return new StockChangeApplier(
                $this->database(),
                $this->importTable(),
                $this->stockAnnouncer(),
                $this->log()
            );
        });
    }

    public function tables(): Tables
    {
        return $this->once(Tables::class, function (): Tables {
            return new Tables(
                $this->database(),
                [$this->outbox(), $this->sentStock(), $this->stockChangeTable(), $this->importTable()]
            );
        });
    }

    public function importTable(): ImportTable
    {
        return $this->once(ImportTable::class, function (): ImportTable {
            return new ImportTable($this->database());
        });
    }

    public function orderImporter(): OrderImporter
    {
        return $this->once(OrderImporter::class, function (): OrderImporter {
            return new OrderImporter(
                $this->importTable(),
                $this->orderPlanner(),
                $this->orderTransaction(),
                $this->orderWriter(),
                new InvoiceNumbers($this->database()),
                $this->stockChangeApplier(),
                $this->hookRegistry(),
                $this->eventRecorder(),
                $this->database()
            );
        });
    }

    public function cartTotalQuote(): CartTotalQuote
    {
        return $this->once(CartTotalQuote::class, function (): CartTotalQuote {
            return new CartTotalQuote(
                $this->orderPlanner(),
                $this->orderTransaction(),
                new OversellCheck($this->database()),
                $this->cartBuilder(),
                new CartTotalReader($this->orderTotalsWriter())
            );
        });
    }

    public function database(): Database
    {
        return $this->once(Database::class, function (): Database {
            return new Database($this->corePatches(), $this->log());
        });
    }

    public function corePatches(): CorePatches
    {
        return $this->once(CorePatches::class, function (): CorePatches {
            return new CorePatches();
        });
    }

    public function log(): Log
    {
        return $this->once(Log::class, function (): Log {
            return new Log();
        });
    }

    public function obsoleteFiles(): ObsoleteFiles
    {
        return $this->once(ObsoleteFiles::class, function (): ObsoleteFiles {
            return new ObsoleteFiles(dirname(__DIR__), $this->log());
        });
    }

    private function callRouter(): CallRouter
    {
        return new CallRouter([
            'health' => function (array $with): array {
                return $this->healthReport()->read($with);
            },
            'repair' => function (array $with): array {
                return $this->repairs()->repair($with);
            },
            'test-event' => function (): array {
                return $this->eventCalls()->sendTestEvent();
            },
            'flush' => function (): array {
                return $this->eventCalls()->flush();
            },
            'rotate' => function (array $with, string $signedBy): array {
                return (new SecretRotation($this->settings()))->rotate($with, $signedBy);
            },
            'stock' => function (array $with): array {
                return $this->stockReader()->read($with);
            },
            'stock-change' => function (array $with): array {
                return $this->stockChanger()->change($with);
            },
            'order' => function (array $with): array {
                return $this->orderImporter()->import($with);
            },
            'cart-total' => function (array $with): array {
                return $this->cartTotalQuote()->quote($with);
            },
        ]);
    }

    private function healthReport(): HealthReport
    {
        return new HealthReport(
            $this->store(),
            $this->hookRegistry(),
            $this->deliveryReport(),
            $this->webserviceKey(),
            $this->tables(),
            $this->database(),
            $this->stockChangeApplier()
        );
    }

    private function repairs(): Repairs
    {
        return new Repairs($this->hookRegistry(), $this->webserviceKey(), $this->tables(), $this->database());
    }

    private function eventCalls(): EventCalls
    {
        return new EventCalls(
            $this->outbox(),
            $this->eventSender(),
            $this->deliveryReport(),
            $this->stockChangeApplier(),
            $this->obsoleteFiles()
        );
    }

    private function stockChanger(): StockChanger
    {
        return new StockChanger(
            $this->database(),
            $this->stockChangeTable(),
            $this->stockAnnouncer(),
            $this->eventRecorder(),
            $this->log()
        );
    }

    private function stockChangeTable(): StockChangeTable
    {
        return new StockChangeTable($this->database());
    }

    private function stockAnnouncer(): StockAnnouncer
    {
        return new StockAnnouncer($this->log());
    }

    private function orderPlanner(): OrderPlanner
    {
        return new OrderPlanner(
            new StoreIdResolver($this->database(), $this->store()),
            $this->orderContext(),
            new PriceRuleReader($this->database())
        );
    }

    private function orderWriter(): OrderWriter
    {
        return new OrderWriter(
            $this->orderFinder(),
            $this->orderCreator(),
            new OrderReader($this->database()),
            new OrderCorrector(
                $this->database(),
                $this->orderTotalsWriter(),
                $this->discountVoucher(),
                $this->orderFinder()
            ),
            $this->cartBuilder(),
            new InvoiceNumbers($this->database()),
            $this->stockChangeRecorder(),
            $this->importTable()
        );
    }

    private function orderCreator(): OrderCreator
    {
        return new OrderCreator(
            new OversellCheck($this->database()),
            $this->cartBuilder(),
            new CartTotalReader($this->orderTotalsWriter()),
            $this->importTable(),
            $this->discountVoucher(),
            $this->orderTotalsWriter(),
            $this->orderHookListener(),
            $this->stockChangeRecorder(),
            $this->database()
        );
    }

    private function orderHookListener(): OrderHookListener
    {
        return $this->once(OrderHookListener::class, function (): OrderHookListener {
            return new OrderHookListener($this->corePatches(), $this->orderTotalsWriter());
        });
    }

    private function stockChangeRecorder(): StockChangeRecorder
    {
        return $this->once(StockChangeRecorder::class, function (): StockChangeRecorder {
            return new StockChangeRecorder($this->database(), $this->corePatches());
        });
    }

    private function orderTransaction(): OrderTransaction
    {
        return new OrderTransaction($this->database(), $this->importTable(), $this->orderContext());
    }

    private function orderContext(): OrderContext
    {
        return new OrderContext($this->corePatches());
    }

    private function cartBuilder(): CartBuilder
    {
        return new CartBuilder($this->database(), $this->orderContext(), new RequiredFields());
    }

    private function orderFinder(): OrderFinder
    {
        return new OrderFinder($this->database(), $this->importTable());
    }

    private function orderTotalsWriter(): OrderTotalsWriter
    {
        return new OrderTotalsWriter($this->database(), $this->discountVoucher(), $this->translator());
    }

    private function discountVoucher(): DiscountVoucher
    {
        return new DiscountVoucher($this->database());
    }

    private function store(): Store
    {
        return new Store($this->module);
    }

    private function translator(): Translator
    {
        return new Translator($this->module);
    }

    /**
     * @return mixed the instance of the class
     */
    private function once(string $class, callable $build)
    {
        if (!isset($this->instances[$class])) {
            $this->instances[$class] = $build();
        }

        return $this->instances[$class];
    }
}
