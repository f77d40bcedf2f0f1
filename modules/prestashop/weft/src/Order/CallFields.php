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
 * Reads the fields of a call, whatever they hold. Pure.
 */
class CallFields
{
    /**
     * @param array<string, mixed> $from
     */
    public static function text(array $from, string $field): string
    {
        return isset($from[$field]) && is_scalar($from[$field]) ? (string) $from[$field] : '';
    }

    /**
     * Anything but a whole number is -1, with which no sum adds up.
     *
     * @param array<string, mixed> $from
     */
    public static function wholeNumber(array $from, string $field): int
    {
        return isset($from[$field]) && is_int($from[$field]) ? $from[$field] : -1;
    }

    /**
     * Anything but an object or a list is empty.
     *
     * @param array<string, mixed> $from
     *
     * @return array<int|string, mixed>
     */
    public static function fields(array $from, string $field): array
    {
        return isset($from[$field]) && is_array($from[$field]) ? $from[$field] : [];
    }
}
