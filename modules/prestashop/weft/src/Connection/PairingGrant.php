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
 * What Weft answers to a pairing.
 *
 * @immutable
 */
class PairingGrant
{
    private const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

    /** @var string */
    public $url;

    /** @var string */
    public $secret;

    /** @var array<string, string[]> resource => methods */
    public $permissions;

    /**
     * @param array<string, mixed> $permissions
     */
    private function __construct(string $url, string $secret, array $permissions)
    {
        $this->url = $url;
        $this->secret = $secret;
        $this->permissions = [];
        foreach ($permissions as $resource => $methods) {
            if (preg_match('/^[a-z_]+$/D', (string) $resource) && is_array($methods)) {
                $this->permissions[$resource] = array_values(array_intersect(self::METHODS, $methods));
            }
        }
    }

    /**
     * Null when the answer lacks something. Whether its address and secret can be saved is not checked here.
     */
    public static function fromJson(string $body): ?self
    {
        $given = json_decode($body, true);
        $isWhole = is_array($given)
            && isset($given['secret'], $given['webhookUrl'], $given['permissions'])
            && is_string($given['secret'])
            && is_string($given['webhookUrl'])
            && is_array($given['permissions'])
            && $given['secret'] !== '';

        return $isWhole ? new self($given['webhookUrl'], $given['secret'], $given['permissions']) : null;
    }
}
