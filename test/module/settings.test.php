<?php

use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Connection\PairingAddress;
use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Connection\SettingsValidator;

const NEW_SECRET = 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn';

function currentSecret(): string
{
    return str_repeat('s', 40);
}

test('after a rotation the secret before it is good for a day', function () {
    services()->connection()->settings()->rotate(NEW_SECRET, currentSecret(), 1000);
    same([NEW_SECRET, currentSecret()], services()->connection()->settings()->secrets(1000 + 86399));
    same([NEW_SECRET], services()->connection()->settings()->secrets(1000 + 86400));
});

test('a rotation that is asked for again changes nothing', function () {
    services()->connection()->settings()->rotate(NEW_SECRET, currentSecret(), 1000);
    services()->connection()->settings()->rotate(NEW_SECRET, currentSecret(), 2000);
    services()->connection()->settings()->rotate(NEW_SECRET, NEW_SECRET, 3000);
    same([NEW_SECRET, currentSecret()], services()->connection()->settings()->secrets(1000));
    same([NEW_SECRET], services()->connection()->settings()->secrets(1000 + 86400));
});

test('who knows only the secret before cannot set another one', function () {
    services()->connection()->settings()->rotate(NEW_SECRET, currentSecret(), 1000);
    try {
        services()->connection()->settings()->rotate(str_repeat('z', 40), currentSecret(), 2000);
        $reason = '';
    } catch (Refusal $refusal) {
        $reason = $refusal->reason();
    }
    same('secret_replaced', $reason);
    same([NEW_SECRET, currentSecret()], services()->connection()->settings()->secrets(2000));
});

test('a secret that was pasted ends the one before it at once', function () {
    services()->connection()->settings()->rotate(NEW_SECRET, currentSecret(), 1000);
    services()->connection()->settings()->save(services()->connection()->settings()->url(), str_repeat('p', 40));
    same([str_repeat('p', 40)], services()->connection()->settings()->secrets(1000));
});

test('without a secret nobody may call, whatever was before', function () {
    services()->connection()->settings()->rotate(NEW_SECRET, currentSecret(), 1000);
    Configuration::deleteByName(Settings::SECRET);
    same([], services()->connection()->settings()->secrets(1000));
});

test('saving without a secret keeps the one that is stored', function () {
    services()->connection()->settings()->save('https://weft.example/webhooks/source/c2', '');
    same(currentSecret(), services()->connection()->settings()->secret());
    same('https://weft.example/webhooks/source/c2', services()->connection()->settings()->url());
});

test('a new address has not got the key yet', function () {
    services()->connection()->settings()->saveHandedOverAt(1000);
    services()->connection()->settings()->save(services()->connection()->settings()->url(), '');
    same(1000, services()->connection()->settings()->handedOverAt());
    services()->connection()->settings()->save('https://weft.example/webhooks/source/c2', '');
    same(0, services()->connection()->settings()->handedOverAt());
});

test('only https addresses are good, and http to this very machine', function () {
    foreach (['https://weft.example/x', 'http://127.0.0.1:8787/x', 'http://localhost/x', 'http://[::1]/x'] as $url) {
        same(true, SettingsValidator::isAllowedUrl($url));
    }
    $bad = ['', 'weft.example', 'http://weft.example/', 'http://127.0.0.1.evil.example/', 'ftp://weft.example/', 'https://a:b@c/'];
    foreach ($bad as $url) {
        same(false, SettingsValidator::isAllowedUrl($url));
    }
});

test('a secret that was copied in part is refused with a sentence', function () {
    same(null, services()->connection()->settingsValidator()->findFault('https://weft.example/x', ''));
    same('The webhook secret is incomplete. Copy all of it from Weft.', services()->connection()->settingsValidator()->findFault('https://weft.example/x', 'short'));
    same(
        'The webhook secret is incomplete. Copy all of it from Weft.',
        services()->connection()->settingsValidator()->findFault('https://weft.example/x', 'long enough but in two')
    );
    Configuration::deleteByName(Settings::SECRET);
    same('Copy the webhook secret from Weft.', services()->connection()->settingsValidator()->findFault('https://weft.example/x', ''));
});

test('the installation has one id for good', function () {
    $id = services()->connection()->settings()->installId();
    same(1, preg_match('/^[0-9a-f]{32}$/D', $id));
    same($id, services()->connection()->settings()->installId());
});

test('uninstalling leaves no setting', function () {
    services()->connection()->settings()->rotate(NEW_SECRET, currentSecret(), 1000);
    services()->connection()->settings()->createCronToken();
    services()->connection()->settings()->installId();
    services()->connection()->settings()->savePermissions(['orders' => ['GET']]);
    services()->connection()->settings()->saveKeyId(7);
    services()->connection()->settings()->saveHandedOverAt(1000);
    services()->connection()->settings()->delete();
    same([], Configuration::$values);
});

test('a pasted address gives up its code', function () {
    $plain = 'https://weft.example/webhooks/source/c1';
    same(['url' => $plain, 'code' => 'AB-12'], get_object_vars(new PairingAddress($plain . '?pair=AB-12')));
    same(['url' => $plain, 'code' => 'a b'], get_object_vars(new PairingAddress($plain . '/?pair=a%20b&x=1')));
    same(['url' => $plain, 'code' => ''], get_object_vars(new PairingAddress($plain)));
    same(['url' => $plain . '?pair[]=1', 'code' => ''], get_object_vars(new PairingAddress($plain . '?pair[]=1')));
});

/** A folder of the shop with a page in it; it goes when the tests end. */
function makeFolder(string $name): string
{
    $folder = _PS_ROOT_DIR_ . '/' . $name;
    register_shutdown_function('removeFolder', _PS_ROOT_DIR_);
    is_dir($folder) || mkdir($folder, 0777, true);
    touch($folder . '/index.php');

    return $folder;
}

function removeFolder(string $folder): void
{
    foreach (is_dir($folder) ? array_diff(scandir($folder), ['.', '..']) : [] as $name) {
        is_dir($folder . '/' . $name) ? removeFolder($folder . '/' . $name) : unlink($folder . '/' . $name);
    }
    is_dir($folder) && rmdir($folder);
}

test('the back office is known once a request to it was seen, and anew where its folder was renamed', function () {
    $admin = services()->adminFolder();
    same('', $admin->path());
    $folder = makeFolder('admin12ab');
    $admin->remember($folder);
    same('/sub/admin12ab', $admin->path());
    rename($folder, _PS_ROOT_DIR_ . '/secret34');
    same('', $admin->path());
    $admin->remember(_PS_ROOT_DIR_ . '/secret34');
    same('/sub/secret34', $admin->path());
});

test('no other folder is taken for the back office', function () {
    $admin = services()->adminFolder();
    makeFolder('modules/weft');
    foreach (['', '/etc', _PS_ROOT_DIR_ . '/modules/weft', _PS_ROOT_DIR_ . '/../admin', _PS_ROOT_DIR_ . '/nothing'] as $folder) {
        $admin->remember($folder);
    }
    same('', $admin->path());
});
