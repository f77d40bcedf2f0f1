<?php

use PrestaShop\Module\Weft\Order\OrderTotals;
use PrestaShop\Module\Weft\Order\TaxableLine;
use PrestaShop\Module\Weft\Order\TaxBreakdown;

function wantedTotals(int $products, int $shipping, int $discount): OrderTotals
{
    return new OrderTotals($products, $shipping, $discount, $products + $shipping - $discount, 1);
}

function taxRow(float $rate, int $gross): TaxableLine
{
    return new TaxableLine($rate, $gross, $gross / (1 + $rate / 100));
}

test('shipping is taxed at the carrier\'s rate, and a discount takes tax off like the products', function () {
    same(
        ['shippingMinor' => 333, 'discountMinor' => 125, 'paidMinor' => 2901],
        get_object_vars(TaxBreakdown::netTotals(wantedTotals(3232, 399, 150), 2693, 20.0))
    );
});

test('a discount beyond the products takes tax off the shipping, so that nothing paid is nothing taxed', function () {
    $wanted = wantedTotals(999, 399, 1398);
    $nets = TaxBreakdown::netTotals($wanted, 934, 20.0);
    same(['shippingMinor' => 333, 'discountMinor' => 1267, 'paidMinor' => 0], get_object_vars($nets));
    same(0, array_sum(array_column(TaxBreakdown::taxes([taxRow(7, 999)], $wanted, $nets, 20.0), 'taxMinor')));
});

test('an order of nothing but shipping has its tax', function () {
    same(
        ['shippingMinor' => 500, 'discountMinor' => 0, 'paidMinor' => 500],
        get_object_vars(TaxBreakdown::netTotals(wantedTotals(0, 600, 0), 0, 20.0))
    );
});

test('one row of tax per rate, highest first', function () {
    $wanted = wantedTotals(1998, 399, 0);
    $nets = TaxBreakdown::netTotals($wanted, 1665, 20.0);
    same(
        [['rate' => '20.000', 'netMinor' => 1998, 'taxMinor' => 399]],
        TaxBreakdown::taxes([taxRow(20, 1998)], $wanted, $nets, 20.0)
    );
    $mixed = TaxBreakdown::taxes([taxRow(5.5, 999), taxRow(20, 999)], $wanted, $nets, 10.0);
    same(['20.000', '10.000', '5.500'], array_column($mixed, 'rate'));
});

test('the rows of tax add up to the order, whatever the discount', function () {
    foreach ([0, 1, 7, 150, 1999, 3232, 3500] as $discount) {
        foreach ([399, 1000] as $shipping) {
            foreach ([20.0, null] as $rate) {
                $wanted = wantedTotals(3232, $shipping, $discount);
                $rows = [taxRow(20, 1998), taxRow(5.5, 1000), taxRow(0, 234)];
                $nets = TaxBreakdown::netTotals($wanted, 2847, 20.0);
                $taxes = TaxBreakdown::taxes($rows, $wanted, $nets, $rate);
                same($nets->paidMinor, array_sum(array_column($taxes, 'netMinor')));
                same(
                    $wanted->totalMinor,
                    array_sum(array_column($taxes, 'netMinor')) + array_sum(array_column($taxes, 'taxMinor'))
                );
            }
        }
    }
});
