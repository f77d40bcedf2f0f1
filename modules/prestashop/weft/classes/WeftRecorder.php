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

    /** @var array type => [id => true] */
    private static $heard = [];

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
                self::$heard[$event['type']][$id] = true;
            }
            if (!self::$isArmed) {
                self::$isArmed = true;
                register_shutdown_function([__CLASS__, 'store']);
            }
        } catch (Throwable $caught) {
            WeftLog::report($caught);
        }
    }

    public static function forget()
    {
        self::$heard = [];
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
