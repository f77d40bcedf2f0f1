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

namespace PrestaShop\Module\Weft\Stock;

use Db;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Table;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The table of the stock that was sent to Weft. It is compared with the shop's own, so that a change made with plain
 * SQL, which calls no hook, is found as well.
 *
 * Every row carries the number of the round in which it changed last. A cursor names a position in the order of rounds,
 * so the same question has the same answer when the first one was lost.
 */
class SentStock implements Table
{
    private const TABLE = 'weft_stock_told';
    private const BATCH_ROWS = 5000;
    /** Behind every product there can be. */
    public const ALL = 4294967295;

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

    public function create(): bool
    {
        return (bool) Db::getInstance()->execute(
            'CREATE TABLE IF NOT EXISTS `' . $this->name() . '` (
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

    public function drop(): bool
    {
        return (bool) Db::getInstance()->execute('DROP TABLE IF EXISTS `' . $this->name() . '`');
    }

    /**
     * Gives every row that differs from the shop's stock the number of a new round: of the products behind $product,
     * until all are compared or the time is over.
     *
     * @return int the last product that was compared, ALL when none is left
     */
    public function compare(int $product, float $untilSeconds): int
    {
        $round = $this->lastRound() + 1;
        do {
            $last = $this->endOfBatch($product);
            // Read first and written after: INSERT ... SELECT would lock rows that orders need.
            $this->write($this->database->rows($this->changedSql($product, $last)), 0, $round);
            $this->write($this->database->rows($this->goneSql($product, $last)), 1, $round);
            $product = $last;
        } while ($last < self::ALL && microtime(true) < $untilSeconds);

        return $last;
    }

    /**
     * Forgets rows that are gone: a reading that begins anew has never had them. The last round stays, so that its
     * number is never given again.
     */
    public function forgetGone(): void
    {
        $this->database->run(
            'DELETE FROM `' . $this->name() . '` WHERE `is_gone` = 1 AND `round` < ' . (int) $this->lastRound()
        );
    }

    /**
     * Rows that changed behind a position, in the order of rounds.
     *
     * @return array<int, array<string, mixed>>
     */
    public function after(int $round, int $product, int $variant, int $limit): array
    {
        return $this->database->rows(
            'SELECT * FROM `' . $this->name() . '` WHERE `round` > ' . (int) $round . ' OR (`round` = ' . (int) $round
            . ' AND (`id_product` > ' . (int) $product . ' OR (`id_product` = ' . (int) $product
            . ' AND `id_product_attribute` > ' . (int) $variant . ')))'
            . ' ORDER BY `round`, `id_product`, `id_product_attribute` LIMIT ' . (int) $limit
        );
    }

    public function lastRound(): int
    {
        return $this->database->number('SELECT MAX(`round`) FROM `' . $this->name() . '`');
    }

    /**
     * Whole products, so that rows that come and go do not move the edges of a batch.
     */
    private function endOfBatch(int $product): int
    {
        $last = $this->database->number(
            'SELECT `id_product` FROM `' . _DB_PREFIX_ . 'stock_available` WHERE `id_product` > ' . (int) $product
            . ' ORDER BY `id_product` LIMIT ' . self::BATCH_ROWS . ', 1'
        );

        return $last === 0 ? self::ALL : $last;
    }

    private function between(string $alias, int $product, int $last): string
    {
        return ' AND ' . $alias . '.`id_product` > ' . (int) $product
            . ' AND ' . $alias . '.`id_product` <= ' . (int) $last;
    }

    private function changedSql(int $product, int $last): string
    {
        $rows = StockQuery::rows($this->between('sa', $product, $last));

        return 'SELECT s.`id_product`, s.`id_product_attribute`, s.`quantity` FROM (' . $rows . ') s'
            . ' LEFT JOIN `' . $this->name() . '` t ON t.`id_product` = s.`id_product`'
            . ' AND t.`id_product_attribute` = s.`id_product_attribute`'
            . ' WHERE t.`id_product` IS NULL OR t.`quantity` <> s.`quantity` OR t.`is_gone` = 1';
    }

    private function goneSql(int $product, int $last): string
    {
        $rows = StockQuery::rows($this->between('sa', $product, $last));

        return 'SELECT t.`id_product`, t.`id_product_attribute`, t.`quantity` FROM `' . $this->name() . '` t'
            . ' LEFT JOIN (' . $rows . ') s ON s.`id_product` = t.`id_product`'
            . ' AND s.`id_product_attribute` = t.`id_product_attribute`'
            . ' WHERE t.`is_gone` = 0 AND s.`id_product` IS NULL' . $this->between('t', $product, $last);
    }

    /**
     * @param array<int, array<string, mixed>> $rows
     */
    private function write(array $rows, int $isGone, int $round): void
    {
        if ($rows === []) {
            return;
        }
        $values = array_map(function (array $row) use ($isGone, $round): string {
            return sprintf(
                '(%d,%d,%d,%d,%d)',
                $row['id_product'],
                $row['id_product_attribute'],
                $row['quantity'],
                $isGone,
                $round
            );
        }, $rows);
        $this->database->run(
            'INSERT INTO `' . $this->name() . '` (`id_product`, `id_product_attribute`, `quantity`, `is_gone`, `round`)'
            . ' VALUES ' . implode(',', $values)
            . ' ON DUPLICATE KEY UPDATE `quantity` = VALUES(`quantity`), `is_gone` = VALUES(`is_gone`),'
            . ' `round` = VALUES(`round`)'
        );
    }
}
