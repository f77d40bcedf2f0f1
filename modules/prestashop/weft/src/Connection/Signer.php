<?php
/**
 * The signature of both directions: HMAC-SHA256 over the time, a dot and the very bytes of the body.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftSigner
{
    /** A time further off than this is a replay or a wrong clock. */
    const WINDOW_SECONDS = 300;

    /**
     * Headers, each a whole line. $timeSeconds is the moment of sending, not of the change.
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
     * The one of these secrets by which the body was signed; null when it was none of them.
     */
    public static function findSigner(array $secrets, string $body, string $time, string $signature)
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
