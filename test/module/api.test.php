<?php

use PrestaShop\Module\Weft\Api\ApiResponse;
use PrestaShop\Module\Weft\Api\Refusal;

/** Calls the module as Weft would: [answer, what it says]. */
function call(string $body, string $secret, int $sentAt, int $nowSeconds): array
{
    $signature = 'v1=' . hash_hmac('sha256', $sentAt . '.' . $body, $secret);
    $answer = services()->apiEndpoint()->answer($body, (string) $sentAt, $signature, $nowSeconds);

    return [$answer, json_decode($answer->body, true)];
}

function callOf(string $call, array $with): string
{
    return json_encode(['call' => $call, 'id' => 'c7', 'with' => (object) $with]);
}

function secretNow(): string
{
    return str_repeat('s', 40);
}

test('a call under a wrong signature is turned away, and learns the clock only', function () {
    list($answer, $said) = call(callOf('flush', []), 'guess', 1000, 1000);
    same([401, null, ['error' => 'signature', 'now' => 1000]], [$answer->status, $answer->signedBy, $said]);
});

test('a call from another time is turned away, a replay included', function () {
    same(['error' => 'clock', 'now' => 1301], call(callOf('flush', []), secretNow(), 1000, 1301)[1]);
    same(['error' => 'clock', 'now' => 699], call(callOf('flush', []), secretNow(), 1000, 699)[1]);
});

test('a shop that is not paired answers nobody', function () {
    Configuration::$values = [];
    list($answer, $said) = call(callOf('flush', []), '', 1000, 1000);
    same([401, 'unpaired', null], [$answer->status, $said['error'], $answer->signedBy]);
});

test('a body of more than a megabyte is not looked at', function () {
    same(413, call(str_repeat(' ', 1048577), secretNow(), 1000, 1000)[0]->status);
    same(400, call(str_repeat(' ', 1048576), secretNow(), 1000, 1000)[0]->status);
});

test('what is signed and no call is told so', function () {
    foreach (['', 'x', '[]', '{"call":"flush"}', '{"call":"flush","id":7,"with":{}}', '{"call":"flush","id":"7","with":1}'] as $body) {
        same([400, 'body'], [call($body, secretNow(), 1000, 1000)[0]->status, call($body, secretNow(), 1000, 1000)[1]['error']]);
    }
});

test('an answer names its call and is signed by the secret of the call', function () {
    $new = str_repeat('n', 40);
    list($answer, $said) = call(callOf('rotate', ['secret' => $new]), secretNow(), time(), time());
    same([200, secretNow(), ['answer' => 'c7', 'ok' => ['done' => true]]], [$answer->status, $answer->signedBy, $said]);
    same(secretNow(), call(callOf('nothing', []), secretNow(), time(), time())[0]->signedBy);
    same($new, call(callOf('nothing', []), $new, time(), time())[0]->signedBy);
});

test('a call the module does not know is refused by its name', function () {
    $said = call(callOf('dance', []), secretNow(), 1000, 1000)[1];
    same(['answer' => 'c7', 'refused' => ['code' => 'call_unknown', 'facts' => ['call' => 'dance']]], $said);
});

test('a secret that is too short is refused', function () {
    $said = call(callOf('rotate', ['secret' => 'short']), secretNow(), 1000, 1000)[1];
    same('secret_weak', $said['refused']['code']);
    same(secretNow(), services()->connection()->settings()->secret());
});

test('facts and answers without anything in them are objects, not lists', function () {
    $refusal = new Refusal('key_missing');
    same([], $refusal->facts());
    same(
        '{"answer":"c7","refused":{"code":"call_unknown","facts":{"call":""}}}',
        call(callOf('', []), secretNow(), 1000, 1000)[0]->body
    );
});

test('an error inside the module is a signed answer without paths', function () {
    $log = ini_set('error_log', tempnam(sys_get_temp_dir(), 'weft'));
    Db::getInstance()->execute('DROP TABLE `ps_weft_outbox`');
    list($answer, $said) = call(callOf('flush', []), secretNow(), 1000, 1000);
    ini_set('error_log', (string) $log);
    same([500, secretNow(), 'c7'], [$answer->status, $answer->signedBy, $said['answer']]);
    same(0, strpos($said['failed'], 'PDOException HY000 ('));
    same(false, strpos($said['failed'], 'ps_weft_outbox'));
    same(false, strpos($said['failed'], '/src/'));
    // The merchant finds it in the shop's own log, in the same words.
    same('Weft: ' . $said['failed'], end(PrestaShopLogger::$entries));
});

test('an answer behind printed text carries the lines of its signature with it', function () {
    $answer = new ApiResponse(200, ['answer' => 'c7', 'ok' => []], secretNow());
    $signature = 'v1=' . hash_hmac('sha256', '1000.' . $answer->body, secretNow());
    $written = "\nX-Weft-Timestamp: 1000\nX-Weft-Signature: {$signature}\n\n" . $answer->body;
    same($written, $answer->withoutHeaders(1000));
    same("\n{\"error\":\"size\"}", (new ApiResponse(413, ['error' => 'size'], null))->withoutHeaders(1000));
});

test('the end of the connection ends the pairing and the key, and is no end for who knows the secret before', function () {
    services()->connection()->settings()->saveKeyId(9);
    $new = str_repeat('n', 40);
    call(callOf('rotate', ['secret' => $new]), secretNow(), time(), time());
    same('secret_replaced', call(callOf('end', []), secretNow(), time(), time())[1]['refused']['code']);
    list($answer, $said) = call(callOf('end', []), $new, time(), time());
    same([200, $new, ['done' => true]], [$answer->status, $answer->signedBy, $said['ok']]);
    same(['', '', [], [9]], [
        services()->connection()->settings()->url(),
        services()->connection()->settings()->secret(),
        services()->connection()->settings()->secrets(time()),
        WebserviceKey::$deleted,
    ]);
    same('unpaired', call(callOf('end', []), $new, time(), time())[1]['error']);
});
