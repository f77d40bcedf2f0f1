<?php
/**
 * Gathers what the hooks of one request say, stores it once when the request ends, and lets it be
 * sent after the answer. One save in the back office calls 5 to 30 hooks; Weft hears of it once.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftRecorder
{
    /** Weft accepts no more ids in one event. */
    const MOST_IDS = 500;

    /** Of each object the first change is the one that was asked for; another is news. */
    const FIRST_OF_EACH = [];

    /** @var array type => [id => true] */
    private static $heard = [];

    /** @var array|null what Weft knows by itself just now: type => ids, or FIRST_OF_EACH */
    private static $known = null;

    /** @var array type => [id => true], the first changes that were not told */
    private static $passed = [];

    /** @var bool */
    private static $isArmed = false;

    /**
     * Called inside the merchant's request: no network, and no error ever gets out.
     */
    public static function hear($hook, array $params)
    {
        try {
            if (!WeftSettings::isComplete()) {
                return;
            }
            $event = WeftEventMap::toEvent($hook, $params);
            if ($event === null) {
                return;
            }
            foreach ($event['ids'] as $id) {
                if (!self::isKnown($event['type'], $id)) {
                    self::$heard[$event['type']][$id] = true;
                }
            }
            if (!self::$isArmed && self::$heard !== []) {
                self::$isArmed = true;
                register_shutdown_function([__CLASS__, 'store']);
            }
        } catch (Throwable $caught) {
            WeftLog::report($caught);
        }
    }

    /**
     * Does work that Weft asked for and whose outcome is in its answer, so that Weft is not told of it
     * once more. $known names exactly what that is: type of event => ids, or FIRST_OF_EACH where the
     * ids come into being in the work itself. Everything else that happens meanwhile is told.
     */
    public static function muted(array $known, callable $work)
    {
        $before = self::$known;
        self::$known = $known;
        try {
            return $work();
        } finally {
            self::$known = $before;
        }
    }

    public static function forget()
    {
        self::$heard = [];
        self::$known = null;
        self::$passed = [];
    }

    /**
     * The request is over: what was heard becomes rows, one for each kind of change.
     */
    public static function store()
    {
        try {
            $heard = self::withoutDeleted(self::$heard);
            self::$heard = [];
            self::$isArmed = false;
            foreach ($heard as $type => $ids) {
                foreach (array_chunk(array_keys($ids), self::MOST_IDS) as $chunk) {
                    WeftOutbox::addOnce($type, $chunk);
                }
            }
            if ($heard !== []) {
                // Registered here, it runs after every other module's last words of this request.
                register_shutdown_function([__CLASS__, 'send']);
            }
        } catch (Throwable $caught) {
            WeftLog::report($caught);
        }
    }

    public static function send()
    {
        try {
            WeftSender::sendAfterAnswer();
        } catch (Throwable $caught) {
            WeftLog::report($caught);
        }
    }

    private static function isKnown(string $type, int $id): bool
    {
        if (self::$known === null) {
            self::$known = WeftOwnRequest::known();
        }
        if (!isset(self::$known[$type])) {
            return false;
        }
        if (self::$known[$type] !== self::FIRST_OF_EACH) {
            return in_array($id, array_map('intval', self::$known[$type]), true);
        }
        $isFirst = !isset(self::$passed[$type][$id]);
        self::$passed[$type][$id] = true;

        return $isFirst;
    }

    /**
     * Of a product that is gone there is nothing else to say.
     */
    private static function withoutDeleted(array $heard)
    {
        $gone = isset($heard['product.deleted']) ? $heard['product.deleted'] : [];
        foreach (['product.saved', 'stock.changed'] as $type) {
            if (isset($heard[$type])) {
                $heard[$type] = array_diff_key($heard[$type], $gone);
            }
        }

        return array_filter($heard);
    }
}
