<?php
/**
 * What the shop's validators refuse is taken out of a buyer's texts; a whole address is never refused
 * for it. Pure, and the same rules as Weft's own for orders through the webservice.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftBuyerText
{
    const FALLBACK = '-';

    /**
     * A first or last name. A dot must have a space behind it.
     */
    public static function name(string $name): string
    {
        $allowed = preg_replace('/[0-9!<>,;?=+()\/\\\\@#"°*`{}_^$%:¤\[\]|]/u', ' ', $name);

        return self::tidy(preg_replace('/[.。](?=\S)/u', '. ', $allowed), 120);
    }

    /**
     * ['firstname' => string, 'lastname' => string], both always filled: the shop demands both and
     * the channel may know only one.
     */
    public static function names(array $person): array
    {
        $words = preg_split('/\s+/u', trim($person['name']));
        $last = count($words) > 1 ? array_pop($words) : '';
        $first = implode(' ', $words);

        return [
            'firstname' => self::name($person['firstName'] !== '' ? $person['firstName'] : $first),
            'lastname' => self::name(self::firstFilled([$person['lastName'], $last, $first])),
        ];
    }

    public static function addressLine(string $line): string
    {
        return self::tidy(preg_replace('/[!<>?=+@{}_$%]/u', ' ', $line), 128);
    }

    public static function city(string $city): string
    {
        return self::tidy(preg_replace('/[!<>;?=+@#"°{}_$%]/u', ' ', $city), 64);
    }

    public static function postcode(string $postcode): string
    {
        return self::tidy(preg_replace('/[^a-zA-Z0-9 -]/u', '', $postcode), 12, '');
    }

    /**
     * The channel masks digits with asterisks; the shop refuses them.
     */
    public static function phone(string $phone): string
    {
        return self::tidy(preg_replace('/[^+0-9. ()\/-]/u', '', $phone), 32, '');
    }

    /**
     * A remark for the merchant, without markup.
     */
    public static function note(string $note): string
    {
        return self::tidy(preg_replace('/[<>{}]/u', ' ', $note), 1000, '');
    }

    /**
     * The words the back office shows for the way of payment.
     */
    public static function label(string $label): string
    {
        return self::tidy(preg_replace('/[<>={}]/u', ' ', $label), 120);
    }

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
        $short = trim(preg_replace('/\s+/u', ' ', $value));
        $cut = trim(mb_substr($short, 0, $longest, 'UTF-8'));

        return $cut !== '' ? $cut : $fallback;
    }
}
