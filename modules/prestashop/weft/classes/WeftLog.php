<?php
/**
 * What goes wrong is written to PHP's error log; nobody else's request ends because of it.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftLog
{
    public static function report(Throwable $caught)
    {
        error_log('Weft: ' . self::describe($caught));
    }

    /**
     * One line: what, and where in which file; no path, no data.
     */
    public static function describe(Throwable $caught): string
    {
        return sprintf('%s (%s:%d)', $caught->getMessage(), basename($caught->getFile()), $caught->getLine());
    }
}
