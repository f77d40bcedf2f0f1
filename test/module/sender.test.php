<?php

use PrestaShop\Module\Weft\Events\EventSender;

/** So many events wait, each about the product of its number; Weft says these statuses of them. */
function queue(int $events, array $statuses)
{
    weftClient()->renew();
    weftClient()->statuses = $statuses;
    for ($product = 1; $product <= $events; ++$product) {
        services()->events()->outbox()->add('stock.changed', [$product]);
    }
}

test('events that always fail do not hold up those behind them', function () {
    queue(5, [1 => 500]);
    same(['sent' => 4, 'waiting' => 1], services()->events()->eventSender()->flush(20000, 50)->toArray());
    queue(6, [1 => 500]);
    same(['sent' => 5, 'waiting' => 2], services()->events()->eventSender()->flush(20000, 50)->toArray());
});

test('two failures one behind the other end a flush: Weft is away', function () {
    queue(5, [1 => 0, 2 => 0]);
    same(['sent' => 0, 'waiting' => 5], services()->events()->eventSender()->flush(20000, 50)->toArray());
    same([1, 2], array_column(weftClient()->asked, 'id'));
});

test('when Weft is back, what waited is sent at once; what has failed for days keeps its own times', function () {
    queue(3, []);
    $later = ['last_status' => '0', 'due_at' => time() + 900];
    Db::getInstance()->update('weft_outbox', ['attempts' => 3] + $later, '`ids` = 1');
    Db::getInstance()->update('weft_outbox', ['attempts' => 12] + $later, '`ids` = 2');
    same(['sent' => 2, 'waiting' => 1], services()->events()->eventSender()->flush(20000, 50)->toArray());
    same([3, 1], array_column(weftClient()->asked, 'id'));
});

test('no attempt begins that would have less than a second, but for the first', function () {
    queue(3, []);
    weftClient()->takesMs = 30;
    same(1, services()->events()->eventSender()->flush(EventSender::HELD_BUDGET_MS, 50)->sent);
    same(true, weftClient()->asked[0]['timeoutMs'] > 900);
    same(2, services()->events()->eventSender()->flush(1045, 50)->sent);
});

test('an answer that the connection is over ends the sending, the pairing and the key', function () {
    queue(3, []);
    services()->connection()->settings()->saveKeyId(9);
    weftClient()->answers = ['/c1' => ['received' => true, 'ended' => true]];
    same(['sent' => 1, 'waiting' => 2], services()->events()->eventSender()->flush(20000, 50)->toArray());
    same([1, '', [9]], [
        count(weftClient()->posted),
        services()->connection()->settings()->url(),
        WebserviceKey::$deleted,
    ]);
    services()->events()->eventSender()->flush(20000, 50);
    same(1, count(weftClient()->posted));
});

test('an answer of the connection before does not end one that another request was paired with meanwhile', function () {
    queue(1, []);
    $settings = services()->connection()->settings();
    Configuration::$written = ['WEFT_WEBHOOK_URL' => 'https://weft.example/webhooks/source/c2'];
    weftClient()->answers = ['/c1' => ['received' => true, 'ended' => true]];
    services()->events()->eventSender()->flush(20000, 50);
    same(['https://weft.example/webhooks/source/c2', true], [$settings->url(), $settings->isComplete()]);
});

test('an answer that only looks so ends nothing', function () {
    foreach ([['ended' => 'true'], ['ended' => true, 'status' => 404], ['ended' => 1], []] as $answer) {
        queue(1, []);
        weftClient()->answers = ['/c1' => $answer];
        services()->events()->eventSender()->flush(20000, 50);
        same(true, services()->connection()->settings()->isComplete());
    }
});
