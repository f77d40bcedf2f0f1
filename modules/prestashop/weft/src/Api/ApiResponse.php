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

use PrestaShop\Module\Weft\Connection\Signer;

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

    /**
     * The answer where something was printed before it and the host sent that at once: no header can
     * follow, so those of the signature are lines in front of the body.
     */
    public function withoutHeaders(int $timeSeconds): string
    {
        if ($this->signedBy === null) {
            return "\n" . $this->body;
        }
        $lines = preg_grep('/^X-Weft-/', Signer::headers($this->signedBy, $this->body, $timeSeconds));

        return "\n" . implode("\n", $lines) . "\n\n" . $this->body;
    }
}
