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

namespace PrestaShop\Module\Weft\Connection;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The signature of both directions: HMAC-SHA256 over the time, a dot and the bytes of the body. Pure.
 */
class Signer
{
    /** A time further off than this is a replay or a wrong clock. */
    private const WINDOW_SECONDS = 300;

    /**
     * @param int $timeSeconds the moment of sending, not of the change
     *
     * @return string[] headers, each a whole line
     */
    public static function headers(string $secret, string $body, int $timeSeconds): array
    {
        return [
            'Content-Type: application/json',
            'X-Weft-Timestamp: ' . $timeSeconds,
            'X-Weft-Signature: v1=' . self::sign($secret, $body, (string) $timeSeconds),
        ];
    }

    /**
     * The secret among these by which the body was signed; null when it was none of them.
     *
     * @param string[] $secrets
     */
    public static function findSigner(array $secrets, string $body, string $time, string $signature): ?string
    {
        if (!preg_match('/^\d{1,12}$/D', $time)) {
            return null;
        }
        $signer = null;
        foreach ($secrets as $secret) {
            if (hash_equals('v1=' . self::sign($secret, $body, $time), $signature)) {
                $signer = $secret;
            }
        }

        return $signer;
    }

    /**
     * Whether a time that findSigner() accepted is near enough.
     */
    public static function isInWindow(string $time, int $nowSeconds): bool
    {
        return abs($nowSeconds - (int) $time) <= self::WINDOW_SECONDS;
    }

    private static function sign(string $secret, string $body, string $time): string
    {
        return hash_hmac('sha256', $time . '.' . $body, $secret);
    }
}
