<?php

use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Events\Event;
use PrestaShop\Module\Weft\Events\EventMap;
use PrestaShop\Module\Weft\Events\EventRecorder;

function eventOf(string $hook, array $params): ?Event
{
    return services()->events()->eventMap()->toEvent($hook, $params);
}

/** What would be sent after a request in which these hooks were called. */
function sentAfter(array $calls): array
{
    foreach ($calls as $call) {
        services()->events()->eventRecorder()->onHook($call[0], $call[1]);
    }
    services()->events()->eventRecorder()->store();
    $rows = Db::getInstance()->executeS('SELECT `type`, `ids` FROM `ps_weft_outbox` ORDER BY `type`');

    return array_column($rows, 'ids', 'type');
}

function stockOf(int $product): array
{
    return ['object' => (object) ['id' => 100 + $product, 'id_product' => $product]];
}

function stateOf(int $order): array
{
    return ['id_order' => $order];
}

test('every hook names the products or orders to read', function () {
    $params = [
        'id_product' => 8,
        'id_order' => 7,
        'order' => (object) ['id' => 7],
        'object' => (object) ['id' => 8, 'id_product' => 8, 'id_order' => 7, 'tracking_number' => 'AB1'],
    ];
    $dark = ['actionObjectSpecificPriceRuleUpdateBefore', 'actionObjectSpecificPriceRuleDeleteAfter'];
    foreach (array_diff(EventMap::hooks(), $dark) as $hook) {
        $event = eventOf($hook, $params);
        same([strpos($event->type, 'order.') === 0 ? 7 : 8], $event->ids);
    }
});

test('hooks are known in whatever letters PrestaShop calls them', function () {
    same(['stock.changed', [8]], array_values((array) eventOf('ActionUpdateQuantity', ['id_product' => '8'])));
    same(null, eventOf('displayHeader', ['id_product' => 8]));
    same(null, eventOf('actionUpdateQuantity', []));
});

test('a price for one cart is no change of the product', function () {
    $price = (object) ['id' => 1, 'id_product' => 8, 'id_cart' => '12'];
    same(null, eventOf('actionObjectSpecificPriceAddAfter', ['object' => $price]));
    $price->id_cart = '0';
    same([8], eventOf('actionObjectSpecificPriceAddAfter', ['object' => $price])->ids);
});

test('a parcel without a number is no event', function () {
    $parcel = (object) ['id' => 1, 'id_order' => 7, 'tracking_number' => ''];
    same(null, eventOf('actionObjectOrderCarrierUpdateAfter', ['object' => $parcel]));
    $parcel->tracking_number = null;
    same(null, eventOf('actionObjectOrderCarrierUpdateAfter', ['object' => $parcel]));
});

test('a price for all products concerns every product that is on sale', function () {
    Db::getInstance()->execute('CREATE TABLE ps_product_shop (id_product INT, active INT)');
    Db::getInstance()->execute('INSERT INTO ps_product_shop VALUES (3, 1), (4, 0), (5, 1), (5, 1)');
    $price = (object) ['id' => 1, 'id_product' => 0, 'id_cart' => 0];
    same([3, 5], eventOf('actionObjectSpecificPriceAddAfter', ['object' => $price])->ids);
});

test('a catalogue rule concerns the products it has prices for', function () {
    Db::getInstance()->execute('CREATE TABLE ps_specific_price (id_product INT, id_specific_price_rule INT)');
    Db::getInstance()->execute('INSERT INTO ps_specific_price VALUES (3, 1), (4, 2), (3, 1), (9, 1)');
    $rule = ['object' => (object) ['id' => 1]];
    same([3, 9], eventOf('actionObjectSpecificPriceRuleUpdateBefore', $rule)->ids);
});

test('one request sends each kind of change once', function () {
    same(['product.saved' => '8', 'stock.changed' => '8,9'], sentAfter([
        ['actionProductSave', ['id_product' => 8]],
        ['actionProductUpdate', ['id_product' => 8]],
        ['actionObjectStockAvailableUpdateAfter', stockOf(9)],
        ['actionObjectStockAvailableUpdateAfter', stockOf(8)],
        ['actionUpdateQuantity', ['id_product' => 8]],
    ]));
});

test('of a product that is gone nothing else is sent', function () {
    same(['product.deleted' => '8', 'stock.changed' => '9'], sentAfter([
        ['actionProductUpdate', ['id_product' => 8]],
        ['actionObjectStockAvailableDeleteAfter', stockOf(8)],
        ['actionObjectStockAvailableUpdateAfter', stockOf(9)],
        ['actionProductDelete', ['id_product' => 8]],
    ]));
});

test('more ids than Weft takes at once become several events', function () {
    foreach (range(1, 501) as $product) {
        services()->events()->eventRecorder()->onHook('actionUpdateQuantity', ['id_product' => $product]);
    }
    services()->events()->eventRecorder()->store();
    same(2, services()->events()->outbox()->countWaiting());
});

test('a shop that is not connected records nothing', function () {
    Configuration::deleteByName(Settings::SECRET);
    same([], sentAfter([['actionUpdateQuantity', ['id_product' => 8]]]));
});

test('nothing that goes wrong in a hook gets out of it', function () {
    $log = ini_set('error_log', tempnam(sys_get_temp_dir(), 'weft'));
    // There is no table to read the rule's products from.
    services()->events()->eventRecorder()->onHook('actionObjectSpecificPriceRuleUpdateBefore', ['object' => (object) ['id' => 1]]);
    $said = file_get_contents(ini_get('error_log'));
    ini_set('error_log', (string) $log);
    same(1, preg_match('/Weft: PDOException HY000 \(/', $said));
    same(false, strpos($said, 'ps_specific_price'));
});

test('what Weft did itself is not recorded, and what happened meanwhile is', function () {
    services()->events()->eventRecorder()->suppressing(['order.state_changed' => EventRecorder::FIRST_OF_EACH, 'stock.changed' => ['8']], function () {
        services()->events()->eventRecorder()->onHook('actionUpdateQuantity', ['id_product' => 8]);
        services()->events()->eventRecorder()->onHook('actionUpdateQuantity', ['id_product' => 9]);
        services()->events()->eventRecorder()->onHook('actionOrderStatusPostUpdate', stateOf(7));
        services()->events()->eventRecorder()->onHook('actionProductUpdate', ['id_product' => 8]);
    });
    same(['product.saved' => '8', 'stock.changed' => '9'], sentAfter([]));
});

test('the second state of an order in one request is an event', function () {
    services()->events()->eventRecorder()->suppressing(['order.state_changed' => EventRecorder::FIRST_OF_EACH], function () {
        services()->events()->eventRecorder()->onHook('actionOrderStatusPostUpdate', stateOf(7));
        services()->events()->eventRecorder()->onHook('actionOrderStatusPostUpdate', stateOf(8));
        services()->events()->eventRecorder()->onHook('actionOrderStatusPostUpdate', stateOf(7));
    });
    same(['order.state_changed' => '7'], sentAfter([]));
});

test('what is done after Weft\'s own work is recorded again, also when that work failed', function () {
    try {
        services()->events()->eventRecorder()->suppressing(['stock.changed' => [8]], function () {
            throw new RuntimeException('no');
        });
    } catch (RuntimeException $expected) {
        same('no', $expected->getMessage());
    }
    same(['stock.changed' => '8'], sentAfter([['actionUpdateQuantity', ['id_product' => 8]]]));
});

function webserviceCall(string $url, string $key)
{
    services()->connection()->settings()->saveKeyId(3);
    $GLOBALS['webservice_call'] = true;
    $_GET['url'] = $url;
    $_SERVER['PHP_AUTH_USER'] = $key;
}

test('a state that Weft\'s own key sets does not come back', function () {
    webserviceCall('order_histories', 'OWNKEYOWNKEYOWNKEYOWNKEYOWNKEY12');
    same(['stock.changed' => '8'], sentAfter([
        ['actionOrderStatusPostUpdate', stateOf(7)],
        ['actionUpdateQuantity', ['id_product' => 8]],
    ]));
});

test('a tracking number that another module adds to it does', function () {
    webserviceCall('order_histories/', 'OWNKEYOWNKEYOWNKEYOWNKEYOWNKEY12');
    same(['order.tracking_changed' => '7'], sentAfter([
        ['actionOrderStatusPostUpdate', stateOf(7)],
        ['actionObjectOrderCarrierUpdateAfter', ['object' => (object) ['id_order' => 7, 'tracking_number' => 'AB1']]],
    ]));
});

test('whoever uses another key is recorded', function () {
    webserviceCall('order_histories', 'ANOTHERKEYANOTHERKEYANOTHERKEY12');
    same(['order.state_changed' => '7'], sentAfter([['actionOrderStatusPostUpdate', stateOf(7)]]));
});
