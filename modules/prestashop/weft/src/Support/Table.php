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

namespace PrestaShop\Module\Weft\Support;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * A table of the module.
 */
interface Table
{
    /**
     * Its name with the shop's prefix.
     */
    public function name(): string;

    /**
     * Creates the table unless it exists.
     */
    public function create(): bool;

    /**
     * Drops the table if it exists.
     */
    public function drop(): bool;
}
