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

namespace PrestaShop\Module\Weft\Connection;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * What came of handing the key over.
 *
 * @immutable
 */
class HandOverResult
{
    /** @var bool */
    public $isDone;

    /** @var string a sentence for the merchant */
    public $text;

    public function __construct(bool $isDone, string $text)
    {
        $this->isDone = $isDone;
        $this->text = $text;
    }
}
