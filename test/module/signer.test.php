<?php

use PrestaShop\Module\Weft\Connection\Signer;

const BODY = '{"id":"1","type":"ping"}';

test('the signature is that of the protocol, to the letter', function () {
    same([
        'Content-Type: application/json',
        'X-Weft-Timestamp: 1763900000',
        'X-Weft-Signature: v1=' . hash_hmac('sha256', '1763900000.' . BODY, 'secret'),
    ], Signer::headers('secret', BODY, 1763900000));
    // The same bytes as computed by another program.
    same(
        'X-Weft-Signature: v1=2fab551309874fe1675d9fe3e9bccd02153f3c0f87dcda1d3cf7a8ba4002f041',
        Signer::headers('secret', BODY, 1763900000)[2]
    );
});

test('the secret that signed is found among several, and none is found for a stranger\'s', function () {
    $signature = substr(Signer::headers('old', BODY, 1763900000)[2], strlen('X-Weft-Signature: '));
    same('old', Signer::findSigner(['new', 'old'], BODY, '1763900000', $signature));
    same(null, Signer::findSigner(['new'], BODY, '1763900000', $signature));
    same(null, Signer::findSigner([], BODY, '1763900000', $signature));
});

test('a signature holds for its own time and its own bytes only', function () {
    $signature = substr(Signer::headers('s', BODY, 1763900000)[2], strlen('X-Weft-Signature: '));
    same(null, Signer::findSigner(['s'], BODY, '1763900001', $signature));
    same(null, Signer::findSigner(['s'], BODY . ' ', '1763900000', $signature));
    same(null, Signer::findSigner(['s'], BODY, '1763900000', substr($signature, 3)));
});

test('a time that is no plain number is no time', function () {
    foreach (['', '-1', '1e9', '1763900000 ', "1763900000\n", '9999999999999'] as $time) {
        $signature = 'v1=' . hash_hmac('sha256', $time . '.' . BODY, 's');
        same(null, Signer::findSigner(['s'], BODY, $time, $signature));
    }
});

test('a time is good for five minutes to either side', function () {
    same(true, Signer::isInWindow('1000', 1300));
    same(false, Signer::isInWindow('1000', 1301));
    same(true, Signer::isInWindow('1300', 1000));
    same(false, Signer::isInWindow('1301', 1000));
});
