<?php

/**
 * Weft for PrestaShop
 *
 * Licensed under the Apache License, Version 2.0. The file LICENSE of this module holds its text.
 *
 * @author    Weft contributors
 * @copyright Weft contributors
 * @license   https://www.apache.org/licenses/LICENSE-2.0 Apache-2.0
 */

namespace PrestaShop\Module\Weft\Order;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * From what the buyer paid to the prices a cart must hold. Pure. A cart has one row and one price per variant, tax
 * excluded; the shop adds the tax again and rounds to the cent.
 */
class CartPricePlanner
{
    private const DECIMALS = 6;
    /** The shop's PS_PRICE_ROUND_MODE: always up, always down; all others round to the nearest. */
    private const ROUND_UP = 0;
    private const ROUND_DOWN = 1;

    /**
     * Lines of one variant become one cart row. When its units were sold at different prices that have no common price
     * in whole cents, the row is a few cents dearer and `roundingMinor` takes them off again: right under every
     * rounding setting of a shop.
     *
     * @param OrderLine[] $lines
     * @param array<string, PriceRule> $rules "product:variant" => its rule
     */
    public static function plan(array $lines, string $currency, array $rules, int $roundMode): PricePlan
    {
        $rows = [];
        $productsMinor = 0;
        $paidMinor = 0;
        foreach (self::byVariant($lines) as $key => $linesOfVariant) {
            $quantity = 0;
            $paidForRow = 0;
            foreach ($linesOfVariant as $line) {
                $quantity += $line->quantity;
                $paidForRow += $line->quantity * $line->unitPriceMinor;
            }
            $rule = $rules[$key];
            $unitMinor = max(self::ceilDiv($paidForRow, $quantity), self::ecotaxMinor($rule, $currency));
            $rows[] = new CartRow(
                $linesOfVariant[0]->productId,
                $linesOfVariant[0]->variantId,
                $quantity,
                self::netPrice($unitMinor, $currency, $rule, $roundMode),
                $unitMinor * $quantity
            );
            $productsMinor += $unitMinor * $quantity;
            $paidMinor += $paidForRow;
        }

        return new PricePlan($rows, $productsMinor, $productsMinor - $paidMinor);
    }

    /**
     * A tax-inclusive amount without tax and ecotax, in six decimals, never below 0. Rounded against the shop's own
     * direction, so that its gross is the amount again and not a cent beside it.
     */
    public static function netPrice(int $grossMinor, string $currency, PriceRule $rule, int $roundMode): string
    {
        $net = max(0, ($grossMinor / self::scale($currency) - $rule->ecotax) / $rule->factor);
        $micros = $net * 10 ** self::DECIMALS;
        if ($roundMode === self::ROUND_UP) {
            $micros = floor($micros);
        } elseif ($roundMode === self::ROUND_DOWN) {
            $micros = ceil($micros);
        }

        return number_format($micros / 10 ** self::DECIMALS, self::DECIMALS, '.', '');
    }

    /**
     * @param OrderLine[] $lines
     *
     * @return array<string, OrderLine[]> "product:variant" => its lines
     */
    private static function byVariant(array $lines): array
    {
        $byVariant = [];
        foreach ($lines as $line) {
            $byVariant[$line->key()][] = $line;
        }

        return $byVariant;
    }

    /**
     * No row can cost less than its ecotax; what the buyer did not pay of it becomes a discount, too.
     */
    private static function ecotaxMinor(PriceRule $rule, string $currency): int
    {
        return (int) ceil(round($rule->ecotax * self::scale($currency), self::DECIMALS));
    }

    private static function scale(string $currency): int
    {
        return 10 ** Money::decimals($currency);
    }

    private static function ceilDiv(int $amount, int $by): int
    {
        return intdiv($amount + $by - 1, $by);
    }
}
