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
 * Recognizes mail to the made-up addresses of buyers, which nobody can receive. Pure.
 */
class GuestMailFilter
{
    public const HOOK = 'actionEmailSendBefore';
    public const GUEST_DOMAIN = '@weft.invalid';

    /**
     * @param string|string[] $to as PrestaShop gives it to the hook
     */
    public static function isForGuestsOnly($to): bool
    {
        $addresses = array_filter(array_map('strval', is_array($to) ? $to : [$to]), 'strlen');
        $others = array_filter($addresses, function (string $address): bool {
            return substr(strtolower(trim($address)), -strlen(self::GUEST_DOMAIN)) !== self::GUEST_DOMAIN;
        });

        return $addresses !== [] && $others === [];
    }
}
