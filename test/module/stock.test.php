<?php

/** A shop with so many products, one row of stock each; more than are compared at once. */
function stockShop(int $products)
{
    services()->orders()->importTable()->create();
    services()->stock()->sentStock()->create();
    $db = Db::getInstance();
    $db->execute('CREATE TABLE ps_product (id_product INTEGER PRIMARY KEY)');
    $db->execute('CREATE TABLE ps_product_attribute (id_product_attribute INTEGER PRIMARY KEY, id_product INT)');
    $db->execute('CREATE TABLE ps_stock_available (id_product INTEGER PRIMARY KEY, id_product_attribute INT, quantity INT)');
    $db->execute(
        'INSERT INTO ps_product WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < '
        . $products . ') SELECT id FROM n'
    );
    $db->execute('INSERT INTO ps_stock_available SELECT id_product, 0, 7 FROM ps_product');
}

function readStock(array $with): array
{
    $read = services()->stock()->stockReader()->read($with);
    same(count($read['rows']), count(array_unique(array_column($read['rows'], 0))));

    return [count($read['rows']), count($read['gone']), $read['isMore'], $read['cursor']];
}

test('a comparison stops when its time is over, and the next call goes on where it stopped', function () {
    stockShop(12000);
    same(5001, services()->stock()->sentStock()->compare(0, 0.0));
    same(5001, services()->support()->database()->number('SELECT COUNT(*) FROM ps_weft_stock_told'));
    $cursor = services()->connection()->settings()->installId() . '.0.0.0.5001';
    list($rows, , $isMore, $end) = readStock(['limit' => 20000, 'after' => $cursor]);
    same([12000, false, services()->connection()->settings()->installId() . '.2'], [$rows, $isMore, $end]);
    same([0, 0, false, $end], readStock(['limit' => 20000, 'after' => $end]));
});

test('a first reading sends every row once, page by page', function () {
    stockShop(12000);
    list($rows, , $isMore, $cursor) = readStock(['limit' => 7000]);
    same([7000, true, services()->connection()->settings()->installId() . '.1.7000.0'], [$rows, $isMore, $cursor]);
    same([5000, 0, false, services()->connection()->settings()->installId() . '.1'], readStock(['limit' => 7000, 'after' => $cursor]));
});

test('what changed or went is found in every batch', function () {
    stockShop(12000);
    $cursor = readStock(['limit' => 20000])[3];
    Db::getInstance()->execute('UPDATE ps_stock_available SET quantity = 8 WHERE id_product IN (1, 5001, 5002, 12000)');
    Db::getInstance()->execute('DELETE FROM ps_stock_available WHERE id_product IN (2, 5003, 11999)');
    $read = services()->stock()->stockReader()->read(['after' => $cursor]);
    same([['1', '0', 8], ['5001', '0', 8], ['5002', '0', 8], ['12000', '0', 8]], $read['rows']);
    same([['2', '0'], ['5003', '0'], ['11999', '0']], $read['gone']);
});
