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
    /** Behind every product there can be. */
    const ALL = 4294967295;

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
     * Gives every row that differs from the shop's stock now the number of a new round: of the
     * products behind $product, until all are compared or the time is over.
     *
     * @return int the last product that was compared, ALL when none is left
     */
    public static function compare(int $product, float $untilSeconds): int
    {
        $round = self::lastRound() + 1;
        do {
            $last = self::endOfBatch($product);
            // Read first and written after: INSERT ... SELECT would lock rows that orders need.
            self::write(WeftDb::rows(self::changedSql($product, $last)), 0, $round);
            self::write(WeftDb::rows(self::goneSql($product, $last)), 1, $round);
            $product = $last;
        } while ($last < self::ALL && microtime(true) < $untilSeconds);

        return $last;
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

    /**
     * Whole products, so that rows that come and go do not move the edges of a batch.
     */
    private static function endOfBatch(int $product): int
    {
        $last = WeftDb::number(
            'SELECT `id_product` FROM `' . _DB_PREFIX_ . 'stock_available` WHERE `id_product` > ' . $product
            . ' ORDER BY `id_product` LIMIT ' . self::BATCH_ROWS . ', 1'
        );

        return $last === 0 ? self::ALL : $last;
    }

    private static function between(string $alias, int $product, int $last): string
    {
        return ' AND ' . $alias . '.`id_product` > ' . $product . ' AND ' . $alias . '.`id_product` <= ' . $last;
    }

    private static function changedSql(int $product, int $last): string
    {
        $rows = WeftStock::rowsSql(self::between('sa', $product, $last));

        return 'SELECT s.`id_product`, s.`id_product_attribute`, s.`quantity` FROM (' . $rows . ') s'
            . ' LEFT JOIN `' . self::table() . '` t ON t.`id_product` = s.`id_product`'
            . ' AND t.`id_product_attribute` = s.`id_product_attribute`'
            . ' WHERE t.`id_product` IS NULL OR t.`quantity` <> s.`quantity` OR t.`is_gone` = 1';
    }

    private static function goneSql(int $product, int $last): string
    {
        $rows = WeftStock::rowsSql(self::between('sa', $product, $last));

        return 'SELECT t.`id_product`, t.`id_product_attribute`, t.`quantity` FROM `' . self::table() . '` t'
            . ' LEFT JOIN (' . $rows . ') s ON s.`id_product` = t.`id_product`'
            . ' AND s.`id_product_attribute` = t.`id_product_attribute`'
            . ' WHERE t.`is_gone` = 0 AND s.`id_product` IS NULL' . self::between('t', $product, $last);
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
