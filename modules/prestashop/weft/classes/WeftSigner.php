<?php
/**
 * The signature Weft checks: HMAC-SHA256 over the time, a dot and the very bytes of the body.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftSigner
{
    /**
     * Headers as curl wants them. $timeSeconds is the moment of sending, not of the change: Weft
     * refuses a time that is more than five minutes off.
     */
    public static function headers($secret, $body, $timeSeconds)
    {
        $signature = hash_hmac('sha256', $timeSeconds . '.' . $body, $secret);

        return [
            'Content-Type: application/json',
            'X-Weft-Timestamp: ' . $timeSeconds,
            'X-Weft-Signature: v1=' . $signature,
        ];
    }
}
