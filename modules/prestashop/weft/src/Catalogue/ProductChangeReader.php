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

use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Support\Database;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The call `changes`: which products changed since Weft asked last. A cursor is the installation, the round, and inside a
 * reading the last product that was read and the last that was compared.
 */
class ProductChangeReader
{
    private const MOST_ROWS = 20000;
    private const USUAL_ROWS = 5000;
    private const WAIT_SECONDS = 8;
    /** One call compares no longer; the next goes on. Weft waits 20 s for an answer. */
    private const COMPARE_SECONDS = 8;
    private const CURSOR = '/^([0-9a-f]{32})\.(\d{1,15})(?:\.(\d{1,10})\.(\d{1,10}))?$/D';

    /** @var Database */
    private $database;

    /** @var Settings */
    private $settings;

    /** @var SentProducts */
    private $sent;

    public function __construct(Database $database, Settings $settings, SentProducts $sent)
    {
        $this->database = $database;
        $this->settings = $settings;
        $this->sent = $sent;
    }

    /**
     * @param array<string, mixed> $with
     *
     * @return array<string, mixed>
     *
     * @throws Refusal "changes.cursor_unknown"
     */
    public function read(array $with): array
    {
        $limit = isset($with['limit']) ? (int) $with['limit'] : self::USUAL_ROWS;
        $limit = max(1, min($limit, self::MOST_ROWS));
        $after = isset($with['after']) ? (string) $with['after'] : '';

        // One reading at a time: the next must not number its changes while this one reads them.
        return $this->database->exclusively('products', self::WAIT_SECONDS, function () use ($after, $limit): array {
            return $this->readOn($after, $limit);
        });
    }

    /**
     * @return array<string, mixed>
     */
    private function readOn(string $after, int $limit): array
    {
        list($round, $product, $compared) = $this->parse($after);
        if ($after === '') {
            $this->sent->forgetGone();
        }
        if ($compared < SentProducts::ALL) {
            $compared = $this->sent->compare($compared, microtime(true) + self::COMPARE_SECONDS);
        }
        $found = $this->sent->after($round, $product, $limit + 1);
        $isMore = count($found) > $limit || $compared < SentProducts::ALL;
        $products = [];
        $gone = [];
        foreach (array_slice($found, 0, $limit) as $row) {
            list($round, $product) = [(int) $row['round'], (int) $row['id_product']];
            if (!$row['is_gone']) {
                $products[] = (string) $product;
            } elseif ($after !== '') {
                $gone[] = (string) $product;
            }
        }
        $parts = [$this->settings->installId(), $round];

        return [
            'products' => $products,
            'gone' => $gone,
            'cursor' => implode('.', $isMore ? array_merge($parts, [$product, $compared]) : $parts),
            'isMore' => $isMore,
        ];
    }

    /**
     * @return array{int, int, int} round, the last product read in it, the last product compared
     */
    private function parse(string $cursor): array
    {
        if ($cursor === '') {
            return [0, 0, 0];
        }
        $isCursor = preg_match(self::CURSOR, $cursor, $parts) === 1;
        if (!$isCursor || $parts[1] !== $this->settings->installId() || (int) $parts[2] > $this->sent->lastRound()) {
            throw new Refusal('changes.cursor_unknown');
        }

        // A complete reading stands behind every product of its round, and nothing is compared with it yet.
        return isset($parts[3], $parts[4])
            ? [(int) $parts[2], (int) $parts[3], (int) $parts[4]]
            : [(int) $parts[2], SentProducts::ALL, 0];
    }
}
