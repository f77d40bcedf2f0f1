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

namespace PrestaShop\Module\Weft\Api;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The answer to one call.
 *
 * @immutable
 */
class ApiResponse
{
    /** @var int HTTP status */
    public $status;

    /** @var string JSON */
    public $body;

    /** @var string|null the secret the answer is signed with; null for an answer that goes out unsigned */
    public $signedBy;

    /**
     * @param array<string, mixed> $body
     */
    public function __construct(int $status, array $body, ?string $signedBy)
    {
        $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE;
        $this->status = $status;
        $this->body = (string) json_encode($body, $flags);
        $this->signedBy = $signedBy;
    }
}
