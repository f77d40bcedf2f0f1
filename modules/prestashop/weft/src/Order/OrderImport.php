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

use PrestaShop\Module\Weft\Api\Refusal;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * One import: the draft, the shop's ids for it, the rows of its cart and the totals the order must show.
 *
 * @immutable
 */
class OrderImport
{
    /** @var OrderDraft */
    public $draft;

    /** @var StoreIds */
    public $ids;

    /** @var CartRow[] */
    public $rows;

    /** @var OrderTotals */
    public $totals;

    /** @var string[] what the shop does not have, as product or "product:variant" */
    private $missing;

    /**
     * @param CartRow[] $rows
     * @param string[] $missing
     */
    public function __construct(OrderDraft $draft, StoreIds $ids, array $rows, OrderTotals $totals, array $missing)
    {
        $this->draft = $draft;
        $this->ids = $ids;
        $this->rows = $rows;
        $this->totals = $totals;
        $this->missing = $missing;
    }

    /**
     * The cents of rounding that the rows are too dear by are taken off as a discount.
     *
     * @param string[] $missing
     */
    public static function plan(OrderDraft $draft, StoreIds $ids, PricePlan $prices, array $missing): self
    {
        return new self($draft, $ids, $prices->rows, new OrderTotals(
            $prices->productsMinor,
            $draft->shippingMinor,
            $draft->discountMinor + $prices->roundingMinor,
            $draft->totalMinor,
            $prices->units()
        ), $missing);
    }

    public function withTotals(OrderTotals $totals): self
    {
        return new self($this->draft, $this->ids, $this->rows, $totals, $this->missing);
    }

    /**
     * An order that is there is finished whatever became of its goods since; none is made of goods that are gone.
     *
     * @throws Refusal "product_missing" with the products, or "product:variant", that the shop does not have
     */
    public function refuseMissing(): void
    {
        if ($this->missing !== []) {
            throw new Refusal('product_missing', ['products' => $this->missing]);
        }
    }
}
