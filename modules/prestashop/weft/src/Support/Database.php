<?php
/**
 * The shop's database without its cache, and loud: outside of debug mode PrestaShop's own calls only
 * answer false when a statement fails.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftDb
{
    /**
     * Every row, as name => value.
     */
    public static function rows(string $sql): array
    {
        $rows = Db::getInstance()->executeS($sql, true, false);
        if (!is_array($rows)) {
            throw self::failure();
        }

        return $rows;
    }

    /**
     * The first row; empty when there is none.
     */
    public static function row(string $sql): array
    {
        $rows = self::rows($sql);

        return $rows === [] ? [] : $rows[0];
    }

    /**
     * The first value of the first row as a whole number; 0 when there is none.
     */
    public static function number(string $sql): int
    {
        return (int) current(self::row($sql));
    }

    /**
     * The first value of every row.
     */
    public static function column(string $sql): array
    {
        return array_map('current', self::rows($sql));
    }

    /**
     * Runs a statement and answers how many rows it changed.
     */
    public static function run(string $sql): int
    {
        $db = Db::getInstance();
        if (!$db->execute($sql, false)) {
            throw self::failure();
        }

        return (int) $db->Affected_Rows();
    }

    /**
     * Does it all or nothing. Whoever is asked within must not begin another.
     */
    public static function atomically(callable $work)
    {
        self::run('START TRANSACTION');

        return WeftConnection::hold(function () use ($work) {
            try {
                $result = $work();
                self::run('COMMIT');

                return $result;
            } catch (Throwable $caught) {
                WeftConnection::tidy('ROLLBACK');
                throw $caught;
            }
        });
    }

    /**
     * Keeps every other request that asks for the same name out. The name is this shop's own, because
     * a database server has one list of locks for all its databases.
     */
    public static function exclusively(string $name, int $waitSeconds, callable $work)
    {
        $lock = '\'weft_' . md5(_DB_NAME_ . _DB_PREFIX_ . $name) . '\'';
        if (self::number('SELECT GET_LOCK(' . $lock . ', ' . $waitSeconds . ')') !== 1) {
            throw new RuntimeException('another request is busy with ' . $name);
        }

        return WeftConnection::hold(function () use ($lock, $work) {
            try {
                return $work();
            } finally {
                WeftConnection::tidy('SELECT RELEASE_LOCK(' . $lock . ')');
            }
        });
    }

    private static function failure(): RuntimeException
    {
        return new RuntimeException('the database refused a statement: error ' . (int) Db::getInstance()->getNumberError());
    }
}
