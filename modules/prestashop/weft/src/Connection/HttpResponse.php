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
 * What Weft answered to one request.
 *
 * @immutable
 */
class HttpResponse
{
    /** @var int HTTP status; 0: nobody answered */
    public $status;

    /** @var string why nobody answered */
    public $error;

    /** @var string */
    public $body;

    public function __construct(int $status, string $error, string $body)
    {
        $this->status = $status;
        $this->error = $error;
        $this->body = $body;
    }
}
