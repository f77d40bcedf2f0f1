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

namespace PrestaShop\Module\Weft\Order;

use Db;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Table;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Which order of the shop a channel order became. The primary key is what makes an import happen once; a row without an
 * order is an import that runs, or one that was broken off.
 */
class ImportTable implements Table
{
    private const TABLE = 'weft_order';

    /** @var Database */
    private $database;

    public function __construct(Database $database)
    {
        $this->database = $database;
    }

    public function name(): string
    {
        return _DB_PREFIX_ . self::TABLE;
    }

    /**
     * The shop's own engine, so that the row is kept or rolled back with the order beside it.
     */
    public function create(): bool
    {
        return (bool) Db::getInstance()->execute(
            'CREATE TABLE IF NOT EXISTS `' . $this->name() . '` ('
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

    public function drop(): bool
    {
        return (bool) Db::getInstance()->execute('DROP TABLE IF EXISTS `' . $this->name() . '`');
    }

    /**
     * The answer that was given when the order was made; null when it was not.
     *
     * @return array<string, mixed>|null
     */
    public function findAnswer(string $channelOrderId): ?array
    {
        $record = $this->find($channelOrderId);

        return $record !== null && $record->orderId > 0 ? $record->answer : null;
    }

    /**
     * The cart an import that was broken off had got to; 0 for none. Only a table without transactions, or a module
     * that commits in the middle of an order, leaves one.
     */
    public function findCart(string $channelOrderId): int
    {
        $record = $this->find($channelOrderId);

        return $record !== null ? $record->cartId : 0;
    }

    /**
     * Written first in the transaction of an import and read last: if it is not there then, nothing that was written
     * in between is. The cart of an earlier try stays known.
     *
     * @param string $attempt 32 hex digits of this try
     */
    public function begin(string $channelOrderId, string $attempt): void
    {
        $this->database->run(
            'INSERT INTO `' . $this->name() . '` (`channel_order_id`, `attempt`, `date_add`) VALUES (\''
            . pSQL($channelOrderId) . '\', \'' . pSQL($attempt) . '\', NOW())'
            . ' ON DUPLICATE KEY UPDATE `attempt` = VALUES(`attempt`), `date_add` = NOW()'
        );
    }

    public function isAttempt(string $channelOrderId, string $attempt): bool
    {
        $record = $this->find($channelOrderId);

        return $record !== null && $record->attempt === $attempt;
    }

    public function saveCart(string $channelOrderId, int $cartId): void
    {
        $this->database->run(
            'UPDATE `' . $this->name() . '` SET `id_cart` = ' . (int) $cartId . $this->where($channelOrderId)
        );
    }

    /**
     * @param array<string, mixed> $answer what `order` answers
     * @param StockChanges $changes still to be added to the shop's stock
     */
    public function finish(string $channelOrderId, array $answer, StockChanges $changes): void
    {
        $moves = $changes->units === []
            ? 'NULL'
            : '\'' . pSQL((string) json_encode((object) $changes->units)) . '\'';
        $this->database->run(
            'UPDATE `' . $this->name() . '` SET `id_order` = ' . (int) $answer['id']
            . ', `id_cart` = ' . (int) $answer['cartId']
            . ', `answer` = \'' . pSQL((string) json_encode($answer), true) . '\''
            . ', `stock_moves` = ' . $moves
            . $this->where($channelOrderId)
        );
    }

    /**
     * @return string[] the channel orders whose stock changes nobody has taken yet
     */
    public function withStockChanges(): array
    {
        return array_map('strval', $this->database->column(
            'SELECT `channel_order_id` FROM `' . $this->name() . '` WHERE `stock_moves` IS NOT NULL ORDER BY `date_add`'
        ));
    }

    /**
     * What finish() was given and nobody has taken yet.
     */
    public function waitingStockChanges(string $channelOrderId): StockChanges
    {
        $row = $this->database->row('SELECT `stock_moves` FROM `' . $this->name() . '`' . $this->where($channelOrderId));
        $moves = $row === [] ? null : json_decode((string) $row['stock_moves'], true);

        return new StockChanges(is_array($moves) ? array_map('intval', $moves) : []);
    }

    /**
     * Adds the changes to the stock and forgets them, in one statement: wherever PHP ends, and whatever the engines of
     * the two tables, they are added once. Whoever comes second changes nothing.
     *
     * @return bool whether this call added them
     */
    public function takeStockChanges(string $channelOrderId, StockChanges $changes): bool
    {
        $ids = array_map('intval', array_keys($changes->units));
        $cases = array_map(function (int $id) use ($changes): string {
            return 'WHEN ' . (int) $id . ' THEN ' . (int) $changes->units[$id];
        }, $ids);

        return $this->database->run(
            'UPDATE `' . $this->name() . '` w LEFT JOIN `' . _DB_PREFIX_ . 'stock_available` s'
            . ' ON s.`id_stock_available` IN (' . implode(',', $ids) . ')'
            . ' SET s.`quantity` = s.`quantity` + CASE s.`id_stock_available` ' . implode(' ', $cases) . ' ELSE 0 END,'
            . ' w.`stock_moves` = NULL'
            . ' WHERE w.`channel_order_id` = \'' . pSQL($channelOrderId) . '\' AND w.`stock_moves` IS NOT NULL'
        ) > 0;
    }

    private function find(string $channelOrderId): ?ImportRecord
    {
        $row = $this->database->row('SELECT * FROM `' . $this->name() . '`' . $this->where($channelOrderId));

        return $row === [] ? null : new ImportRecord($row);
    }

    private function where(string $channelOrderId): string
    {
        return ' WHERE `channel_order_id` = \'' . pSQL($channelOrderId) . '\'';
    }
}
