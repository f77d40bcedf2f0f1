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
 * Amounts are whole minor units of a named currency everywhere but in the shop's own objects, where they are decimal.
 * Pure.
 */
class Money
{
    private const ZERO_DECIMALS = ['IDR', 'JPY', 'VND', 'KRW', 'CLP', 'ISK', 'UGX', 'XAF', 'XOF', 'PYG'];
    private const THREE_DECIMALS = ['BHD', 'KWD', 'OMR', 'TND', 'JOD'];

    /**
     * Digits behind the point, the same for both sides of the protocol: 0 for JPY, 2 for GBP.
     */
    public static function decimals(string $currency): int
    {
        if (in_array($currency, self::ZERO_DECIMALS, true)) {
            return 0;
        }

        return in_array($currency, self::THREE_DECIMALS, true) ? 3 : 2;
    }

    /**
     * What the shop stores ("9.990000", 9.99) as minor units; more digits than the currency has are rounded half away
     * from zero.
     *
     * @param string|float|int|null $amount
     */
    public static function parse($amount, string $currency): int
    {
        return (int) round((float) $amount * 10 ** self::decimals($currency));
    }

    /**
     * 999 GBP becomes "9.99", 500 JPY becomes "500".
     */
    public static function format(int $minor, string $currency): string
    {
        return number_format($minor / 10 ** self::decimals($currency), self::decimals($currency), '.', '');
    }
}
