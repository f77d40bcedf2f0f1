<?php
/**
 * Whether the webservice is just being used with the key the module made for Weft, and what Weft knows
 * of the outcome without being told.
 *
 * Only what was asked for is known: a tracking number that another module adds when the state changes
 * is news. So is all stock, for a state moves the stock of pack's parts and of other orders as well.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOwnRequest
{
    /** Resource written to => type of event that says what was asked for. */
    const KNOWN = [
        'orders' => 'order.state_changed',
        'order_histories' => 'order.state_changed',
        'order_carriers' => 'order.tracking_changed',
    ];

    /**
     * As WeftRecorder::muted() takes it; empty for every request that is not Weft's.
     */
    public static function known(): array
    {
        if (empty($GLOBALS['webservice_call'])) {
            return [];
        }
        $resource = self::resource(isset($_GET['url']) ? (string) $_GET['url'] : '');
        if (!isset(self::KNOWN[$resource]) || !WeftKey::isOwn(self::key())) {
            return [];
        }

        return [self::KNOWN[$resource] => WeftRecorder::FIRST_OF_EACH];
    }

    private static function resource(string $url): string
    {
        return strtok(trim($url, '/'), '/') ?: '';
    }

    private static function key(): string
    {
        if (isset($_SERVER['PHP_AUTH_USER'])) {
            return (string) $_SERVER['PHP_AUTH_USER'];
        }

        return isset($_GET['ws_key']) ? (string) $_GET['ws_key'] : '';
    }
}
