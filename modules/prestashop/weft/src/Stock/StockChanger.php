<?php
/**
 * Answers the call "stock-change": adds to quantities so that two at once lose nothing, and does each
 * change once for ever, however often it is asked for. A pack's own count changes, its parts' do not.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftStockChange
{
    const TABLE = 'weft_stock_change';
    const MOST_CHANGES = 500;

    public static function createTable(): bool
    {
        return Db::getInstance()->execute(
            'CREATE TABLE IF NOT EXISTS `' . self::table() . '` (
                `change_id` VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
                `id_product` INT UNSIGNED NOT NULL,
                `id_product_attribute` INT UNSIGNED NOT NULL,
                `delta` INT NOT NULL,
                `made_at` INT UNSIGNED NOT NULL,
                PRIMARY KEY (`change_id`)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4'
        );
    }

    public static function dropTable(): bool
    {
        return Db::getInstance()->execute('DROP TABLE IF EXISTS `' . self::table() . '`');
    }

    public static function make(array $with): array
    {
        $changes = isset($with['changes']) && is_array($with['changes']) ? $with['changes'] : [];
        if (count($changes) > self::MOST_CHANGES) {
            throw new WeftRefusal('changes_too_many', ['most' => self::MOST_CHANGES]);
        }

        return ['results' => array_map([__CLASS__, 'makeOne'], array_values($changes))];
    }

    private static function makeOne($given): array
    {
        $change = self::toChange($given);
        try {
            if ($change === null) {
                throw new WeftRefusal('change_invalid');
            }
            $result = WeftDb::atomically(function () use ($change) {
                return self::write($change);
            });
        } catch (WeftRefusal $refusal) {
            $id = is_array($given) && isset($given['id']) ? (string) $given['id'] : '';

            return ['id' => $id, 'refused' => ['code' => $refusal->reason(), 'facts' => (object) $refusal->facts()]];
        }
        if (!$result['isRepeat']) {
            self::announce($change);
        }

        return ['id' => $change['id'], 'quantity' => $result['quantity'], 'isRepeat' => $result['isRepeat']];
    }

    private static function toChange($given)
    {
        $isWhole = is_array($given)
            && isset($given['id'], $given['product'], $given['variant'], $given['delta'])
            && is_int($given['delta'])
            && is_string($given['id'])
            && preg_match('/^[\x21-\x7e]{1,64}$/D', $given['id']);

        return !$isWhole ? null : [
            'id' => $given['id'],
            'product' => (int) $given['product'],
            'variant' => (int) $given['variant'],
            'delta' => $given['delta'],
        ];
    }

    /**
     * The change's id is taken first: who comes second with it waits here, and finds it done.
     */
    private static function write(array $change): array
    {
        $isFirst = WeftDb::run(sprintf(
            'INSERT IGNORE INTO `%s` (`change_id`, `id_product`, `id_product_attribute`, `delta`, `made_at`)'
            . ' VALUES (\'%s\', %d, %d, %d, %d)',
            self::table(),
            pSQL($change['id'], true),
            $change['product'],
            $change['variant'],
            $change['delta'],
            time()
        )) === 1;
        if (self::read($change) === []) {
            throw new WeftRefusal('product_missing');
        }
        if ($isFirst) {
            foreach (self::places($change) as $variant) {
                WeftDb::run(
                    'UPDATE `' . _DB_PREFIX_ . 'stock_available` sa SET sa.`quantity` = sa.`quantity` + (' . $change['delta'] . '),'
                    . ' sa.`physical_quantity` = sa.`quantity` + sa.`reserved_quantity`'
                    . ' WHERE ' . self::condition($change['product'], $variant)
                );
            }
        }

        return ['quantity' => (int) self::read($change)['quantity'], 'isRepeat' => !$isFirst];
    }

    /**
     * A variant's row and the product's sum, in the order in which PrestaShop writes them itself.
     */
    private static function places(array $change): array
    {
        return $change['variant'] === 0 ? [0] : [$change['variant'], 0];
    }

    private static function condition(int $product, int $variant): string
    {
        return 'sa.`id_product` = ' . $product . ' AND sa.`id_product_attribute` = ' . $variant
            . WeftShop::stockRestriction('sa');
    }

    private static function read(array $change): array
    {
        return WeftDb::row(WeftStock::rowsSql(
            ' AND sa.`id_product` = ' . $change['product'] . ' AND sa.`id_product_attribute` = ' . $change['variant']
        ));
    }

    /**
     * Tells the rest of the shop what PrestaShop would have told it. The change is made by now, so
     * nothing that goes wrong here may turn the answer into a failure.
     */
    private static function announce(array $change)
    {
        try {
            // Weft asked for it and has the quantity in its answer.
            WeftRecorder::muted(['stock.changed' => [$change['product']]], function () use ($change) {
                foreach (self::places($change) as $variant) {
                    $id = self::rowId($change['product'], $variant);
                    if ($id > 0) {
                        WeftStockNews::tell($id, $change['delta']);
                    }
                }
                self::lowerPacks($change);
            });
        } catch (Throwable $caught) {
            WeftLog::report($caught);
        }
    }

    /**
     * Row of stock; 0 when there is none.
     */
    private static function rowId(int $product, int $variant): int
    {
        return WeftDb::number(
            'SELECT sa.`id_stock_available` FROM `' . _DB_PREFIX_ . 'stock_available` sa WHERE '
            . self::condition($product, $variant)
        );
    }

    /**
     * Packs that follow their parts cannot be more than the parts left.
     */
    private static function lowerPacks(array $change)
    {
        if ($change['delta'] >= 0 || !Pack::isPacked($change['product'], $change['variant'])) {
            return;
        }
        $manager = PrestaShop\PrestaShop\Adapter\ServiceLocator::get('\\PrestaShop\\PrestaShop\\Core\\Stock\\StockManager');
        $stock = WeftStockNews::readAnew(self::rowId($change['product'], $change['variant']));
        $manager->updatePacksQuantityContainingProduct(new Product($change['product']), $change['variant'], $stock);
    }

    private static function table(): string
    {
        return _DB_PREFIX_ . self::TABLE;
    }
}
