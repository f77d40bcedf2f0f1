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
 * A row of the cart an order is made from: one variant at one price.
 *
 * @immutable
 */
class CartRow
{
    /** @var int */
    public $productId;

    /** @var int 0: the product has none */
    public $variantId;

    /** @var int */
    public $quantity;

    /** @var string decimal amount in six digits, tax excluded */
    public $netUnitPrice;

    /** @var int the whole row, tax included */
    public $grossMinor;

    public function __construct(int $productId, int $variantId, int $quantity, string $netUnitPrice, int $grossMinor)
    {
        $this->productId = $productId;
        $this->variantId = $variantId;
        $this->quantity = $quantity;
        $this->netUnitPrice = $netUnitPrice;
        $this->grossMinor = $grossMinor;
    }

    /**
     * "product:variant"
     */
    public function key(): string
    {
        return $this->productId . ':' . $this->variantId;
    }
}
