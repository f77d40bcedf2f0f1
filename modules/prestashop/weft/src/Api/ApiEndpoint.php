<?php
/**
 * The door for Weft's calls: who is asking, is it a call, and what is the answer. Knows signatures and
 * the frame of an answer; what a call does is in WeftCalls.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftApi
{
    const MOST_BYTES = 1048576;

    /**
     * Takes one request and makes its answer: ['status' => int, 'body' => JSON, 'signedBy' => the
     * secret the answer is to be signed with, null for an answer that goes out unsigned]. Nothing
     * of the body is parsed before its signature was compared.
     */
    public static function answer(string $body, string $time, string $signature, int $nowSeconds): array
    {
        if (strlen($body) > self::MOST_BYTES) {
            return self::turnAway(413, 'size', $nowSeconds);
        }
        $secrets = WeftSettings::secrets($nowSeconds);
        if ($secrets === []) {
            return self::turnAway(401, 'unpaired', $nowSeconds);
        }
        $signedBy = WeftSigner::findSigner($secrets, $body, $time, $signature);
        if ($signedBy === null) {
            return self::turnAway(401, 'signature', $nowSeconds);
        }
        if (!WeftSigner::isInWindow($time, $nowSeconds)) {
            return self::turnAway(401, 'clock', $nowSeconds);
        }
        $call = json_decode($body, true);
        if (!self::isCall($call)) {
            return self::turnAway(400, 'body', $nowSeconds);
        }

        return self::make($call, $signedBy);
    }

    private static function isCall($call): bool
    {
        return is_array($call)
            && isset($call['call'], $call['id'], $call['with'])
            && is_string($call['call'])
            && is_string($call['id'])
            && is_array($call['with']);
    }

    private static function make(array $call, string $signedBy): array
    {
        try {
            $ok = WeftCalls::make($call['call'], $call['with'], $signedBy);
            $rest = ['ok' => (object) $ok];
        } catch (WeftRefusal $refusal) {
            $rest = ['refused' => ['code' => $refusal->reason(), 'facts' => (object) $refusal->facts()]];
        } catch (Throwable $caught) {
            WeftLog::report($caught);

            return self::frame(500, ['answer' => $call['id'], 'failed' => WeftLog::describe($caught)], $signedBy);
        }

        return self::frame(200, ['answer' => $call['id']] + $rest, $signedBy);
    }

    private static function turnAway(int $status, string $error, int $nowSeconds): array
    {
        return self::frame($status, ['error' => $error, 'now' => $nowSeconds], null);
    }

    private static function frame(int $status, array $body, $signedBy): array
    {
        $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE;

        return ['status' => $status, 'body' => json_encode($body, $flags), 'signedBy' => $signedBy];
    }
}
