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
 * Units of one variant at one price.
 *
 * @immutable
 */
class OrderLine
{
    /** @var int */
    public $productId;

    /** @var int 0: the product has none */
    public $variantId;

    /** @var int */
    public $quantity;

    /** @var int tax included */
    public $unitPriceMinor;

    public function __construct(int $productId, int $variantId, int $quantity, int $unitPriceMinor)
    {
        $this->productId = $productId;
        $this->variantId = $variantId;
        $this->quantity = $quantity;
        $this->unitPriceMinor = $unitPriceMinor;
    }

    /**
     * @param mixed $given one of the call's `lines`
     */
    public static function fromCall($given): self
    {
        $line = is_array($given) ? $given : [];

        return new self(
            (int) CallFields::text($line, 'product'),
            (int) CallFields::text($line, 'variant'),
            CallFields::wholeNumber($line, 'quantity'),
            CallFields::wholeNumber($line, 'unitPriceMinor')
        );
    }

    /**
     * "product:variant"
     */
    public function key(): string
    {
        return $this->productId . ':' . $this->variantId;
    }
}
