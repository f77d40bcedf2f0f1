<?php

function wantedTotals(int $products, int $shipping, int $discount): array
{
    return [
        'productsMinor' => $products,
        'shippingMinor' => $shipping,
        'discountMinor' => $discount,
        'totalMinor' => $products + $shipping - $discount,
    ];
}

function taxRow(float $rate, int $gross): array
{
    return ['rate' => $rate, 'gross' => $gross, 'net' => $gross / (1 + $rate / 100)];
}

test('shipping is taxed at the carrier\'s rate, and a discount takes tax off like the products', function () {
    same(
        ['shippingNetMinor' => 333, 'discountNetMinor' => 125, 'paidNetMinor' => 2901],
        WeftTotals::plan(wantedTotals(3232, 399, 150), 2693, 20.0)
    );
});

test('a discount beyond the products takes tax off the shipping, so that nothing paid is nothing taxed', function () {
    $wanted = wantedTotals(999, 399, 1398);
    $nets = WeftTotals::plan($wanted, 934, 20.0);
    same(['shippingNetMinor' => 333, 'discountNetMinor' => 1267, 'paidNetMinor' => 0], $nets);
    same(0, array_sum(array_column(WeftTotals::taxes([taxRow(7, 999)], $wanted, $nets, 20.0), 'taxMinor')));
});

test('an order of nothing but shipping has its tax', function () {
    same(
        ['shippingNetMinor' => 500, 'discountNetMinor' => 0, 'paidNetMinor' => 500],
        WeftTotals::plan(wantedTotals(0, 600, 0), 0, 20.0)
    );
});

test('one row of tax per rate, highest first', function () {
    $wanted = wantedTotals(1998, 399, 0);
    $nets = WeftTotals::plan($wanted, 1665, 20.0);
    same(
        [['rate' => '20.000', 'netMinor' => 1998, 'taxMinor' => 399]],
        WeftTotals::taxes([taxRow(20, 1998)], $wanted, $nets, 20.0)
    );
    $mixed = WeftTotals::taxes([taxRow(5.5, 999), taxRow(20, 999)], $wanted, $nets, 10.0);
    same(['20.000', '10.000', '5.500'], array_column($mixed, 'rate'));
});

test('the rows of tax add up to the order, whatever the discount', function () {
    foreach ([0, 1, 7, 150, 1999, 3232, 3500] as $discount) {
        foreach ([399, 1000] as $shipping) {
            foreach ([20.0, null] as $rate) {
                $wanted = wantedTotals(3232, $shipping, $discount);
                $rows = [taxRow(20, 1998), taxRow(5.5, 1000), taxRow(0, 234)];
                $nets = WeftTotals::plan($wanted, 2847, 20.0);
                $taxes = WeftTotals::taxes($rows, $wanted, $nets, $rate);
                same($nets['paidNetMinor'], array_sum(array_column($taxes, 'netMinor')));
                same(
                    $wanted['totalMinor'],
                    array_sum(array_column($taxes, 'netMinor')) + array_sum(array_column($taxes, 'taxMinor'))
                );
            }
        }
    }
});
