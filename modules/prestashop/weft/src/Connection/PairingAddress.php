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
 * The address a merchant copies from Weft.
 *
 * @immutable
 */
class PairingAddress
{
    /** @var string the address without its code */
    public $url;

    /** @var string empty: the address has none */
    public $code;

    public function __construct(string $address)
    {
        $parts = explode('?', $address, 2);
        parse_str(isset($parts[1]) ? $parts[1] : '', $query);
        $this->code = isset($query['pair']) && is_string($query['pair']) ? $query['pair'] : '';
        $this->url = $this->code === '' ? $address : rtrim($parts[0], '/');
    }
}
