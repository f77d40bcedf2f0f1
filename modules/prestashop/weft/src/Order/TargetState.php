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
 * The order state an order is made in.
 *
 * @immutable
 */
class TargetState
{
    /** @var int */
    public $id;

    /** @var bool */
    public $isPaid;

    /** @var bool whether the shop counts an order in this state as a sale */
    public $isLogable;

    public function __construct(int $id, bool $isPaid, bool $isLogable)
    {
        $this->id = $id;
        $this->isPaid = $isPaid;
        $this->isLogable = $isLogable;
    }
}
