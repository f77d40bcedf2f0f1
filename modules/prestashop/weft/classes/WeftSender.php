<?php
/**
 * Sends waiting events, oldest first, within a budget of time. Never called before the answer of the
 * merchant's request is complete, but for the buttons of the Configure page.
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
    const CONNECT_MS = 1500;
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
        $endsAt = microtime(true) + $budgetMs / 1000;
        if (WeftSettings::isComplete()) {
            for ($tried = 0; $tried < $mostRows; ++$tried) {
                $leftMs = (int) (($endsAt - microtime(true)) * 1000);
                $row = $leftMs < 200 ? null : WeftOutbox::claim();
                if ($row === null) {
                    break;
                }
                $status = self::attempt($row, min($leftMs, self::ATTEMPT_MS));
                $sent += $status === 200 ? 1 : 0;
                if ($status === 200 && $sent === 1) {
                    WeftOutbox::wakeUnheard(time());
                }
                if (!self::isAboutThisRow($status)) {
                    break;
                }
            }
            WeftOutbox::prune();
        }

        return ['sent' => $sent, 'waiting' => WeftOutbox::countWaiting()];
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
        list($status, $error) = self::post(WeftSettings::url(), self::body($row), $timeoutMs);
        WeftOutbox::settle($row, $status, $error);

        return $status;
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

    /**
     * [status, what to tell the merchant]; redirects are not followed, certificates are checked.
     */
    private static function post($url, $body, $timeoutMs)
    {
        if (!function_exists('curl_init')) {
            return [0, 'PHP has no curl extension'];
        }
        if (!WeftSettings::isAllowedUrl($url)) {
            return [0, 'the webhook URL is not an https address'];
        }
        $curl = curl_init($url);
        curl_setopt_array($curl, [
            CURLOPT_POST => true,
            CURLOPT_POSTFIELDS => $body,
            CURLOPT_HTTPHEADER => WeftSigner::headers(WeftSettings::secret(), $body, time()),
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_CONNECTTIMEOUT_MS => min(self::CONNECT_MS, $timeoutMs),
            CURLOPT_TIMEOUT_MS => $timeoutMs,
        ]);
        $answer = curl_exec($curl);
        $status = $answer === false ? 0 : (int) curl_getinfo($curl, CURLINFO_HTTP_CODE);
        $error = $answer === false ? curl_error($curl) : self::explain($status);

        return [$status, $error];
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
