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
 * One change of a call of `stock-change`.
 *
 * @immutable
 */
class StockDelta
{
    /** @var string */
    public $id;

    /** @var int */
    public $productId;

    /** @var int 0: the product has none */
    public $variantId;

    /** @var int units to add */
    public $units;

    private function __construct(string $id, int $productId, int $variantId, int $units)
    {
        $this->id = $id;
        $this->productId = $productId;
        $this->variantId = $variantId;
        $this->units = $units;
    }

    /**
     * @param mixed $given one of the call's `changes`
     *
     * @throws Refusal "change_invalid"
     */
    public static function fromCall($given): self
    {
        $isWhole = is_array($given)
            && isset($given['id'], $given['product'], $given['variant'], $given['delta'])
            && is_int($given['delta'])
            && is_string($given['id'])
            && preg_match('/^[\x21-\x7e]{1,64}$/D', $given['id']);
        if (!$isWhole) {
            throw new Refusal('change_invalid');
        }

        return new self($given['id'], (int) $given['product'], (int) $given['variant'], $given['delta']);
    }

    /**
     * The variants whose rows change: a variant's own and the product's sum, in the order in which PrestaShop writes
     * them itself.
     *
     * @return int[]
     */
    public function variantIds(): array
    {
        return $this->variantId === 0 ? [0] : [$this->variantId, 0];
    }
}
