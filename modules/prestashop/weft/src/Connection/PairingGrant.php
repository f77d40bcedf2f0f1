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
        $this->permissions = PermissionBound::within($permissions);
    }

    /**
     * Null when the answer lacks something, or names another address than the one that was asked: only the merchant
     * says where the shop's events and key go. Whether address and secret can be saved is not checked here.
     */
    public static function fromJson(string $body, string $askedUrl): ?self
    {
        $given = json_decode($body, true);
        $isWhole = is_array($given)
            && isset($given['secret'], $given['webhookUrl'], $given['permissions'])
            && is_string($given['secret'])
            && is_string($given['webhookUrl'])
            && is_array($given['permissions'])
            && $given['secret'] !== ''
            && rtrim($given['webhookUrl'], '/') === $askedUrl;

        return $isWhole ? new self($given['webhookUrl'], $given['secret'], $given['permissions']) : null;
    }
}
