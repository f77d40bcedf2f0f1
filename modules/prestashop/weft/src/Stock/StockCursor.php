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

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * A position in a reading of the stock.
 *
 * As text it is "<install>.<round>" at the end of a reading and "<install>.<round>.<product>.<variant>" in the middle
 * of one, with ".<product>" appended while only the products up to that one are compared.
 *
 * @immutable
 */
class StockCursor
{
    private const PATTERN = '/^([0-9a-f]{32})\.(\d{1,15})(?:\.(\d{1,10})\.(\d{1,10})(?:\.(\d{1,10}))?)?$/D';

    /** @var bool whether the reading begins here */
    public $isFirst;

    /** @var int */
    public $round;

    /** @var int the last product that was read in this round */
    public $product;

    /** @var int */
    public $variant;

    /** @var int the last product that was compared, SentStock::ALL when all are */
    public $compared;

    public function __construct(bool $isFirst, int $round, int $product, int $variant, int $compared)
    {
        $this->isFirst = $isFirst;
        $this->round = $round;
        $this->product = $product;
        $this->variant = $variant;
        $this->compared = $compared;
    }

    /**
     * @throws Refusal "stock.cursor_unknown" when the cursor is of another installation, or of a table that was made
     *                 anew since
     */
    public static function parse(string $text, string $installId, int $lastRound): self
    {
        if ($text === '') {
            return new self(true, 0, 0, 0, 0);
        }
        $isCursor = preg_match(self::PATTERN, $text, $parts) === 1;
        if (!$isCursor || $parts[1] !== $installId || (int) $parts[2] > $lastRound) {
            throw new Refusal('stock.cursor_unknown');
        }
        if (!isset($parts[3], $parts[4])) {
            // The reading was complete: behind every row of that round, and nothing is compared with it yet.
            return new self(false, (int) $parts[2], SentStock::ALL, SentStock::ALL, 0);
        }
        $compared = isset($parts[5]) ? (int) $parts[5] : SentStock::ALL;

        return new self(false, (int) $parts[2], (int) $parts[3], (int) $parts[4], $compared);
    }

    /**
     * The position behind a row of SentStock, or this one when there is none.
     *
     * @param array<string, mixed>|null $lastRow
     */
    public function next(?array $lastRow, int $compared): self
    {
        if ($lastRow === null) {
            return new self($this->isFirst, $this->round, $this->product, $this->variant, $compared);
        }

        return new self(
            $this->isFirst,
            (int) $lastRow['round'],
            (int) $lastRow['id_product'],
            (int) $lastRow['id_product_attribute'],
            $compared
        );
    }

    /**
     * @param bool $isMore whether the reading goes on
     */
    public function toText(string $installId, bool $isMore): string
    {
        $parts = [$installId, $this->round];
        if ($isMore) {
            array_push($parts, $this->product, $this->variant);
        }
        if ($this->compared < SentStock::ALL) {
            $parts[] = $this->compared;
        }

        return implode('.', $parts);
    }
}
