<?php

use PrestaShop\Module\Weft\Order\CartPricePlanner;
use PrestaShop\Module\Weft\Order\Money;
use PrestaShop\Module\Weft\Order\OrderLine;
use PrestaShop\Module\Weft\Order\PriceRule;

const ROUND_TO_NEAREST = 2;

function lineOf(int $quantity, int $unitPriceMinor, int $product = 8, int $variant = 0): OrderLine
{
    return new OrderLine($product, $variant, $quantity, $unitPriceMinor);
}

/** What the shop makes of a price: the arithmetic of its cart, rounded to six digits and then to the cent. */
function shopGross(string $net, PriceRule $rule, int $decimals, int $mode): int
{
    $round = function (float $value, int $digits) use ($mode) {
        $scaled = $value * 10 ** $digits;
        if ((string) round($scaled) === (string) $scaled) {
            return round($scaled) / 10 ** $digits;
        }

        return ($mode === 0 ? ceil($scaled) : ($mode === 1 ? floor($scaled) : round($scaled))) / 10 ** $digits;
    };

    return (int) round($round($round($net * $rule->factor + $rule->ecotax, 6), $decimals) * 10 ** $decimals);
}

test('the shop gets back to the cent what the buyer paid, at every rate and in every way of rounding', function () {
    foreach ([0, 5.5, 7, 10, 19, 20, 21, 22, 25] as $rate) {
        foreach ([[1, 0.0], [0.9667, 0.0], [1, 0.6], [0.9, 0.54]] as list($kept, $ecotax)) {
            $rule = new PriceRule((1 + $rate / 100) * $kept, $ecotax);
            foreach ([['GBP', 2], ['JPY', 0], ['KWD', 3]] as list($currency, $decimals)) {
                foreach ([0, 1, 2] as $mode) {
                    for ($minor = 601; $minor < 9999999; $minor = (int) ($minor * 1.7) + 1) {
                        $net = CartPricePlanner::netPrice($minor, $currency, $rule, $mode);
                        same([$minor, $rate, $mode], [shopGross($net, $rule, $decimals, $mode), $rate, $mode]);
                    }
                }
            }
        }
    }
});

test('a price is written in six digits, and never below nothing', function () {
    $rule = new PriceRule(1.2, 0.0);
    same('8.325000', CartPricePlanner::netPrice(999, 'GBP', $rule, ROUND_TO_NEAREST));
    same('909.090909', CartPricePlanner::netPrice(1000, 'JPY', new PriceRule(1.1, 0.0), ROUND_TO_NEAREST));
    same('0.000000', CartPricePlanner::netPrice(0, 'GBP', $rule, ROUND_TO_NEAREST));
    same('0.000000', CartPricePlanner::netPrice(50, 'GBP', new PriceRule(1.2, 0.6), ROUND_TO_NEAREST));
});

test('rows of one variant become one row of the cart', function () {
    $rules = ['8:0' => new PriceRule(1.2, 0.0), '8:3' => new PriceRule(1.2, 0.0)];
    $plan = CartPricePlanner::plan([lineOf(1, 999), lineOf(2, 500, 8, 3), lineOf(1, 999)], 'GBP', $rules, ROUND_TO_NEAREST);
    same([['0', 2, 1998], ['3', 2, 1000]], array_map(function ($row) {
        return [(string) $row->variantId, $row->quantity, $row->grossMinor];
    }, $plan->rows));
    same([2998, 0], [$plan->productsMinor, $plan->roundingMinor]);
});

test('units of one variant at prices without a common cent cost a little more, and that is a discount', function () {
    $rules = ['8:0' => new PriceRule(1.2, 0.0)];
    $plan = CartPricePlanner::plan([lineOf(1, 1000), lineOf(2, 1001)], 'GBP', $rules, ROUND_TO_NEAREST);
    same([3003, 1], [$plan->productsMinor, $plan->roundingMinor]);
});

test('a row cannot cost less than its ecotax', function () {
    $rules = ['8:0' => new PriceRule(1.2, 0.6)];
    $plan = CartPricePlanner::plan([lineOf(3, 0)], 'GBP', $rules, ROUND_TO_NEAREST);
    same(['0.000000', 180, 180], [$plan->rows[0]->netUnitPrice, $plan->productsMinor, $plan->roundingMinor]);
});

test('minor units follow the currency in both directions', function () {
    same([1999, 500, 1234], [
        Money::parse('19.990000', 'GBP'),
        Money::parse('500.000000', 'JPY'),
        Money::parse('1.234000', 'KWD'),
    ]);
    same(['19.99', '500', '0.05'], [
        Money::format(1999, 'GBP'),
        Money::format(500, 'JPY'),
        Money::format(5, 'EUR'),
    ]);
});
