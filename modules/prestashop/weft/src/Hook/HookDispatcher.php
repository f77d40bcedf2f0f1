<?php
/**
 * Every hook the module listens to: some mean an event for Weft, some are needed while an order is
 * made, one keeps mail from addresses nobody can have.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftHooks
{
    public static function all(): array
    {
        return array_values(array_unique(array_merge(WeftEventMap::hooks(), WeftOrderHooks::hooks())));
    }

    /**
     * What the shop gets back from the hook: null, or false for a mail that must not be sent.
     */
    public static function hear(string $hook, array $params)
    {
        WeftRecorder::hear($hook, $params);

        return WeftOrderHooks::hear($hook, $params);
    }
}
