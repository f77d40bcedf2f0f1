<?php
/**
 * Sends waiting events, those that never failed first, within a budget of time. Never called before the
 * answer of the merchant's request is complete, but for the buttons of the Configure page.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftSender
{
    const ANSWER_BUDGET_MS = 2000;
    const ANSWER_ROWS = 10;
    const CRON_BUDGET_MS = 20000;
    const CRON_ROWS = 500;
    const ATTEMPT_MS = 5000;
    /** An attempt that is given less time than this would fail by its own making. */
    const LEAST_ATTEMPT_MS = 1000;
    /** So many rows that fail one behind the other are Weft's silence; one alone may be to blame itself. */
    const MOST_FAILURES = 2;
    /** After a failure requests leave the queue to the cron address for as long as this. */
    const REST_SECONDS = 30;
    /** Where the caller has to wait for us: one request in this time sends, and not for long. */
    const SPACING_SECONDS = 5;
    const HELD_BUDGET_MS = 1000;

    public static function sendAfterAnswer()
    {
        if (time() - WeftOutbox::lastFailureAt() < self::REST_SECONDS) {
            return;
        }
        $isHeld = !self::endAnswer();
        if ($isHeld && time() - WeftOutbox::lastAttemptAt() < self::SPACING_SECONDS) {
            return;
        }
        self::flush($isHeld ? self::HELD_BUDGET_MS : self::ANSWER_BUDGET_MS, self::ANSWER_ROWS);
    }

    /**
     * ['sent' => int, 'waiting' => int]
     */
    public static function flush($budgetMs, $mostRows)
    {
        $sent = 0;
        if (WeftSettings::isComplete()) {
            $sent = self::sendDue(microtime(true) + $budgetMs / 1000, $mostRows);
            WeftOutbox::prune();
        }

        return ['sent' => $sent, 'waiting' => WeftOutbox::countWaiting()];
    }

    /**
     * How many rows were delivered.
     */
    private static function sendDue(float $endsAt, int $mostRows): int
    {
        $sent = 0;
        $failures = 0;
        for ($tried = 0; $tried < $mostRows && $failures < self::MOST_FAILURES; ++$tried) {
            $leftMs = (int) (($endsAt - microtime(true)) * 1000);
            $isTooLate = $tried > 0 && $leftMs < self::LEAST_ATTEMPT_MS;
            $row = $isTooLate ? null : WeftOutbox::claim();
            if ($row === null) {
                break;
            }
            $status = self::attempt($row, min(max($leftMs, 1), self::ATTEMPT_MS));
            $failures = self::isAboutThisRow($status) ? 0 : $failures + 1;
            $sent += $status === 200 ? 1 : 0;
            if ($status === 200 && $sent === 1) {
                WeftOutbox::wakeUnheard(time());
            }
        }

        return $sent;
    }

    /**
     * Sends one row now; returns the status, 0 when nobody answered or somebody else is sending it.
     */
    public static function sendOne($id)
    {
        $row = WeftOutbox::claim($id);

        return $row === null ? 0 : self::attempt($row, self::ATTEMPT_MS);
    }

    /**
     * Whether the next row may fare better than this one did.
     */
    private static function isAboutThisRow($status)
    {
        return in_array($status, [200, 413, 422], true);
    }

    private static function attempt(array $row, $timeoutMs)
    {
        $body = self::body($row);
        // Signed at the moment of sending, not of the change: Weft refuses a time that is far off.
        $headers = WeftSigner::headers(WeftSettings::secret(), $body, time());
        $answer = WeftHttp::post(WeftSettings::url(), $body, $headers, $timeoutMs);
        WeftOutbox::settle($row, $answer['status'], $answer['error'] ?: self::explain($answer['status']));

        return $answer['status'];
    }

    private static function body(array $row)
    {
        return json_encode([
            'id' => $row['event_id'],
            'type' => $row['type'],
            'shop' => WeftShop::url(),
            'at' => (int) $row['created_ms'],
            'ids' => $row['ids'] === '' ? [] : explode(',', $row['ids']),
        ], JSON_UNESCAPED_SLASHES);
    }

    private static function explain($status)
    {
        if ($status === 200) {
            return '';
        }
        if ($status === 401) {
            return 'refused (401): check the webhook URL and secret, and the clock of this server';
        }

        return 'answered with status ' . $status;
    }

    /**
     * Lets the browser or client go. False where PHP cannot: it then waits for what follows.
     */
    private static function endAnswer()
    {
        ignore_user_abort(true);
        if (PHP_SAPI === 'cli') {
            return true;
        }
        if (session_status() === PHP_SESSION_ACTIVE) {
            // The next click of the same person must not wait for the session.
            session_write_close();
        }
        if (function_exists('fastcgi_finish_request')) {
            return fastcgi_finish_request();
        }
        if (function_exists('litespeed_finish_request')) {
            return litespeed_finish_request();
        }

        return false;
    }
}
