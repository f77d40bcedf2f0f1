<?php
/**
 * Finds the module's classes by their names, so that no page loads what it does not use.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

if (!function_exists('weft_load_class')) {
    function weft_load_class($class)
    {
        $files = [
            'WeftApi' => 'Api/ApiEndpoint',
            'WeftBuyerFields' => 'Order/RequiredFields',
            'WeftBuyerText' => 'Order/BuyerText',
            'WeftCalls' => 'Api/CallRouter',
            'WeftCartReading' => 'Order/CartTotalReader',
            'WeftConfigurePage' => 'Admin/ConfigurePage',
            'WeftConnection' => 'Support/CorePatches',
            'WeftDb' => 'Support/Database',
            'WeftDeliveries' => 'Events/DeliveryReport',
            'WeftEventMap' => 'Events/EventMap',
            'WeftHealth' => 'Api/HealthReport',
            'WeftHooks' => 'Hook/HookDispatcher',
            'WeftHttp' => 'Connection/HttpClient',
            'WeftKey' => 'Connection/OwnWebserviceKey',
            'WeftLog' => 'Support/Log',
            'WeftMoney' => 'Order/Money',
            'WeftOrderCart' => 'Order/CartBuilder',
            'WeftOrderDesk' => 'Order/OrderImporter',
            'WeftOrderDraft' => 'Order/OrderDraft',
            'WeftOrderHooks' => 'Order/GuestMailFilter',
            'WeftOrderInvoice' => 'Order/InvoiceNumbers',
            'WeftOrderMaker' => 'Order/ChannelPaymentModule',
            'WeftOrderMaking' => 'Order/OrderHookListener',
            'WeftOrderPlace' => 'Order/StoreIdResolver',
            'WeftOrderReading' => 'Order/OrderReader',
            'WeftOrderRepair' => 'Order/OrderCorrector',
            'WeftOrderScene' => 'Order/OrderContext',
            'WeftOrderSearch' => 'Order/OrderFinder',
            'WeftOrderStock' => 'Order/OversellCheck',
            'WeftOrderStockMove' => 'Order/StockChangeRecorder',
            'WeftOrderTable' => 'Order/ImportTable',
            'WeftOrderTotals' => 'Order/OrderTotalsWriter',
            'WeftOrderTransaction' => 'Order/OrderTransaction',
            'WeftOutbox' => 'Events/Outbox',
            'WeftOwnRequest' => 'Events/OwnWebserviceRequest',
            'WeftPairing' => 'Connection/Pairing',
            'WeftPriceRules' => 'Order/PriceRuleReader',
            'WeftPrices' => 'Order/CartPricePlanner',
            'WeftRecorder' => 'Events/EventRecorder',
            'WeftRefusal' => 'Api/Refusal',
            'WeftRepair' => 'Api/Repairs',
            'WeftSender' => 'Events/EventSender',
            'WeftSettings' => 'Connection/Settings',
            'WeftShop' => 'Support/Store',
            'WeftSigner' => 'Connection/Signer',
            'WeftStock' => 'Stock/StockReader',
            'WeftStockChange' => 'Stock/StockChanger',
            'WeftStockNews' => 'Stock/StockAnnouncer',
            'WeftStockTold' => 'Stock/SentStock',
            'WeftTables' => 'Support/Tables',
            'WeftTotals' => 'Order/TaxBreakdown',
        ];
        if (isset($files[$class])) {
            require_once __DIR__ . '/src/' . $files[$class] . '.php';
        }
    }

    spl_autoload_register('weft_load_class');
}
