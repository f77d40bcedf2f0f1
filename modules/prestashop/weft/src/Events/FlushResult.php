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
 * What a flush of the outbox came to.
 *
 * @immutable
 */
class FlushResult
{
    /** @var int */
    public $sent;

    /** @var int */
    public $waiting;

    public function __construct(int $sent, int $waiting)
    {
        $this->sent = $sent;
        $this->waiting = $waiting;
    }

    /**
     * @return array{sent: int, waiting: int}
     */
    public function toArray(): array
    {
        return ['sent' => $this->sent, 'waiting' => $this->waiting];
    }
}
