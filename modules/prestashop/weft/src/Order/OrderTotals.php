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

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The figures an order must show: minor units, tax included.
 *
 * @immutable
 */
class OrderTotals
{
    /** @var int */
    public $productsMinor;

    /** @var int */
    public $shippingMinor;

    /** @var int */
    public $discountMinor;

    /** @var int */
    public $totalMinor;

    /** @var int number of units */
    public $units;

    public function __construct(
        int $productsMinor,
        int $shippingMinor,
        int $discountMinor,
        int $totalMinor,
        int $units
    ) {
        $this->productsMinor = $productsMinor;
        $this->shippingMinor = $shippingMinor;
        $this->discountMinor = $discountMinor;
        $this->totalMinor = $totalMinor;
        $this->units = $units;
    }

    /**
     * The same total, with another part of it in the products and in the discount.
     */
    public function with(int $productsMinor, int $discountMinor): self
    {
        return new self($productsMinor, $this->shippingMinor, $discountMinor, $this->totalMinor, $this->units);
    }

    /**
     * What the discount takes off the shipping fee.
     */
    public function discountOnShippingMinor(): int
    {
        return max(0, $this->discountMinor - $this->productsMinor);
    }

    /**
     * @return array{productsMinor: int, shippingMinor: int, discountMinor: int, totalMinor: int}
     */
    public function toAnswer(): array
    {
        return [
            'productsMinor' => $this->productsMinor,
            'shippingMinor' => $this->shippingMinor,
            'discountMinor' => $this->discountMinor,
            'totalMinor' => $this->totalMinor,
        ];
    }
}
