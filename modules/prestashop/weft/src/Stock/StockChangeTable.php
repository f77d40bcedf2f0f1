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
 * The table of the stock changes that were made: its primary key makes each change once for ever.
 */
class StockChangeTable implements Table
{
    private const TABLE = 'weft_stock_change';

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
                `change_id` VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
                `id_product` INT UNSIGNED NOT NULL,
                `id_product_attribute` INT UNSIGNED NOT NULL,
                `delta` INT NOT NULL,
                `made_at` INT UNSIGNED NOT NULL,
                PRIMARY KEY (`change_id`)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4'
        );
    }

    public function drop(): bool
    {
        return (bool) Db::getInstance()->execute('DROP TABLE IF EXISTS `' . $this->name() . '`');
    }

    /**
     * Takes the change's id. In a transaction: whoever comes second with the id waits here.
     *
     * @return bool whether it was free
     */
    public function take(StockDelta $delta, int $nowSeconds): bool
    {
        return $this->database->run(sprintf(
            'INSERT IGNORE INTO `%s` (`change_id`, `id_product`, `id_product_attribute`, `delta`, `made_at`)'
            . ' VALUES (\'%s\', %d, %d, %d, %d)',
            $this->name(),
            pSQL($delta->id, true),
            $delta->productId,
            $delta->variantId,
            $delta->units,
            $nowSeconds
        )) === 1;
    }
}
