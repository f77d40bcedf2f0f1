<?php
/**
 * What Weft was told of the stock. The table is compared with the shop's own, so that a change made
 * with plain SQL, which calls no hook, is found as well.
 *
 * Every row carries the number of the round in which it changed last. A cursor names a place in the
 * order of rounds, so the same question has the same answer when the first one was lost.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftStockTold
{
    const TABLE = 'weft_stock_told';
    const BATCH_ROWS = 5000;

    public static function createTable(): bool
    {
        return Db::getInstance()->execute(
            'CREATE TABLE IF NOT EXISTS `' . self::table() . '` (
                `id_product` INT UNSIGNED NOT NULL,
                `id_product_attribute` INT UNSIGNED NOT NULL,
                `quantity` INT NOT NULL,
                `is_gone` TINYINT UNSIGNED NOT NULL DEFAULT 0,
                `round` BIGINT UNSIGNED NOT NULL,
                PRIMARY KEY (`id_product`, `id_product_attribute`),
                KEY `told` (`round`, `id_product`, `id_product_attribute`)
            ) ENGINE=' . _MYSQL_ENGINE_ . ' DEFAULT CHARSET=utf8mb4'
        );
    }

    public static function dropTable(): bool
    {
        return Db::getInstance()->execute('DROP TABLE IF EXISTS `' . self::table() . '`');
    }

    /**
     * Gives every row that differs from the shop's stock now the number of a new round.
     */
    public static function compare()
    {
        $round = self::lastRound() + 1;
        do {
            // Read first and written after: INSERT ... SELECT would lock rows that orders need.
            $changed = WeftDb::rows(self::changedSql());
            self::write($changed, 0, $round);
        } while (count($changed) === self::BATCH_ROWS);
        do {
            $gone = WeftDb::rows(self::goneSql());
            self::write($gone, 1, $round);
        } while (count($gone) === self::BATCH_ROWS);
    }

    /**
     * A reading that begins anew needs no word of what it was never told. The last round stays, so
     * that its number is never given again.
     */
    public static function forgetGone()
    {
        WeftDb::run('DELETE FROM `' . self::table() . '` WHERE `is_gone` = 1 AND `round` < ' . self::lastRound());
    }

    /**
     * At most $limit rows that changed after this place, in the order of rounds.
     */
    public static function after(int $round, int $product, int $variant, int $limit): array
    {
        return WeftDb::rows(
            'SELECT * FROM `' . self::table() . '` WHERE `round` > ' . $round . ' OR (`round` = ' . $round
            . ' AND (`id_product` > ' . $product . ' OR (`id_product` = ' . $product
            . ' AND `id_product_attribute` > ' . $variant . ')))'
            . ' ORDER BY `round`, `id_product`, `id_product_attribute` LIMIT ' . $limit
        );
    }

    public static function lastRound(): int
    {
        return WeftDb::number('SELECT MAX(`round`) FROM `' . self::table() . '`');
    }

    private static function changedSql(): string
    {
        return 'SELECT s.`id_product`, s.`id_product_attribute`, s.`quantity` FROM (' . WeftStock::rowsSql() . ') s'
            . ' LEFT JOIN `' . self::table() . '` t ON t.`id_product` = s.`id_product`'
            . ' AND t.`id_product_attribute` = s.`id_product_attribute`'
            . ' WHERE t.`id_product` IS NULL OR t.`quantity` <> s.`quantity` OR t.`is_gone` = 1'
            . ' LIMIT ' . self::BATCH_ROWS;
    }

    private static function goneSql(): string
    {
        return 'SELECT t.`id_product`, t.`id_product_attribute`, t.`quantity` FROM `' . self::table() . '` t'
            . ' LEFT JOIN (' . WeftStock::rowsSql() . ') s ON s.`id_product` = t.`id_product`'
            . ' AND s.`id_product_attribute` = t.`id_product_attribute`'
            . ' WHERE t.`is_gone` = 0 AND s.`id_product` IS NULL LIMIT ' . self::BATCH_ROWS;
    }

    private static function write(array $rows, int $isGone, int $round)
    {
        if ($rows === []) {
            return;
        }
        $values = array_map(function ($row) use ($isGone, $round) {
            return sprintf(
                '(%d,%d,%d,%d,%d)',
                $row['id_product'],
                $row['id_product_attribute'],
                $row['quantity'],
                $isGone,
                $round
            );
        }, $rows);
        WeftDb::run(
            'INSERT INTO `' . self::table() . '` (`id_product`, `id_product_attribute`, `quantity`, `is_gone`, `round`)'
            . ' VALUES ' . implode(',', $values)
            . ' ON DUPLICATE KEY UPDATE `quantity` = VALUES(`quantity`), `is_gone` = VALUES(`is_gone`),'
            . ' `round` = VALUES(`round`)'
        );
    }

    private static function table(): string
    {
        return _DB_PREFIX_ . self::TABLE;
    }
}
