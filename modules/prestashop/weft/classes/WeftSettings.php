<?php
/**
 * What the merchant pasted, and the token of the cron address. One set for the whole installation.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftSettings
{
    const URL = 'WEFT_WEBHOOK_URL';
    const SECRET = 'WEFT_WEBHOOK_SECRET';
    const CRON_TOKEN = 'WEFT_CRON_TOKEN';
    const SHORTEST_SECRET = 16;

    public static function url()
    {
        return (string) Configuration::getGlobalValue(self::URL);
    }

    public static function secret()
    {
        return (string) Configuration::getGlobalValue(self::SECRET);
    }

    public static function cronToken()
    {
        return (string) Configuration::getGlobalValue(self::CRON_TOKEN);
    }

    public static function isComplete()
    {
        return self::url() !== '' && self::secret() !== '';
    }

    /**
     * Why these values cannot be saved, as a sentence; null when they can. An empty secret keeps the
     * one that is stored.
     */
    public static function refuse($url, $secret)
    {
        if (!self::isAllowedUrl($url)) {
            return 'Copy the webhook URL from Weft: an address that begins with https://.';
        }
        if ($secret === '' && self::secret() === '') {
            return 'Copy the webhook secret from Weft.';
        }
        if ($secret !== '' && (strlen($secret) < self::SHORTEST_SECRET || preg_match('/\s/', $secret))) {
            return 'The webhook secret is incomplete. Copy all of it from Weft.';
        }

        return null;
    }

    public static function save($url, $secret)
    {
        Configuration::updateGlobalValue(self::URL, $url);
        if ($secret !== '') {
            Configuration::updateGlobalValue(self::SECRET, $secret);
        }
    }

    public static function createCronToken()
    {
        Configuration::updateGlobalValue(self::CRON_TOKEN, bin2hex(random_bytes(20)));
    }

    public static function delete()
    {
        return Configuration::deleteByName(self::URL)
            && Configuration::deleteByName(self::SECRET)
            && Configuration::deleteByName(self::CRON_TOKEN);
    }

    /**
     * https anywhere; plain http only to this very machine, where a developer tries things out.
     */
    public static function isAllowedUrl($url)
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
