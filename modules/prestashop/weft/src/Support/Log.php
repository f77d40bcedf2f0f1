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

namespace PrestaShop\Module\Weft\Support;

use PDOException;
use PrestaShopDatabaseException;
use PrestaShopLogger;
use Throwable;
use mysqli_sql_exception;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Writes errors into the log a merchant can read (Advanced parameters, Logs) and into PHP's error log. No entry has
 * personal data in it.
 */
class Log
{
    /** PrestaShop's number for an error. */
    private const SEVERITY_ERROR = 3;

    /**
     * Never throws: the request goes on.
     */
    public function report(Throwable $caught): void
    {
        $entry = 'Weft: ' . self::describe($caught);
        error_log($entry);
        try {
            PrestaShopLogger::addLog($entry, self::SEVERITY_ERROR, null, 'Module', null, false);
        } catch (Throwable $unwritten) {
            error_log('Weft: the shop did not log it: ' . self::describe($unwritten));
        }
    }

    /**
     * One line: what happened, and where in which file, without its path. The text of a database error quotes the
     * statement, which may have names and addresses in it, so only its class and number are used.
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
