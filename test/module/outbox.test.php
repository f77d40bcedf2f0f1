<?php

use PrestaShop\Module\Weft\Events\Outbox;

function rowOf(int $id): array
{
    return Db::getInstance()->getRow('SELECT * FROM `ps_weft_outbox` WHERE `id_outbox` = ' . $id);
}

function change(int $id, array $values)
{
    Db::getInstance()->update('weft_outbox', $values, '`id_outbox` = ' . $id);
}

/** What came of an attempt at a row, recorded as the sender would. */
function attempt(int $id, int $status): array
{
    $row = services()->events()->outbox()->claim($id);
    services()->events()->outbox()->recordAttempt($row, $status, $status === 200 ? '' : 'failed');

    return rowOf($id);
}

test('waits 30 s, 2 min, 10 min, 1 h, then 6 h each time', function () {
    same([30, 120, 600, 3600, 21600, 21600, 21600], array_map([Outbox::class, 'retryAfter'], [1, 2, 3, 4, 5, 6, 99]));
});

test('the same event is not stored twice while it waits, in whatever order its ids come', function () {
    $first = services()->events()->outbox()->addOnce('stock.changed', [9, 8]);
    same($first, services()->events()->outbox()->addOnce('stock.changed', [8, 9]));
    same(false, $first === services()->events()->outbox()->addOnce('product.saved', [8, 9]));
    same(false, $first === services()->events()->outbox()->addOnce('stock.changed', [8]));
    same('8,9', rowOf($first)['ids']);
});

test('an event that is being sent or was sent does not cover a new change', function () {
    $first = services()->events()->outbox()->addOnce('stock.changed', [8]);
    services()->events()->outbox()->claim($first);
    $second = services()->events()->outbox()->addOnce('stock.changed', [8]);
    same(false, $first === $second);
    attempt($second, 200);
    same(false, in_array(services()->events()->outbox()->addOnce('stock.changed', [8]), [$first, $second], true));
});

test('the oldest row that is due is taken first, and by one sender only', function () {
    $first = services()->events()->outbox()->add('stock.changed', [1]);
    $second = services()->events()->outbox()->add('stock.changed', [2]);
    same($first, services()->events()->outbox()->claim()->id);
    same(null, services()->events()->outbox()->claim($first));
    same($second, services()->events()->outbox()->claim()->id);
    same(null, services()->events()->outbox()->claim());
});

test('a sender that died holds its row for a minute, no longer', function () {
    $id = services()->events()->outbox()->add('stock.changed', [1]);
    services()->events()->outbox()->claim($id);
    change($id, ['claimed_until' => time() + 1]);
    same(null, services()->events()->outbox()->claim());
    change($id, ['claimed_until' => time() - 1]);
    same($id, services()->events()->outbox()->claim()->id);
});

test('only 200 is delivered; everything else waits for its next time', function () {
    $id = services()->events()->outbox()->add('stock.changed', [1]);
    $before = time();
    $row = attempt($id, 500);
    same([1, 500, 0, 0], [(int) $row['attempts'], (int) $row['last_status'], (int) $row['delivered_at'], (int) $row['claimed_until']]);
    same(true, (int) $row['due_at'] >= $before + 30 && (int) $row['due_at'] <= time() + 30);
    same(null, services()->events()->outbox()->claim());
    $row = attempt($id, 202);
    same(true, (int) $row['due_at'] >= $before + 120);
    same(true, (int) attempt($id, 200)['delivered_at'] >= $before);
    same(0, services()->events()->outbox()->countWaiting());
});

test('a row the merchant names is taken before it is due', function () {
    $id = services()->events()->outbox()->add('ping', []);
    attempt($id, 500);
    same($id, services()->events()->outbox()->claim($id)->id);
});

test('when Weft answers again, what nobody received is due, and what was refused is not', function () {
    $undelivered = services()->events()->outbox()->add('stock.changed', [1]);
    $refused = services()->events()->outbox()->add('stock.changed', [2]);
    attempt($undelivered, 0);
    attempt($refused, 413);
    services()->events()->outbox()->wakeUndelivered(time());
    same($undelivered, services()->events()->outbox()->claim()->id);
    same(null, services()->events()->outbox()->claim());
    services()->events()->outbox()->wakeAll(time());
    same($refused, services()->events()->outbox()->claim()->id);
});

test('nothing that waits is dropped before a week is over', function () {
    $old = services()->events()->outbox()->add('stock.changed', [1]);
    $young = services()->events()->outbox()->add('stock.changed', [2]);
    change($old, ['created_ms' => (time() - 7 * 86400 - 5) . '000']);
    change($young, ['created_ms' => (time() - 7 * 86400 + 60) . '000']);
    services()->events()->outbox()->prune();
    same(false, rowOf($young) === []);
    same(1, services()->events()->outbox()->countWaiting());
});

test('of what was delivered the newest two hundred are kept to be read', function () {
    for ($count = 1; $count <= 203; ++$count) {
        $last = services()->events()->outbox()->add('ping', []);
    }
    Db::getInstance()->execute('UPDATE `ps_weft_outbox` SET `delivered_at` = 1');
    services()->events()->outbox()->prune();
    same([200, 4, $last], array_map('intval', array_values(Db::getInstance()->getRow(
        'SELECT COUNT(*), MIN(`id_outbox`), MAX(`id_outbox`) FROM `ps_weft_outbox`'
    ))));
});

test('the health check learns what waits since when, and why', function () {
    same(['waiting' => 0, 'oldestAt' => null, 'lastDeliveredAt' => null, 'lastError' => ''], services()->events()->deliveryReport()->state());
    $id = services()->events()->outbox()->add('stock.changed', [1]);
    attempt($id, 500);
    $state = services()->events()->deliveryReport()->state();
    same([1, (int) rowOf($id)['created_ms'], null, 'failed'], array_values($state));
    attempt($id, 200);
    same(['waiting' => 0, 'oldestAt' => null, 'lastError' => ''], array_diff_key(services()->events()->deliveryReport()->state(), ['lastDeliveredAt' => 1]));
});
