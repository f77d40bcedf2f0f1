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

namespace PrestaShop\Module\Weft\Events;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * A kind of change, and the products or orders it concerns.
 *
 * @immutable
 */
class Event
{
    /** @var string such as "stock.changed" */
    public $type;

    /** @var int[] */
    public $ids;

    /**
     * @param int[] $ids
     */
    public function __construct(string $type, array $ids)
    {
        $this->type = $type;
        $this->ids = $ids;
    }
}
