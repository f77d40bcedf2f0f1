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

namespace PrestaShop\Module\Weft\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * What a button of the Configure page came to.
 *
 * @immutable
 */
class Notice
{
    /** @var bool */
    public $isGood;

    /** @var string a sentence for the merchant */
    public $text;

    /** @var string|null the address the merchant pasted and that was not saved */
    public $refusedUrl;

    private function __construct(bool $isGood, string $text, ?string $refusedUrl)
    {
        $this->isGood = $isGood;
        $this->text = $text;
        $this->refusedUrl = $refusedUrl;
    }

    public static function good(string $text): self
    {
        return new self(true, $text, null);
    }

    public static function bad(string $text, ?string $refusedUrl = null): self
    {
        return new self(false, $text, $refusedUrl);
    }
}
