<?php
/**
 * From what the buyer paid to the prices a cart must hold. Pure. A cart has one row and one price per
 * variant, tax excluded; the shop adds the tax again and rounds to the cent.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftPrices
{
    const DECIMALS = 6;
    /** The shop's PS_PRICE_ROUND_MODE: always up, always down; all others round to the nearest. */
    const ROUND_UP = 0;
    const ROUND_DOWN = 1;

    /**
     * Rows of one variant become one cart row. When its units were sold at different prices that have
     * no common price in whole cents, the row is a few cents dearer and `roundingMinor` takes them off
     * again: right under every rounding setting of a shop.
     *
     * @param array $lines rows of product, variant, quantity, unitPriceMinor
     * @param array $rules "product:variant" => ['factor' => gross of one net unit: 1.2 for 20 % of tax,
     *                     'ecotax' => what the shop adds to each unit, tax included, a decimal]
     *
     * @return array ['rows' => rows of product, variant, quantity, netUnitPrice, grossMinor,
     *               'productsMinor' => their sum, 'roundingMinor' => cents they are too dear by]
     */
    public static function planLines(array $lines, string $currency, array $rules, int $roundMode): array
    {
        $rows = [];
        $productsMinor = 0;
        $paidMinor = 0;
        foreach (self::merge($lines) as $key => $row) {
            $rule = $rules[$key];
            $unitMinor = max(self::ceilDiv($row['paidMinor'], $row['quantity']), self::ecotaxMinor($rule, $currency));
            $grossMinor = $unitMinor * $row['quantity'];
            $productsMinor += $grossMinor;
            $paidMinor += $row['paidMinor'];
            $rows[] = [
                'product' => $row['product'],
                'variant' => $row['variant'],
                'quantity' => $row['quantity'],
                'netUnitPrice' => self::netPrice($unitMinor, $currency, $rule, $roundMode),
                'grossMinor' => $grossMinor,
            ];
        }

        return [
            'rows' => $rows,
            'productsMinor' => $productsMinor,
            'roundingMinor' => $productsMinor - $paidMinor,
        ];
    }

    private static function merge(array $lines): array
    {
        $merged = [];
        foreach ($lines as $line) {
            $key = $line['product'] . ':' . $line['variant'];
            if (!isset($merged[$key])) {
                $merged[$key] = [
                    'product' => $line['product'],
                    'variant' => $line['variant'],
                    'quantity' => 0,
                    'paidMinor' => 0,
                ];
            }
            $merged[$key]['quantity'] += $line['quantity'];
            $merged[$key]['paidMinor'] += $line['quantity'] * $line['unitPriceMinor'];
        }

        return $merged;
    }

    /**
     * A tax-inclusive amount without tax and ecotax, in six decimals, never below 0. Rounded against
     * the shop's own direction, so that its gross is the amount again and not a cent beside it.
     */
    public static function netPrice(int $grossMinor, string $currency, array $rule, int $roundMode): string
    {
        $net = max(0, ($grossMinor / self::scale($currency) - $rule['ecotax']) / $rule['factor']);
        $micros = $net * 10 ** self::DECIMALS;
        if ($roundMode === self::ROUND_UP) {
            $micros = floor($micros);
        } elseif ($roundMode === self::ROUND_DOWN) {
            $micros = ceil($micros);
        }

        return number_format($micros / 10 ** self::DECIMALS, self::DECIMALS, '.', '');
    }

    /**
     * No row can cost less than its ecotax; what the buyer did not pay of it becomes a discount, too.
     */
    private static function ecotaxMinor(array $rule, string $currency): int
    {
        return (int) ceil(round($rule['ecotax'] * self::scale($currency), self::DECIMALS));
    }

    private static function scale(string $currency): int
    {
        return 10 ** WeftMoney::decimals($currency);
    }

    private static function ceilDiv(int $amount, int $by): int
    {
        return intdiv($amount + $by - 1, $by);
    }
}
