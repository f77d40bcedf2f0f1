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

use PrestaShop\Module\Weft\Connection\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The call `rotate`.
 */
class SecretRotation
{
    private const SHORTEST_SECRET = 32;

    /** @var Settings */
    private $settings;

    public function __construct(Settings $settings)
    {
        $this->settings = $settings;
    }

    /**
     * @param array<string, mixed> $with
     *
     * @return array{done: bool}
     *
     * @throws Refusal "secret_weak" or "secret_replaced"
     */
    public function rotate(array $with, string $signedBy): array
    {
        $secret = isset($with['secret']) && is_string($with['secret']) ? $with['secret'] : '';
        if (strlen($secret) < self::SHORTEST_SECRET || preg_match('/\s/', $secret)) {
            throw new Refusal('secret_weak', ['shortest' => self::SHORTEST_SECRET]);
        }
        $this->settings->rotate($secret, $signedBy, time());

        return ['done' => true];
    }
}
