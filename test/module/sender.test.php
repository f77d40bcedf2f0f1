<?php

/** Weft, as far as the sender sees it: a status for each call, 200 when none is left. */
class WeftHttp
{
    public static $statuses = [];
    public static $asked = [];
    public static $takesMs = 0;

    public static function post(string $url, string $body, array $headers, int $timeoutMs): array
    {
        usleep(self::$takesMs * 1000);
        $ids = json_decode($body, true)['ids'];
        self::$asked[] = ['id' => (int) $ids[0], 'timeoutMs' => $timeoutMs];
        $status = isset(self::$statuses[$ids[0]]) ? self::$statuses[$ids[0]] : 200;

        return ['status' => $status, 'error' => '', 'body' => ''];
    }
}

/** So many events wait, each about the product of its number; Weft says these statuses of them. */
function queue(int $events, array $statuses)
{
    WeftHttp::$statuses = $statuses;
    WeftHttp::$asked = [];
    WeftHttp::$takesMs = 0;
    for ($product = 1; $product <= $events; ++$product) {
        WeftOutbox::add('stock.changed', [$product]);
    }
}

test('events that always fail do not hold up those behind them', function () {
    queue(5, [1 => 500]);
    same(['sent' => 4, 'waiting' => 1], WeftSender::flush(20000, 50));
    queue(6, [1 => 500]);
    same(['sent' => 5, 'waiting' => 2], WeftSender::flush(20000, 50));
});

test('two failures one behind the other end a flush: Weft is away', function () {
    queue(5, [1 => 0, 2 => 0]);
    same(['sent' => 0, 'waiting' => 5], WeftSender::flush(20000, 50));
    same([1, 2], array_column(WeftHttp::$asked, 'id'));
});

test('when Weft is back, what waited is sent at once; what has failed for days keeps its own times', function () {
    queue(3, []);
    $later = ['last_status' => '0', 'due_at' => time() + 900];
    Db::getInstance()->update('weft_outbox', ['attempts' => 3] + $later, '`ids` = 1');
    Db::getInstance()->update('weft_outbox', ['attempts' => 12] + $later, '`ids` = 2');
    same(['sent' => 2, 'waiting' => 1], WeftSender::flush(20000, 50));
    same([3, 1], array_column(WeftHttp::$asked, 'id'));
});

test('no attempt begins that would have less than a second, but for the first', function () {
    queue(3, []);
    WeftHttp::$takesMs = 30;
    same(1, WeftSender::flush(WeftSender::HELD_BUDGET_MS, 50)['sent']);
    same(true, WeftHttp::$asked[0]['timeoutMs'] > 900);
    same(2, WeftSender::flush(1045, 50)['sent']);
});
