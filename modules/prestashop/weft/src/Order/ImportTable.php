<?php
/**
 * Which order of the shop a channel order became. The primary key is what makes an import happen once;
 * a row without an order is an import under way, or one that was broken off.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderTable
{
    const TABLE = 'weft_order';

    /**
     * The shop's own engine, so that the row lives and dies with the order beside it.
     */
    public static function createTable(): bool
    {
        return Db::getInstance()->execute(
            'CREATE TABLE IF NOT EXISTS `' . self::name() . '` ('
            . '`channel_order_id` VARCHAR(64) NOT NULL,'
            . '`attempt` CHAR(32) NOT NULL,'
            . '`id_order` INT UNSIGNED NOT NULL DEFAULT 0,'
            . '`id_cart` INT UNSIGNED NOT NULL DEFAULT 0,'
            . '`answer` TEXT,'
            . '`stock_moves` TEXT,'
            . '`date_add` DATETIME NOT NULL,'
            . 'PRIMARY KEY (`channel_order_id`),'
            . 'KEY `id_order` (`id_order`),'
            . 'KEY `stock_moves` (`stock_moves`(1))'
            . ') ENGINE=' . _MYSQL_ENGINE_ . ' DEFAULT CHARSET=utf8 COLLATE=utf8_bin'
        );
    }

    public static function dropTable(): bool
    {
        return Db::getInstance()->execute('DROP TABLE IF EXISTS `' . self::name() . '`');
    }

    /**
     * The answer that was given when the order was made, or null when it was not.
     */
    public static function findAnswer(string $channelOrderId)
    {
        $row = self::find($channelOrderId);
        $answer = $row !== null && (int) $row['id_order'] > 0 ? json_decode($row['answer'], true) : null;

        return is_array($answer) ? $answer : null;
    }

    /**
     * The cart a broken-off import had got to, 0 for none. Only a table without transactions, or a
     * module that commits in the middle of an order, leaves one.
     */
    public static function findCart(string $channelOrderId): int
    {
        $row = self::find($channelOrderId);

        return $row !== null ? (int) $row['id_cart'] : 0;
    }

    /**
     * Written first in the transaction of an import and looked for last: if it is not there then,
     * neither is anything else that was written in between.
     */
    public static function begin(string $channelOrderId, string $attempt)
    {
        WeftDb::run(
            'REPLACE INTO `' . self::name() . '` (`channel_order_id`, `attempt`, `date_add`) VALUES (\''
            . pSQL($channelOrderId) . '\', \'' . pSQL($attempt) . '\', NOW())'
        );
    }

    public static function noteCart(string $channelOrderId, int $cartId)
    {
        WeftDb::run(
            'UPDATE `' . self::name() . '` SET `id_cart` = ' . $cartId . self::where($channelOrderId)
        );
    }

    /**
     * @param array $stockMoves row of stock => units, still to be added to the shop's stock
     */
    public static function finish(string $channelOrderId, array $answer, array $stockMoves)
    {
        WeftDb::run(
            'UPDATE `' . self::name() . '` SET `id_order` = ' . (int) $answer['id']
            . ', `id_cart` = ' . (int) $answer['cartId']
            . ', `answer` = \'' . pSQL(json_encode($answer), true) . '\''
            . ', `stock_moves` = ' . ($stockMoves === [] ? 'NULL' : '\'' . pSQL(json_encode((object) $stockMoves)) . '\'')
            . self::where($channelOrderId)
        );
    }

    /**
     * The channel orders whose moves nobody has taken yet.
     */
    public static function withStockMoves(): array
    {
        return WeftDb::column(
            'SELECT `channel_order_id` FROM `' . self::name() . '` WHERE `stock_moves` IS NOT NULL ORDER BY `date_add`'
        );
    }

    /**
     * What finish() was given, once: whoever comes second waits for the first and gets nothing.
     */
    public static function takeStockMoves(string $channelOrderId): array
    {
        $row = WeftDb::row(
            'SELECT `stock_moves` FROM `' . self::name() . '`' . self::where($channelOrderId) . ' FOR UPDATE'
        );
        $moves = $row === [] ? null : json_decode((string) $row['stock_moves'], true);
        if (!is_array($moves) || $moves === []) {
            return [];
        }
        WeftDb::run('UPDATE `' . self::name() . '` SET `stock_moves` = NULL' . self::where($channelOrderId));
        ksort($moves, SORT_NUMERIC);

        return $moves;
    }

    public static function isAttempt(string $channelOrderId, string $attempt): bool
    {
        $row = self::find($channelOrderId);

        return $row !== null && $row['attempt'] === $attempt;
    }

    private static function find(string $channelOrderId)
    {
        $row = WeftDb::row('SELECT * FROM `' . self::name() . '`' . self::where($channelOrderId));

        return $row === [] ? null : $row;
    }

    private static function where(string $channelOrderId): string
    {
        return ' WHERE `channel_order_id` = \'' . pSQL($channelOrderId) . '\'';
    }

    private static function name(): string
    {
        return _DB_PREFIX_ . self::TABLE;
    }
}
