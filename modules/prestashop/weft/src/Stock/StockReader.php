<?php
/**
 * Answers the call "stock": thousands of rows at once, or what changed since Weft asked last.
 *
 * A cursor is "<install>.<round>" at the end of a reading, "<install>.<round>.<product>.<variant>" in
 * the midst of one, and has ".<product>" behind it while only the products up to that one are compared.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftStock
{
    const MOST_ROWS = 20000;
    const USUAL_ROWS = 5000;
    const WAIT_SECONDS = 8;
    /** One call compares no longer; the next goes on. Weft waits 20 s for an answer. */
    const COMPARE_SECONDS = 8;

    public static function read(array $with): array
    {
        WeftOrderStockMove::tidyUp();
        if (isset($with['products'])) {
            return self::readProducts((array) $with['products']);
        }
        $limit = isset($with['limit']) ? (int) $with['limit'] : self::USUAL_ROWS;
        $limit = max(1, min($limit, self::MOST_ROWS));
        $place = self::toPlace(isset($with['after']) ? (string) $with['after'] : '');

        // One reading at a time: the next must not number its changes while this one looks at them.
        return WeftDb::exclusively('stock', self::WAIT_SECONDS, function () use ($place, $limit) {
            return self::readOn($place, $limit);
        });
    }

    /**
     * The stock as Weft knows it: one row for each variant, or for a product without any.
     */
    public static function rowsSql(string $condition = ''): string
    {
        return 'SELECT sa.`id_product`, sa.`id_product_attribute`, sa.`quantity`'
            . ' FROM `' . _DB_PREFIX_ . 'stock_available` sa'
            . ' JOIN `' . _DB_PREFIX_ . 'product` p ON p.`id_product` = sa.`id_product`'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'product_attribute` v'
            . ' ON v.`id_product_attribute` = sa.`id_product_attribute`'
            . ' WHERE (v.`id_product` = sa.`id_product` OR (sa.`id_product_attribute` = 0 AND NOT EXISTS ('
            . 'SELECT 1 FROM `' . _DB_PREFIX_ . 'product_attribute` a WHERE a.`id_product` = sa.`id_product`)))'
            . WeftShop::stockRestriction('sa') . $condition;
    }

    private static function readProducts(array $products): array
    {
        $ids = implode(',', array_map('intval', $products));
        $rows = $ids === '' ? [] : WeftDb::rows(self::rowsSql(' AND sa.`id_product` IN (' . $ids . ')'));

        return ['rows' => array_map([__CLASS__, 'toRow'], $rows), 'gone' => [], 'isMore' => false];
    }

    private static function readOn(array $place, int $limit): array
    {
        if ($place['isFirst']) {
            WeftStockTold::forgetGone();
        }
        $compared = $place['compared'];
        if ($compared < WeftStockTold::ALL) {
            $compared = WeftStockTold::compare($compared, microtime(true) + self::COMPARE_SECONDS);
        }
        $found = WeftStockTold::after($place['round'], $place['product'], $place['variant'], $limit + 1);
        $isMore = count($found) > $limit || $compared < WeftStockTold::ALL;
        $found = array_slice($found, 0, $limit);
        $next = self::toNext($place, $compared, end($found));
        $rows = [];
        $gone = [];
        foreach ($found as $row) {
            if (!$row['is_gone']) {
                $rows[] = self::toRow($row);
            } elseif (!$place['isFirst']) {
                $gone[] = array_slice(self::toRow($row), 0, 2);
            }
        }

        return ['rows' => $rows, 'gone' => $gone, 'cursor' => self::toCursor($next, $isMore), 'isMore' => $isMore];
    }

    private static function toRow(array $row): array
    {
        return [(string) $row['id_product'], (string) $row['id_product_attribute'], (int) $row['quantity']];
    }

    /**
     * Where the next page begins: behind the last row that was told.
     */
    private static function toNext(array $place, int $compared, $last): array
    {
        $told = $last === false ? [] : [
            'round' => (int) $last['round'],
            'product' => (int) $last['id_product'],
            'variant' => (int) $last['id_product_attribute'],
        ];

        return ['compared' => $compared] + $told + $place;
    }

    private static function toCursor(array $next, bool $isMore): string
    {
        $parts = [WeftSettings::installId(), $next['round']];
        if ($isMore) {
            array_push($parts, $next['product'], $next['variant']);
        }
        if ($next['compared'] < WeftStockTold::ALL) {
            $parts[] = $next['compared'];
        }

        return implode('.', $parts);
    }

    /**
     * The last product that was compared before: none at the beginning of a reading, all in the midst
     * of one that says nothing of it.
     */
    private static function comparedBefore(array $parts): int
    {
        if (isset($parts[5])) {
            return (int) $parts[5];
        }

        return isset($parts[3]) ? WeftStockTold::ALL : 0;
    }

    /**
     * Refused with stock.cursor_unknown when the cursor is of another installation, or of a table
     * that has been made anew since.
     */
    private static function toPlace(string $cursor): array
    {
        if ($cursor === '') {
            return ['isFirst' => true, 'round' => 0, 'product' => 0, 'variant' => 0, 'compared' => 0];
        }
        $pattern = '/^([0-9a-f]{32})\.(\d{1,15})(?:\.(\d{1,10})\.(\d{1,10})(?:\.(\d{1,10}))?)?$/D';
        $isCursor = preg_match($pattern, $cursor, $parts);
        if (!$isCursor || $parts[1] !== WeftSettings::installId() || (int) $parts[2] > WeftStockTold::lastRound()) {
            throw new WeftRefusal('stock.cursor_unknown');
        }
        $isMidst = isset($parts[3]);

        return [
            'isFirst' => false,
            'round' => (int) $parts[2],
            // Behind every row of that round, when the reading was complete.
            'product' => $isMidst ? (int) $parts[3] : WeftStockTold::ALL,
            'variant' => $isMidst ? (int) $parts[4] : WeftStockTold::ALL,
            'compared' => self::comparedBefore($parts),
        ];
    }
}
