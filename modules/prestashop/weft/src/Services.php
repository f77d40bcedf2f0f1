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
use PrestaShop\Module\Weft\Hook\HookDispatcher;
use PrestaShop\Module\Weft\Services\BuiltOnce;
use PrestaShop\Module\Weft\Services\CatalogueServices;
use PrestaShop\Module\Weft\Services\ConnectionServices;
use PrestaShop\Module\Weft\Services\EventServices;
use PrestaShop\Module\Weft\Services\OrderServices;
use PrestaShop\Module\Weft\Services\StockServices;
use PrestaShop\Module\Weft\Services\SupportServices;
use PrestaShop\Module\Weft\Support\AdminFolder;
use PrestaShop\Module\Weft\Support\Tables;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Builds the module's objects, each once and when it is asked for: here what the shop and Weft call, in `Services/` the
 * parts of each subject. A subject's factory is given the factories it builds upon. The module's main class holds one
 * instance for a request, so that hooks, calls and pages share the objects that hold the state of the request.
 */
class Services
{
    use BuiltOnce;

    /** @var Module */
    private $module;

    /** @var SupportServices */
    private $support;

    /** @var ConnectionServices */
    private $connection;

    /** @var EventServices */
    private $events;

    /** @var OrderServices */
    private $orders;

    /** @var StockServices */
    private $stock;

    /** @var CatalogueServices */
    private $catalogue;

    public function __construct(Module $module, ?HttpClient $client = null)
    {
        $this->module = $module;
        $this->support = new SupportServices($module);
        $this->connection = new ConnectionServices($this->support, $client ?: new HttpClient());
        $this->events = new EventServices($this->support, $this->connection);
        $this->orders = new OrderServices($this->support, $this->events);
        $this->stock = new StockServices($this->support, $this->connection, $this->events, $this->orders);
        $this->catalogue = new CatalogueServices($this->support, $this->connection);
    }

    public function support(): SupportServices
    {
        return $this->support;
    }

    public function connection(): ConnectionServices
    {
        return $this->connection;
    }

    public function events(): EventServices
    {
        return $this->events;
    }

    public function orders(): OrderServices
    {
        return $this->orders;
    }

    public function stock(): StockServices
    {
        return $this->stock;
    }

    public function apiEndpoint(): ApiEndpoint
    {
        return $this->once(ApiEndpoint::class, function (): ApiEndpoint {
            return new ApiEndpoint(
                $this->connection->settings(),
                $this->connection->servedShop(),
                $this->connection->webserviceKey(),
                $this->callRouter(),
                $this->support->log()
            );
        });
    }

    public function configurePage(): ConfigurePage
    {
        return $this->once(ConfigurePage::class, function (): ConfigurePage {
            return new ConfigurePage(
                $this->module,
                new ConfigureActions(
                    $this->connection->settings(),
                    $this->connection->settingsValidator(),
                    $this->connection->servedShop(),
                    $this->connection->pairing(),
                    $this->events->outbox(),
                    $this->events->eventSender(),
                    $this->eventCalls(),
                    $this->support->translator()
                ),
                $this->connection->settings(),
                $this->connection->webserviceKey(),
                $this->events->outbox(),
                $this->events->deliveryReport(),
                $this->support->log()
            );
        });
    }

    public function hookDispatcher(): HookDispatcher
    {
        return $this->once(HookDispatcher::class, function (): HookDispatcher {
            return new HookDispatcher(
                $this->events->eventRecorder(),
                $this->orders->orderHookListener(),
                $this->orders->stockChangeRecorder(),
                $this->adminFolder()
            );
        });
    }

    public function adminFolder(): AdminFolder
    {
        return new AdminFolder($this->connection->settings());
    }

    public function tables(): Tables
    {
        return $this->once(Tables::class, function (): Tables {
            return new Tables(
                $this->support->database(),
                [
                    $this->events->outbox(),
                    $this->stock->sentStock(),
                    $this->catalogue->sentProducts(),
                    $this->stock->stockChangeTable(),
                    $this->orders->importTable(),
                ]
            );
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
                return (new SecretRotation($this->connection->settings()))->rotate($with, $signedBy);
            },
            'end' => function (array $with, string $signedBy): array {
                return $this->connection->pairingEnd()->carryOut($signedBy);
            },
            'stock' => function (array $with): array {
                return $this->stock->stockReader()->read($with);
            },
            'prices' => function (array $with): array {
                return $this->catalogue->priceReader()->read($with);
            },
            'changes' => function (array $with): array {
                return $this->catalogue->productChangeReader()->read($with);
            },
            'stock-change' => function (array $with): array {
                return $this->stock->stockChanger()->change($with);
            },
            'order' => function (array $with): array {
                return $this->orders->orderImporter()->import($with);
            },
            'cart-total' => function (array $with): array {
                return $this->orders->cartTotalQuote()->quote($with);
            },
        ]);
    }

    private function healthReport(): HealthReport
    {
        return new HealthReport(
            $this->support->store(),
            $this->support->hookRegistry(),
            $this->events->deliveryReport(),
            $this->connection->webserviceKey(),
            $this->tables(),
            $this->support->database(),
            $this->orders->stockChangeApplier(),
            $this->support->engines(),
            $this->adminFolder()
        );
    }

    private function repairs(): Repairs
    {
        return new Repairs(
            $this->support->hookRegistry(),
            $this->connection->webserviceKey(),
            $this->tables(),
            $this->support->database()
        );
    }

    private function eventCalls(): EventCalls
    {
        return new EventCalls(
            $this->events->outbox(),
            $this->events->eventSender(),
            $this->events->deliveryReport(),
            $this->orders->stockChangeApplier(),
            $this->support->obsoleteFiles()
        );
    }
}
