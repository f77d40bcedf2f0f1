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

use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Order\StockChangeApplier;
use PrestaShop\Module\Weft\Support\Database;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The call `stock`: thousands of rows at once, or what changed since Weft asked last.
 */
class StockReader
{
    private const MOST_ROWS = 20000;
    private const USUAL_ROWS = 5000;
    private const WAIT_SECONDS = 8;
    /** One call compares no longer; the next goes on. Weft waits 20 s for an answer. */
    private const COMPARE_SECONDS = 8;

    /** @var Database */
    private $database;

    /** @var Settings */
    private $settings;

    /** @var SentStock */
    private $sentStock;

    /** @var StockChangeApplier */
    private $stockChanges;

    public function __construct(
        Database $database,
        Settings $settings,
        SentStock $sentStock,
        StockChangeApplier $stockChanges
    ) {
        $this->database = $database;
        $this->settings = $settings;
        $this->sentStock = $sentStock;
        $this->stockChanges = $stockChanges;
    }

    /**
     * @param array<string, mixed> $with
     *
     * @return array<string, mixed>
     *
     * @throws Refusal "stock.cursor_unknown"
     */
    public function read(array $with): array
    {
        $this->stockChanges->applyAllSafely();
        if (isset($with['products'])) {
            return $this->readProducts((array) $with['products']);
        }
        $limit = isset($with['limit']) ? (int) $with['limit'] : self::USUAL_ROWS;
        $limit = max(1, min($limit, self::MOST_ROWS));
        $text = isset($with['after']) ? (string) $with['after'] : '';
        $cursor = StockCursor::parse($text, $this->settings->installId(), $this->sentStock->lastRound());

        // One reading at a time: the next must not number its changes while this one reads them.
        return $this->database->exclusively('stock', self::WAIT_SECONDS, function () use ($cursor, $limit): array {
            return $this->readOn($cursor, $limit);
        });
    }

    /**
     * @param array<int, mixed> $products
     *
     * @return array<string, mixed>
     */
    private function readProducts(array $products): array
    {
        $ids = implode(',', array_map('intval', $products));
        $rows = $ids === ''
            ? []
            : $this->database->rows(StockQuery::rows(' AND sa.`id_product` IN (' . $ids . ')'));

        return ['rows' => array_map([self::class, 'toRow'], $rows), 'gone' => [], 'isMore' => false];
    }

    /**
     * @return array<string, mixed>
     */
    private function readOn(StockCursor $cursor, int $limit): array
    {
        if ($cursor->isFirst) {
            $this->sentStock->forgetGone();
        }
        $compared = $cursor->compared;
        if ($compared < SentStock::ALL) {
            $compared = $this->sentStock->compare($compared, microtime(true) + self::COMPARE_SECONDS);
        }
        $found = $this->sentStock->after($cursor->round, $cursor->product, $cursor->variant, $limit + 1);
        $isMore = count($found) > $limit || $compared < SentStock::ALL;
        $found = array_slice($found, 0, $limit);
        $next = $cursor->next(end($found) ?: null, $compared);
        $rows = [];
        $gone = [];
        foreach ($found as $row) {
            if (!$row['is_gone']) {
                $rows[] = self::toRow($row);
            } elseif (!$cursor->isFirst) {
                $gone[] = array_slice(self::toRow($row), 0, 2);
            }
        }

        return [
            'rows' => $rows,
            'gone' => $gone,
            'cursor' => $next->toText($this->settings->installId(), $isMore),
            'isMore' => $isMore,
        ];
    }

    /**
     * @param array<string, mixed> $row
     *
     * @return array{string, string, int} product, variant, quantity
     */
    private static function toRow(array $row): array
    {
        return [(string) $row['id_product'], (string) $row['id_product_attribute'], (int) $row['quantity']];
    }
}
