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
    $bounded = ['configurations' => ['GET'], 'orders' => ['GET'], 'states' => ['GET']];
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

/** A shop whose key, made by the module, Weft works with. */
function connectedShop(): void
{
    grants(['orders' => ['GET']]);
    services()->connection()->pairing()->pair(WEFT, 'code');
    services()->connection()->pairing()->handOver();
}

/** The key that was posted to Weft, counted from the first. */
function postedKey(int $number): string
{
    $posted = array_values(array_filter(array_column(weftClient()->posted, 1), function (array $body): bool {
        return isset($body['key']);
    }));

    return $posted[$number]['key'];
}

test('a key is good for the paired shop of several, and for no other', function () {
    Shop::$names = [1 => 'Main', 2 => 'Outlet', 3 => 'Trade'];
    Shop::$current = 2;
    connectedShop();
    same([2], WebserviceKey::shopsOf(9));
    // As a version before left it.
    $key = new WebserviceKey(9);
    $key->associateTo([1, 2, 3]);
    Shop::$current = 1;
    services()->connection()->webserviceKey()->repair();
    same([2], WebserviceKey::shopsOf(9));
});

test('a key is replaced without a gap: the one before is good for an hour more', function () {
    connectedShop();
    same(true, services()->connection()->pairing()->replaceKey()->isDone);
    same(false, postedKey(0) === postedKey(1));
    $key = services()->connection()->webserviceKey();
    same([true, true], [$key->isOwn(postedKey(0)), $key->isOwn(postedKey(1))]);
    $key->dropOld(time() + 3599);
    same([], WebserviceKey::$deleted);
    $key->dropOld(time() + 3600);
    same([9], WebserviceKey::$deleted);
    same([false, true], [$key->isOwn(postedKey(0)), $key->isOwn(postedKey(1))]);
    $key->dropOld(time() + 7200);
    same([9], WebserviceKey::$deleted);
    services()->connection()->pairing()->handOver();
    same(postedKey(1), postedKey(2));
});

test('a key that Weft refused is deleted, and the one in use stays', function () {
    connectedShop();
    weftClient()->answers['/credentials'] = ['status' => 422, 'error' => ['code' => 'x', 'text' => 'No.']];
    same('No.', services()->connection()->pairing()->replaceKey()->text);
    same([10], WebserviceKey::$deleted);
    same(9, services()->connection()->settings()->keyId());
    same(true, services()->connection()->webserviceKey()->isOwn(postedKey(0)));
});

test('a replacement whose answer was lost is finished with the same key, as Weft may have it', function () {
    connectedShop();
    foreach ([0, 503] as $status) {
        weftClient()->answers['/credentials'] = ['status' => $status];
        same(false, services()->connection()->pairing()->replaceKey()->isDone);
    }
    same([], WebserviceKey::$deleted);
    same(true, services()->connection()->webserviceKey()->isOwn(postedKey(1)));
    weftClient()->answers['/credentials'] = ['connected' => true];
    same(true, services()->connection()->pairing()->handOver()->isDone);
    same([postedKey(1), postedKey(1)], [postedKey(2), postedKey(3)]);
    same([10, 0], [services()->connection()->settings()->keyId(), services()->connection()->settings()->nextKeyId()]);
});

test('a key in use is never taken for the one before, whatever broke off between two settings', function () {
    connectedShop();
    Configuration::updateGlobalValue('WEFT_OLD_KEY_ID', 9);
    Configuration::updateGlobalValue('WEFT_OLD_KEY_UNTIL', 1);
    Configuration::updateGlobalValue('WEFT_NEXT_KEY_ID', 9);
    services()->connection()->webserviceKey()->dropOld(time());
    same([], WebserviceKey::$deleted);
    same(true, services()->connection()->pairing()->replaceKey()->isDone);
    same([10, 9], [services()->connection()->settings()->keyId(), services()->connection()->settings()->oldKeyId()]);
});

test('every key the module made goes with it, and to no other address', function () {
    connectedShop();
    services()->connection()->pairing()->replaceKey();
    services()->connection()->pairing()->follow(OTHER_WEFT, str_repeat('o', 40));
    $deleted = WebserviceKey::$deleted;
    sort($deleted);
    same([9, 10], $deleted);
    same([0, 0], [services()->connection()->settings()->keyId(), services()->connection()->settings()->oldKeyId()]);
});
