<?php

const NEW_SECRET = 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn';

function currentSecret(): string
{
    return str_repeat('s', 40);
}

test('after a rotation the secret before it is good for a day', function () {
    WeftSettings::rotate(NEW_SECRET, currentSecret(), 1000);
    same([NEW_SECRET, currentSecret()], WeftSettings::secrets(1000 + 86399));
    same([NEW_SECRET], WeftSettings::secrets(1000 + 86400));
});

test('a rotation that is asked for again changes nothing', function () {
    WeftSettings::rotate(NEW_SECRET, currentSecret(), 1000);
    WeftSettings::rotate(NEW_SECRET, currentSecret(), 2000);
    WeftSettings::rotate(NEW_SECRET, NEW_SECRET, 3000);
    same([NEW_SECRET, currentSecret()], WeftSettings::secrets(1000));
    same([NEW_SECRET], WeftSettings::secrets(1000 + 86400));
});

test('who knows only the secret before cannot set another one', function () {
    WeftSettings::rotate(NEW_SECRET, currentSecret(), 1000);
    try {
        WeftSettings::rotate(str_repeat('z', 40), currentSecret(), 2000);
        $reason = '';
    } catch (WeftRefusal $refusal) {
        $reason = $refusal->reason();
    }
    same('secret_replaced', $reason);
    same([NEW_SECRET, currentSecret()], WeftSettings::secrets(2000));
});

test('a secret that was pasted ends the one before it at once', function () {
    WeftSettings::rotate(NEW_SECRET, currentSecret(), 1000);
    WeftSettings::save(WeftSettings::url(), str_repeat('p', 40));
    same([str_repeat('p', 40)], WeftSettings::secrets(1000));
});

test('without a secret nobody may call, whatever was before', function () {
    WeftSettings::rotate(NEW_SECRET, currentSecret(), 1000);
    Configuration::deleteByName(WeftSettings::SECRET);
    same([], WeftSettings::secrets(1000));
});

test('saving without a secret keeps the one that is stored', function () {
    WeftSettings::save('https://weft.example/webhooks/source/c2', '');
    same(currentSecret(), WeftSettings::secret());
    same('https://weft.example/webhooks/source/c2', WeftSettings::url());
});

test('a new address has not got the key yet', function () {
    WeftSettings::saveHandedOverAt(1000);
    WeftSettings::save(WeftSettings::url(), '');
    same(1000, WeftSettings::handedOverAt());
    WeftSettings::save('https://weft.example/webhooks/source/c2', '');
    same(0, WeftSettings::handedOverAt());
});

test('only https addresses are good, and http to this very machine', function () {
    foreach (['https://weft.example/x', 'http://127.0.0.1:8787/x', 'http://localhost/x', 'http://[::1]/x'] as $url) {
        same(true, WeftSettings::isAllowedUrl($url));
    }
    $bad = ['', 'weft.example', 'http://weft.example/', 'http://127.0.0.1.evil.example/', 'ftp://weft.example/', 'https://a:b@c/'];
    foreach ($bad as $url) {
        same(false, WeftSettings::isAllowedUrl($url));
    }
});

test('a secret that was copied in part is refused with a sentence', function () {
    same(null, WeftSettings::refuse('https://weft.example/x', ''));
    same('The webhook secret is incomplete. Copy all of it from Weft.', WeftSettings::refuse('https://weft.example/x', 'short'));
    same(
        'The webhook secret is incomplete. Copy all of it from Weft.',
        WeftSettings::refuse('https://weft.example/x', 'long enough but in two')
    );
    Configuration::deleteByName(WeftSettings::SECRET);
    same('Copy the webhook secret from Weft.', WeftSettings::refuse('https://weft.example/x', ''));
});

test('the installation has one id for good', function () {
    $id = WeftSettings::installId();
    same(1, preg_match('/^[0-9a-f]{32}$/D', $id));
    same($id, WeftSettings::installId());
});

test('uninstalling leaves no setting', function () {
    WeftSettings::rotate(NEW_SECRET, currentSecret(), 1000);
    WeftSettings::createCronToken();
    WeftSettings::installId();
    WeftSettings::savePermissions(['orders' => ['GET']]);
    WeftSettings::saveKeyId(7);
    WeftSettings::saveHandedOverAt(1000);
    WeftSettings::delete();
    same([], Configuration::$values);
});

test('a pasted address gives up its code', function () {
    $plain = 'https://weft.example/webhooks/source/c1';
    same(['url' => $plain, 'code' => 'AB-12'], WeftPairing::split($plain . '?pair=AB-12'));
    same(['url' => $plain, 'code' => 'a b'], WeftPairing::split($plain . '/?pair=a%20b&x=1'));
    same(['url' => $plain, 'code' => ''], WeftPairing::split($plain));
    same(['url' => $plain . '?pair[]=1', 'code' => ''], WeftPairing::split($plain . '?pair[]=1'));
});
