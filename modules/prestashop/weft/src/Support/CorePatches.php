<?php
/**
 * Keeps work on the connection to the database it began on.
 *
 * On PHP 7, and with PrestaShop 9.1 on PHP 8 as well, the shop's database layer replaces a lost connection
 * without a word. The lock and the transaction are gone with the old one, and every statement on the new
 * one is kept at once: half an order, or stock moved twice.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftConnection
{
    /** Nobody listens there: who looks for a new connection is told so at once. */
    const NOWHERE = '127.0.0.1:1';

    /**
     * Runs $work. Once the connection is lost every statement in it fails with an exception.
     */
    public static function hold(callable $work)
    {
        $server = self::server(self::NOWHERE);
        try {
            return $work();
        } finally {
            self::server($server);
        }
    }

    /**
     * Runs a statement that ends a hold. A connection that was lost has ended everything already.
     */
    public static function tidy(string $sql)
    {
        try {
            Db::getInstance()->execute($sql, false);
        } catch (Throwable $lost) {
            WeftLog::report($lost);
        }
    }

    /**
     * Where the shop looks for its database from now on; answers where it did before.
     */
    private static function server(string $next): string
    {
        $db = Db::getInstance();
        $change = Closure::bind(function () use ($next) {
            $before = $this->server;
            $this->server = $next;

            return $before;
        }, $db, get_class($db));

        return $change();
    }
}
