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
 * Removes from a buyer's texts what the shop's validators refuse; a whole address is never refused for it. Pure, and
 * the same rules as Weft's own for orders through the webservice.
 */
class BuyerText
{
    private const FALLBACK = '-';

    /**
     * A first or last name. A dot must have a space behind it; asterisks that hide the rest become an ellipsis.
     */
    public static function name(string $name): string
    {
        $shown = self::remove('/\*+/u', $name, '…');
        $allowed = self::remove('/[0-9!<>,;?=+()\/\\\\@#"°`{}_^$%:¤\[\]|]/u', $shown, ' ');

        return self::tidy(self::remove('/[.。](?=\S)/u', $allowed, '. '), 120);
    }

    /**
     * Both are always filled: the shop demands both and the channel may know only one.
     *
     * @return array{firstname: string, lastname: string}
     */
    public static function names(OrderAddress $person): array
    {
        $parts = preg_split('/\s+/u', trim($person->name)) ?: [];
        $last = count($parts) > 1 ? (string) array_pop($parts) : '';
        $first = implode(' ', $parts);

        return [
            'firstname' => self::name($person->firstName !== '' ? $person->firstName : $first),
            'lastname' => self::name(self::firstFilled([$person->lastName, $last, $first])),
        ];
    }

    public static function addressLine(string $line): string
    {
        return self::tidy(self::remove('/[!<>?=+@{}_$%]/u', $line, ' '), 128);
    }

    public static function city(string $city): string
    {
        return self::tidy(self::remove('/[!<>;?=+@#"°{}_$%]/u', $city, ' '), 64);
    }

    /**
     * Empty where a sign or the length is not a postcode's: a part of one is another one.
     */
    public static function postcode(string $postcode): string
    {
        return preg_match('/^[a-zA-Z0-9 -]{1,12}$/', $postcode) === 1 ? $postcode : '';
    }

    /**
     * The number in front of an extension; empty where the channel hides digits with asterisks.
     */
    public static function phone(string $phone): string
    {
        $isNumber = strpos($phone, '*') === false
            && preg_match('/^[+0-9. ()\/-]{0,32}(?![+0-9. ()\/-])/', $phone, $found) === 1;
        $number = $isNumber ? trim($found[0]) : '';

        return strlen(self::remove('/\D/', $number, '')) >= 5 ? $number : '';
    }

    /**
     * What no other field of an address holds.
     *
     * @param string[] $parts
     */
    public static function other(array $parts): string
    {
        return self::tidy(self::remove('/[<>{}]/u', implode('; ', $parts), ' '), 300, '');
    }

    /**
     * A remark for the merchant, without markup.
     */
    public static function note(string $note): string
    {
        return self::tidy(self::remove('/[<>{}]/u', $note, ' '), 4000, '');
    }

    /**
     * What the back office shows as the way of payment.
     */
    public static function label(string $label): string
    {
        return self::tidy(self::remove('/[<>={}]/u', $label, ' '), 120);
    }

    private static function remove(string $pattern, string $text, string $replacement): string
    {
        return (string) preg_replace($pattern, $replacement, $text);
    }

    /**
     * @param string[] $texts
     */
    private static function firstFilled(array $texts): string
    {
        foreach ($texts as $text) {
            if ($text !== '') {
                return $text;
            }
        }

        return '';
    }

    private static function tidy(string $value, int $longest, string $fallback = self::FALLBACK): string
    {
        $short = trim((string) preg_replace('/\s+/u', ' ', $value));
        $cut = trim(mb_substr($short, 0, $longest, 'UTF-8'));

        return $cut !== '' ? $cut : $fallback;
    }
}
