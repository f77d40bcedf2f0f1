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

use Pack;
use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Events\EventRecorder;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Log;
use PrestaShop\PrestaShop\Adapter\ServiceLocator;
use Product;
use Throwable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The call `stock-change`: adds to quantities so that two at once lose nothing, and makes each change once for ever,
 * however often it is asked for. A pack's own count changes, its parts' do not.
 */
class StockChanger
{
    private const MOST_CHANGES = 500;
    private const STOCK_MANAGER = '\\PrestaShop\\PrestaShop\\Core\\Stock\\StockManager';

    /** @var Database */
    private $database;

    /** @var StockChangeTable */
    private $table;

    /** @var StockAnnouncer */
    private $announcer;

    /** @var EventRecorder */
    private $events;

    /** @var Log */
    private $log;

    public function __construct(
        Database $database,
        StockChangeTable $table,
        StockAnnouncer $announcer,
        EventRecorder $events,
        Log $log
    ) {
        $this->database = $database;
        $this->table = $table;
        $this->announcer = $announcer;
        $this->events = $events;
        $this->log = $log;
    }

    /**
     * @param array<string, mixed> $with
     *
     * @return array{results: array<int, array<string, mixed>>}
     *
     * @throws Refusal "changes_too_many"
     */
    public function change(array $with): array
    {
        $changes = isset($with['changes']) && is_array($with['changes']) ? $with['changes'] : [];
        if (count($changes) > self::MOST_CHANGES) {
            throw new Refusal('changes_too_many', ['most' => self::MOST_CHANGES]);
        }

        return ['results' => array_map([$this, 'changeOne'], array_values($changes))];
    }

    /**
     * @param mixed $given
     *
     * @return array<string, mixed>
     */
    private function changeOne($given): array
    {
        try {
            $delta = StockDelta::fromCall($given);
            $result = $this->database->atomically(function () use ($delta): array {
                return $this->write($delta);
            });
        } catch (Refusal $refusal) {
            $id = is_array($given) && isset($given['id']) ? (string) $given['id'] : '';

            return ['id' => $id, 'refused' => $refusal->toAnswer()];
        }
        if (!$result['isRepeat']) {
            $this->announce($delta);
        }

        return ['id' => $delta->id] + $result;
    }

    /**
     * @return array{quantity: int, isRepeat: bool}
     */
    private function write(StockDelta $delta): array
    {
        $isFirst = $this->table->take($delta, time());
        if ($this->read($delta) === []) {
            throw new Refusal('product_missing');
        }
        foreach ($isFirst ? $delta->variantIds() : [] as $variantId) {
            $this->database->run(
                'UPDATE `' . _DB_PREFIX_ . 'stock_available` sa'
                . ' SET sa.`quantity` = sa.`quantity` + (' . (int) $delta->units . '),'
                . ' sa.`physical_quantity` = sa.`quantity` + sa.`reserved_quantity`'
                . ' WHERE ' . $this->condition($delta->productId, $variantId)
            );
        }

        return ['quantity' => (int) $this->read($delta)['quantity'], 'isRepeat' => !$isFirst];
    }

    private function condition(int $productId, int $variantId): string
    {
        return 'sa.`id_product` = ' . (int) $productId . ' AND sa.`id_product_attribute` = ' . (int) $variantId
            . StockQuery::shopRestriction('sa');
    }

    /**
     * @return array<string, mixed> the row as Weft knows it, empty when there is none
     */
    private function read(StockDelta $delta): array
    {
        return $this->database->row(StockQuery::rows(
            ' AND sa.`id_product` = ' . (int) $delta->productId
            . ' AND sa.`id_product_attribute` = ' . (int) $delta->variantId
        ));
    }

    /**
     * Announces to the rest of the shop what PrestaShop would have announced. The change is made by now, so no error
     * here may turn the answer into a failure. Weft itself has the quantity in its answer.
     */
    private function announce(StockDelta $delta): void
    {
        try {
            $this->events->suppressing(['stock.changed' => [$delta->productId]], function () use ($delta): void {
                foreach ($delta->variantIds() as $variantId) {
                    $id = $this->rowId($delta->productId, $variantId);
                    if ($id > 0) {
                        $this->announcer->announce($id, $delta->units);
                    }
                }
                $this->lowerPacks($delta);
            });
        } catch (Throwable $caught) {
            $this->log->report($caught);
        }
    }

    /**
     * Row of stock; 0 when there is none.
     */
    private function rowId(int $productId, int $variantId): int
    {
        return $this->database->number(
            'SELECT sa.`id_stock_available` FROM `' . _DB_PREFIX_ . 'stock_available` sa WHERE '
            . $this->condition($productId, $variantId)
        );
    }

    /**
     * Packs that follow their parts cannot be more than the parts left.
     */
    private function lowerPacks(StockDelta $delta): void
    {
        if ($delta->units >= 0 || !Pack::isPacked($delta->productId, $delta->variantId)) {
            return;
        }
        $manager = ServiceLocator::get(self::STOCK_MANAGER);
        $stock = $this->announcer->reload($this->rowId($delta->productId, $delta->variantId));
        $manager->updatePacksQuantityContainingProduct(new Product($delta->productId), $delta->variantId, $stock);
    }
}
