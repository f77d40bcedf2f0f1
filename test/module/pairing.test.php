<?php

use PrestaShop\Module\Weft\Connection\PermissionBound;

const WEFT = 'https://weft.example/webhooks/source/c1';
const OTHER_WEFT = 'https://collector.example/webhooks/source/c1';

/** Weft answers a pairing with this. */
function grants(array $permissions, string $url = WEFT): void
{
    weftClient()->answers['/pair'] = ['secret' => str_repeat('g', 40), 'webhookUrl' => $url, 'permissions' => $permissions];
    weftClient()->answers['/credentials'] = ['connected' => true, 'shopName' => 'Main'];
}

test('a key never gets more than the module\'s own bound, whatever the pasted address asks for', function () {
    grants([
        'orders' => ['GET', 'POST', 'DELETE'],
        'employees' => ['GET', 'POST', 'PUT', 'DELETE'],
        'configurations' => ['GET', 'PUT'],
        'customers' => ['DELETE'],
        'products' => 'GET',
        'states' => [['GET'], 7, 'GET'],
    ]);
    same(null, services()->connection()->pairing()->pair(WEFT, 'code'));
    $bounded = ['configurations' => ['GET'], 'orders' => ['GET', 'POST'], 'states' => ['GET']];
    same($bounded, services()->connection()->settings()->permissions());
});

test('permissions that an earlier version kept are within the bound as well', function () {
    services()->connection()->settings()->savePermissions(['employees' => ['POST'], 'carriers' => ['GET', 'PUT']]);
    same(['carriers' => ['GET']], services()->connection()->settings()->permissions());
});

test('a key that allows more than is wanted is brought back', function () {
    grants(['orders' => ['GET']]);
    services()->connection()->pairing()->pair(WEFT, 'code');
    WebserviceKey::$permissions = ['orders' => ['GET'], 'employees' => ['POST']];
    services()->connection()->pairing()->handOver();
    same(['orders' => ['GET']], WebserviceKey::$permissions);
});

test('nothing lets a key change employees or settings, or delete anything', function () {
    $all = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
    $resources = ['employees', 'configurations', 'customers', 'orders', 'products', 'shops', 'users'];
    $granted = PermissionBound::within(array_fill_keys($resources, $all));
    same(false, isset($granted['employees']) || isset($granted['users']));
    same(['GET'], $granted['configurations']);
    foreach ($granted as $methods) {
        same(false, in_array('DELETE', $methods, true));
    }
});

test('only the merchant says where events and key go: an answer that names another address is refused', function () {
    grants(['orders' => ['GET']], OTHER_WEFT);
    same(true, services()->connection()->pairing()->pair(WEFT, 'code') !== null);
    same(WEFT, services()->connection()->settings()->url());
    same(str_repeat('s', 40), services()->connection()->settings()->secret());
});

test('another address gets no key that was made before: it is deleted, with its permissions', function () {
    services()->connection()->settings()->saveKeyId(7);
    services()->connection()->settings()->savePermissions(['orders' => ['GET']]);
    services()->connection()->pairing()->follow(OTHER_WEFT, str_repeat('o', 40));
    same([7], WebserviceKey::$deleted);
    same([], services()->connection()->settings()->permissions());
    same(false, services()->connection()->pairing()->handOver()->isDone);
    same([], weftClient()->posted);
});

test('the same address keeps its key when its secret is pasted anew', function () {
    services()->connection()->settings()->saveKeyId(7);
    services()->connection()->pairing()->follow(WEFT, str_repeat('o', 40));
    same([7, []], [services()->connection()->settings()->keyId(), WebserviceKey::$deleted]);
});

test('an employee who may not make webservice keys makes none through the module', function () {
    grants(['orders' => ['GET']]);
    services()->connection()->pairing()->pair(WEFT, 'code');
    Access::$granted = ['ROLE_MOD_TAB_ADMINMODULES_UPDATE'];
    $result = services()->connection()->pairing()->handOver();
    same(
        'Your profile may not make webservice keys. Ask an administrator of the shop to press this button.',
        $result->text
    );
    same([], WebserviceKey::$permissions);
});
