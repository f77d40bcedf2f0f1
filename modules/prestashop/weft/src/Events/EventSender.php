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

namespace PrestaShop\Module\Weft\Events;

use PrestaShop\Module\Weft\Connection\HttpClient;
use PrestaShop\Module\Weft\Connection\HttpResponse;
use PrestaShop\Module\Weft\Connection\PairingEnd;
use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Connection\Signer;
use PrestaShop\Module\Weft\Support\Store;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Sends waiting events, those that never failed first, within a budget of time. Runs after the answer of the
 * merchant's request is complete, except for the buttons of the Configure page.
 */
class EventSender
{
    private const ANSWER_BUDGET_MS = 2000;
    private const ANSWER_ROWS = 10;
    public const CRON_BUDGET_MS = 20000;
    public const CRON_ROWS = 500;
    private const ATTEMPT_MS = 5000;
    /** An attempt with less time than this would fail for lack of it. */
    private const LEAST_ATTEMPT_MS = 1000;
    /** So many failures in a row mean that Weft is away; one alone may be the event's own. */
    private const MOST_FAILURES = 2;
    /** After a failure requests leave the outbox to the cron address for so long. */
    private const REST_SECONDS = 30;
    /** Where the caller has to wait for the sending: one request in this time sends, for a short time. */
    private const SPACING_SECONDS = 5;
    public const HELD_BUDGET_MS = 1000;

    /** @var Settings */
    private $settings;

    /** @var Outbox */
    private $outbox;

    /** @var HttpClient */
    private $client;

    /** @var Store */
    private $store;

    /** @var PairingEnd */
    private $pairingEnd;

    public function __construct(
        Settings $settings,
        Outbox $outbox,
        HttpClient $client,
        Store $store,
        PairingEnd $pairingEnd
    ) {
        $this->settings = $settings;
        $this->outbox = $outbox;
        $this->client = $client;
        $this->store = $store;
        $this->pairingEnd = $pairingEnd;
    }

    public function sendAfterAnswer(): void
    {
        if (time() - $this->outbox->lastFailureAt() < self::REST_SECONDS) {
            return;
        }
        $isHeld = !self::endAnswer();
        if ($isHeld && time() - $this->outbox->lastAttemptAt() < self::SPACING_SECONDS) {
            return;
        }
        $this->flush($isHeld ? self::HELD_BUDGET_MS : self::ANSWER_BUDGET_MS, self::ANSWER_ROWS);
    }

    public function flush(int $budgetMs, int $mostRows): FlushResult
    {
        $sent = 0;
        if ($this->settings->isComplete()) {
            $sent = $this->sendDue(microtime(true) + $budgetMs / 1000, $mostRows);
            $this->outbox->prune();
        }

        return new FlushResult($sent, $this->outbox->countWaiting());
    }

    /**
     * Sends one row now.
     *
     * @return int HTTP status; 0: nobody answered, or somebody else is sending it
     */
    public function sendOne(int $id): int
    {
        $event = $this->outbox->claim($id);

        return $event === null ? 0 : $this->attempt($event, self::ATTEMPT_MS);
    }

    /**
     * @return int how many rows were delivered
     */
    private function sendDue(float $endsAt, int $mostRows): int
    {
        $sent = 0;
        $failures = 0;
        for ($tried = 0; $tried < $mostRows && $failures < self::MOST_FAILURES; ++$tried) {
            $leftMs = (int) (($endsAt - microtime(true)) * 1000);
            $isTooLate = $tried > 0 && $leftMs < self::LEAST_ATTEMPT_MS;
            $event = $isTooLate || !$this->settings->isComplete() ? null : $this->outbox->claim();
            if ($event === null) {
                break;
            }
            $status = $this->attempt($event, min(max($leftMs, 1), self::ATTEMPT_MS));
            $failures = self::isAboutThisEvent($status) ? 0 : $failures + 1;
            $sent += $status === 200 ? 1 : 0;
            if ($status === 200 && $sent === 1) {
                $this->outbox->wakeUndelivered(time());
            }
        }

        return $sent;
    }

    /**
     * Whether the next event may fare better than this one did.
     */
    private static function isAboutThisEvent(int $status): bool
    {
        return in_array($status, [200, 413, 422], true);
    }

    private function attempt(OutboxEvent $event, int $timeoutMs): int
    {
        $body = $this->body($event);
        // Signed at the moment of sending, not of the change: Weft refuses a time that is far off.
        $url = $this->settings->url();
        $headers = Signer::headers($this->settings->secret(), $body, time());
        $answer = $this->client->post($url, $body, $headers, $timeoutMs);
        $error = $answer->error !== '' ? $answer->error : self::explain($answer->status);
        $this->outbox->recordAttempt($event, $answer->status, $error);
        if (self::saysEnded($answer)) {
            $this->pairingEnd->endOf($url);
        }

        return $answer->status;
    }

    /**
     * Whether the connection was deleted in Weft, which could not reach this shop then.
     */
    private static function saysEnded(HttpResponse $answer): bool
    {
        $said = $answer->status === 200 ? json_decode($answer->body, true) : null;

        return isset($said['ended']) && $said['ended'] === true;
    }

    private function body(OutboxEvent $event): string
    {
        return (string) json_encode([
            'id' => $event->eventId,
            'type' => $event->type,
            'shop' => $this->store->url(),
            'at' => $event->createdMs,
            'ids' => $event->ids,
        ], JSON_UNESCAPED_SLASHES);
    }

    /**
     * In English, because Weft's health check reads it; the Configure page has its own sentences.
     */
    private static function explain(int $status): string
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
     * Completes the answer for the browser or client. False where PHP cannot: the caller waits for what follows.
     */
    private static function endAnswer(): bool
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
