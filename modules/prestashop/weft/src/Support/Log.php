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
     * One line: what, and where in which file; no path, no data. The words of a database have the
     * statement in them, and a statement has names and addresses.
     */
    public static function describe(Throwable $caught): string
    {
        $what = self::isOfDatabase($caught) ? get_class($caught) . ' ' . $caught->getCode() : $caught->getMessage();

        return sprintf('%s (%s:%d)', $what, basename($caught->getFile()), $caught->getLine());
    }

    private static function isOfDatabase(Throwable $caught): bool
    {
        for ($cause = $caught; $cause !== null; $cause = $cause->getPrevious()) {
            if (
                $cause instanceof PDOException
                || $cause instanceof mysqli_sql_exception
                || $cause instanceof PrestaShopDatabaseException
            ) {
                return true;
            }
        }

        return false;
    }
}
