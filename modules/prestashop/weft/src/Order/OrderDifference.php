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
 * A figure of an order that is not what was paid.
 *
 * @immutable
 */
class OrderDifference
{
    /** @var string such as "invoice" */
    public $part;

    /** @var int minor units; for `units` and `parcels` a count */
    public $expectedMinor;

    /** @var int */
    public $foundMinor;

    public function __construct(string $part, int $expectedMinor, int $foundMinor)
    {
        $this->part = $part;
        $this->expectedMinor = $expectedMinor;
        $this->foundMinor = $foundMinor;
    }

    public function toRefusal(): Refusal
    {
        return new Refusal('order_total_differs', [
            'part' => $this->part,
            'expectedMinor' => $this->expectedMinor,
            'foundMinor' => $this->foundMinor,
        ]);
    }
}
