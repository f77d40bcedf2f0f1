<?php
/**
 * Which call is answered by what: a table of contents. Each answerer takes what came with the call
 * and the secret the call was signed by, returns what stands in "ok", or throws a WeftRefusal.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftCalls
{
    const ANSWERERS = [
        'health' => ['WeftHealth', 'read'],
        'repair' => ['WeftRepair', 'make'],
        'test-event' => ['WeftCalls', 'sendTestEvent'],
        'flush' => ['WeftCalls', 'flush'],
        'rotate' => ['WeftCalls', 'rotate'],
        'stock' => ['WeftStock', 'read'],
        'stock-change' => ['WeftStockChange', 'make'],
        'order' => ['WeftOrderDesk', 'import'],
        'cart-total' => ['WeftOrderDesk', 'cartTotal'],
    ];
    const FLUSH_BUDGET_MS = 5000;
    const SHORTEST_NEW_SECRET = 32;

    public static function make(string $call, array $with, string $signedBy): array
    {
        $answerer = isset(self::ANSWERERS[$call]) ? self::ANSWERERS[$call] : null;
        if ($answerer === null || !is_callable($answerer)) {
            throw new WeftRefusal('call_unknown', ['call' => $call]);
        }

        return call_user_func($answerer, $with, $signedBy);
    }

    public static function sendTestEvent(): array
    {
        $id = WeftOutbox::addOnce('ping', []);
        $status = WeftSender::sendOne($id);

        return [
            'status' => $status,
            'eventId' => WeftDeliveries::eventId($id),
            'error' => $status === 200 ? '' : WeftDeliveries::describe($id),
        ];
    }

    public static function flush(): array
    {
        WeftOrderStockMove::tidyUp();
        WeftOutbox::wakeUnheard(time());

        return WeftSender::flush(self::FLUSH_BUDGET_MS, WeftSender::CRON_ROWS);
    }

    public static function rotate(array $with, string $signedBy): array
    {
        $secret = isset($with['secret']) && is_string($with['secret']) ? $with['secret'] : '';
        if (strlen($secret) < self::SHORTEST_NEW_SECRET || preg_match('/\s/', $secret)) {
            throw new WeftRefusal('secret_weak', ['shortest' => self::SHORTEST_NEW_SECRET]);
        }
        WeftSettings::rotate($secret, $signedBy, time());

        return ['done' => true];
    }
}
