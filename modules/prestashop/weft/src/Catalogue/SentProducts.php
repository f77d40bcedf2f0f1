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

namespace PrestaShop\Module\Weft\Catalogue;

use Db;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Table;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The fingerprint of every product that Weft was sent last. Comparing finds what plain SQL changed and what changed
 * while the module was switched off, and discounts that began or ended. Each comparison that finds something is a round.
 */
class SentProducts implements Table
{
    private const TABLE = 'weft_product_sent';
    private const BATCH_ROWS = 1000;
    /** Behind every product there can be. */
    public const ALL = 4294967295;

    /** @var Database */
    private $database;

    /** @var ProductFingerprints */
    private $fingerprints;

    public function __construct(Database $database, ProductFingerprints $fingerprints)
    {
        $this->database = $database;
        $this->fingerprints = $fingerprints;
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
                `fingerprint` CHAR(32) NOT NULL,
                `is_gone` TINYINT UNSIGNED NOT NULL DEFAULT 0,
                `round` BIGINT UNSIGNED NOT NULL,
                PRIMARY KEY (`id_product`),
                KEY `sent` (`round`, `id_product`)
            ) ENGINE=' . _MYSQL_ENGINE_ . ' DEFAULT CHARSET=utf8mb4'
        );
    }

    public function drop(): bool
    {
        return (bool) Db::getInstance()->execute('DROP TABLE IF EXISTS `' . $this->name() . '`');
    }

    /**
     * Gives every product that differs from the shop's the number of a new round: those behind $product, until all are
     * compared or the time is over.
     *
     * @return int the last product that was compared, ALL when none is left
     */
    public function compare(int $product, float $untilSeconds): int
    {
        $round = $this->lastRound() + 1;
        $common = $this->fingerprints->common();
        do {
            $last = $this->endOfBatch($product);
            $this->compareBatch($product, $last, $common, $round);
            $product = $last;
        } while ($last < self::ALL && microtime(true) < $untilSeconds);

        return $last;
    }

    /**
     * Forgets products that are gone: a reading that begins anew has never had them. The last round stays, so that its
     * number is never given again.
     */
    public function forgetGone(): void
    {
        $this->database->run(
            'DELETE FROM `' . $this->name() . '` WHERE `is_gone` = 1 AND `round` < ' . (int) $this->lastRound()
        );
    }

    /**
     * Products that changed behind a position, in the order of rounds.
     *
     * @return array<int, array<string, mixed>>
     */
    public function after(int $round, int $product, int $limit): array
    {
        return $this->database->rows(
            'SELECT * FROM `' . $this->name() . '` WHERE `round` > ' . (int) $round . ' OR (`round` = ' . (int) $round
            . ' AND `id_product` > ' . (int) $product . ') ORDER BY `round`, `id_product` LIMIT ' . (int) $limit
        );
    }

    public function lastRound(): int
    {
        return $this->database->number('SELECT MAX(`round`) FROM `' . $this->name() . '`');
    }

    private function compareBatch(int $product, int $last, string $common, int $round): void
    {
        $now = $this->fingerprints->between($product, $last, $common);
        $sent = $this->database->rows(
            'SELECT `id_product`, `fingerprint`, `is_gone` FROM `' . $this->name() . '`'
            . ' WHERE `id_product` > ' . (int) $product . ' AND `id_product` <= ' . (int) $last
        );
        $changed = $now;
        $gone = [];
        foreach ($sent as $row) {
            $id = (int) $row['id_product'];
            if (!isset($now[$id])) {
                $gone += $row['is_gone'] ? [] : [$id => $row['fingerprint']];
            } elseif (!$row['is_gone'] && $now[$id] === $row['fingerprint']) {
                unset($changed[$id]);
            }
        }
        $this->write($changed, 0, $round);
        $this->write($gone, 1, $round);
    }

    private function endOfBatch(int $product): int
    {
        $last = $this->database->number(
            'SELECT `id_product` FROM `' . _DB_PREFIX_ . 'product` WHERE `id_product` > ' . (int) $product
            . ' ORDER BY `id_product` LIMIT ' . self::BATCH_ROWS . ', 1'
        );

        return $last === 0 ? self::ALL : $last;
    }

    /**
     * @param array<int, string> $fingerprints by product
     */
    private function write(array $fingerprints, int $isGone, int $round): void
    {
        if ($fingerprints === []) {
            return;
        }
        $values = [];
        foreach ($fingerprints as $id => $fingerprint) {
            $values[] = sprintf('(%d,\'%s\',%d,%d)', $id, pSQL($fingerprint), $isGone, $round);
        }
        $this->database->run(
            'INSERT INTO `' . $this->name() . '` (`id_product`, `fingerprint`, `is_gone`, `round`)'
            . ' VALUES ' . implode(',', $values)
            . ' ON DUPLICATE KEY UPDATE `fingerprint` = VALUES(`fingerprint`), `is_gone` = VALUES(`is_gone`),'
            . ' `round` = VALUES(`round`)'
        );
    }
}
