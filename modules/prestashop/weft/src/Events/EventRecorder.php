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

use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Support\Log;
use Throwable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Collects what the hooks of one request report, stores it once when the request ends, and has it sent after the
 * answer. One save in the back office calls 5 to 30 hooks and becomes one event.
 *
 * One instance serves one request.
 */
class EventRecorder
{
    /** Weft accepts no more ids in one event. */
    private const MOST_IDS = 500;

    /** Suppresses the first change of each object, the one that was asked for; a second one is recorded. */
    public const FIRST_OF_EACH = [];

    /** @var Settings */
    private $settings;

    /** @var EventMap */
    private $map;

    /** @var OwnWebserviceRequest */
    private $ownRequest;

    /** @var Outbox */
    private $outbox;

    /** @var EventSender */
    private $sender;

    /** @var Log */
    private $log;

    /** @var array<string, array<int, true>> type => ids */
    private $recorded = [];

    /** @var array<string, array<int, int|string>>|null type => ids or FIRST_OF_EACH; null: not known yet */
    private $suppressed;

    /** @var array<string, array<int, true>> type => ids whose first change was suppressed */
    private $passed = [];

    /** @var bool whether store() is called when the request ends */
    private $isArmed = false;

    public function __construct(
        Settings $settings,
        EventMap $map,
        OwnWebserviceRequest $ownRequest,
        Outbox $outbox,
        EventSender $sender,
        Log $log
    ) {
        $this->settings = $settings;
        $this->map = $map;
        $this->ownRequest = $ownRequest;
        $this->outbox = $outbox;
        $this->sender = $sender;
        $this->log = $log;
    }

    /**
     * Runs inside the merchant's request: uses no network and never throws.
     *
     * @param array<string, mixed> $params
     */
    public function onHook(string $hook, array $params): void
    {
        try {
            $event = $this->settings->isComplete() ? $this->map->toEvent($hook, $params) : null;
            if ($event !== null) {
                $this->record($event);
            }
        } catch (Throwable $caught) {
            $this->log->report($caught);
        }
    }

    /**
     * Runs work that Weft asked for and whose outcome is in its answer, and records none of it. Everything else that
     * happens meanwhile is recorded.
     *
     * @param array<string, array<int, int|string>> $suppressed what is known already: type of event => ids, or
     *                                                          FIRST_OF_EACH where the work itself makes the ids
     *
     * @return mixed what $work returns
     */
    public function suppressing(array $suppressed, callable $work)
    {
        $before = $this->suppressed;
        $this->suppressed = $suppressed;
        try {
            return $work();
        } finally {
            $this->suppressed = $before;
        }
    }

    /**
     * Drops what was recorded. Called when the module is uninstalled.
     */
    public function forget(): void
    {
        $this->recorded = [];
        $this->suppressed = null;
        $this->passed = [];
    }

    /**
     * Stores what was recorded: one row for each kind of change. Called when the request ends.
     */
    public function store(): void
    {
        try {
            $recorded = self::withoutDeleted($this->recorded);
            $this->recorded = [];
            $this->isArmed = false;
            foreach ($recorded as $type => $ids) {
                foreach (array_chunk(array_keys($ids), self::MOST_IDS) as $chunk) {
                    $this->outbox->addOnce($type, $chunk);
                }
            }
            if ($recorded !== []) {
                // Registered here, it runs after the shutdown functions of every other module.
                register_shutdown_function([$this, 'send']);
            }
        } catch (Throwable $caught) {
            $this->log->report($caught);
        }
    }

    /**
     * Called at the very end of the request.
     */
    public function send(): void
    {
        try {
            $this->sender->sendAfterAnswer();
        } catch (Throwable $caught) {
            $this->log->report($caught);
        }
    }

    private function record(Event $event): void
    {
        foreach ($event->ids as $id) {
            if (!$this->isSuppressed($event->type, $id)) {
                $this->recorded[$event->type][$id] = true;
            }
        }
        if (!$this->isArmed && $this->recorded !== []) {
            $this->isArmed = true;
            register_shutdown_function([$this, 'store']);
        }
    }

    private function isSuppressed(string $type, int $id): bool
    {
        if ($this->suppressed === null) {
            $this->suppressed = $this->ownRequest->suppressed();
        }
        if (!isset($this->suppressed[$type])) {
            return false;
        }
        if ($this->suppressed[$type] !== self::FIRST_OF_EACH) {
            return in_array($id, array_map('intval', $this->suppressed[$type]), true);
        }
        $isFirst = !isset($this->passed[$type][$id]);
        $this->passed[$type][$id] = true;

        return $isFirst;
    }

    /**
     * Of a deleted product only the deletion is reported.
     *
     * @param array<string, array<int, true>> $recorded
     *
     * @return array<string, array<int, true>>
     */
    private static function withoutDeleted(array $recorded): array
    {
        $gone = isset($recorded['product.deleted']) ? $recorded['product.deleted'] : [];
        foreach (['product.saved', 'stock.changed'] as $type) {
            if (isset($recorded[$type])) {
                $recorded[$type] = array_diff_key($recorded[$type], $gone);
            }
        }

        return array_filter($recorded);
    }
}
