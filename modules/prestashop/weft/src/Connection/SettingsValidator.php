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

use PrestaShop\Module\Weft\Support\Translator;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Says whether an address and a secret can be saved.
 */
class SettingsValidator
{
    private const SHORTEST_SECRET = 16;

    /** @var Settings */
    private $settings;

    /** @var Translator */
    private $translator;

    public function __construct(Settings $settings, Translator $translator)
    {
        $this->settings = $settings;
        $this->translator = $translator;
    }

    /**
     * An empty secret keeps the stored one.
     *
     * @return string|null a sentence for the merchant; null when both can be saved
     */
    public function findFault(string $url, string $secret): ?string
    {
        if (!self::isAllowedUrl($url)) {
            return $this->translator->trans(
                'Copy the webhook URL from Weft: an address that begins with https://.',
                [],
                'Modules.Weft.Admin'
            );
        }
        if ($secret === '' && $this->settings->secret() === '') {
            return $this->translator->trans('Copy the webhook secret from Weft.', [], 'Modules.Weft.Admin');
        }
        if ($secret !== '' && (strlen($secret) < self::SHORTEST_SECRET || preg_match('/\s/', $secret))) {
            return $this->translator->trans(
                'The webhook secret is incomplete. Copy all of it from Weft.',
                [],
                'Modules.Weft.Admin'
            );
        }

        return null;
    }

    /**
     * https anywhere; plain http only to this machine, for development.
     */
    public static function isAllowedUrl(string $url): bool
    {
        $parts = parse_url($url);
        if (!is_array($parts) || empty($parts['scheme']) || empty($parts['host']) || isset($parts['user'])) {
            return false;
        }
        $scheme = strtolower($parts['scheme']);
        if ($scheme === 'http') {
            return (bool) preg_match('/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i', $parts['host']);
        }

        return $scheme === 'https';
    }
}
