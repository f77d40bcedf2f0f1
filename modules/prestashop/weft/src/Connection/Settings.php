<?php
/**
 * What the module remembers of its pairing with Weft, and the token of the cron address. One set for
 * the whole installation.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftSettings
{
    const URL = 'WEFT_WEBHOOK_URL';
    const SECRET = 'WEFT_WEBHOOK_SECRET';
    const OLD_SECRET = 'WEFT_OLD_SECRET';
    const OLD_SECRET_UNTIL = 'WEFT_OLD_SECRET_UNTIL';
    const CRON_TOKEN = 'WEFT_CRON_TOKEN';
    const INSTALL_ID = 'WEFT_INSTALL_ID';
    const PERMISSIONS = 'WEFT_PERMISSIONS';
    const KEY_ID = 'WEFT_KEY_ID';
    const HANDED_OVER_AT = 'WEFT_HANDED_OVER_AT';
    const SHORTEST_SECRET = 16;
    /** After a rotation the secret before it is accepted for as long as this. */
    const OLD_SECRET_SECONDS = 86400;

    public static function url(): string
    {
        return self::read(self::URL);
    }

    public static function secret(): string
    {
        return self::read(self::SECRET);
    }

    /**
     * Every secret a call may be signed by now, the current one first; empty while not paired.
     */
    public static function secrets(int $nowSeconds): array
    {
        $old = $nowSeconds < (int) self::read(self::OLD_SECRET_UNTIL) ? self::read(self::OLD_SECRET) : '';

        return self::secret() === '' ? [] : array_values(array_filter([self::secret(), $old], 'strlen'));
    }

    /**
     * Takes a new secret; the one its caller signed by is good for a day more. May be repeated. Throws
     * WeftRefusal("secret_replaced") when the caller knows no more than the secret before, which may have
     * been replaced because somebody else knows it.
     */
    public static function rotate(string $secret, string $signedBy, int $nowSeconds)
    {
        if ($secret === self::secret()) {
            return;
        }
        if ($signedBy !== self::secret()) {
            throw new WeftRefusal('secret_replaced');
        }
        Configuration::updateGlobalValue(self::OLD_SECRET, $signedBy);
        Configuration::updateGlobalValue(self::OLD_SECRET_UNTIL, $nowSeconds + self::OLD_SECRET_SECONDS);
        Configuration::updateGlobalValue(self::SECRET, $secret);
    }

    public static function cronToken(): string
    {
        return self::read(self::CRON_TOKEN);
    }

    /**
     * Tells this installation from every other: 32 hex digits.
     */
    public static function installId(): string
    {
        if (self::read(self::INSTALL_ID) === '') {
            Configuration::updateGlobalValue(self::INSTALL_ID, bin2hex(random_bytes(16)));
        }

        return self::read(self::INSTALL_ID);
    }

    public static function isComplete(): bool
    {
        return self::url() !== '' && self::secret() !== '';
    }

    /**
     * What Weft needs of the webservice: resource => list of methods; empty while not paired by a code.
     */
    public static function permissions(): array
    {
        $stored = json_decode(self::read(self::PERMISSIONS), true);

        return is_array($stored) ? $stored : [];
    }

    /**
     * Row of the webservice key that the module made; 0: it made none.
     */
    public static function keyId(): int
    {
        return (int) self::read(self::KEY_ID);
    }

    public static function saveKeyId(int $id)
    {
        Configuration::updateGlobalValue(self::KEY_ID, $id);
    }

    /**
     * Epoch seconds of the moment Weft took the key; 0: it has not.
     */
    public static function handedOverAt(): int
    {
        return (int) self::read(self::HANDED_OVER_AT);
    }

    public static function saveHandedOverAt(int $nowSeconds)
    {
        Configuration::updateGlobalValue(self::HANDED_OVER_AT, $nowSeconds);
    }

    /**
     * Why these values cannot be saved, as a sentence; null when they can. An empty secret keeps the
     * one that is stored.
     */
    public static function refuse(string $url, string $secret)
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

    /**
     * Values that refuse() found good. A secret the merchant pasted is trusted from this moment, the
     * one before it no longer.
     */
    public static function save(string $url, string $secret)
    {
        if ($url !== self::url()) {
            self::forgetAll([self::HANDED_OVER_AT]);
        }
        Configuration::updateGlobalValue(self::URL, $url);
        if ($secret !== '') {
            self::forgetAll([self::OLD_SECRET, self::OLD_SECRET_UNTIL]);
            Configuration::updateGlobalValue(self::SECRET, $secret);
        }
    }

    public static function savePermissions(array $permissions)
    {
        Configuration::updateGlobalValue(self::PERMISSIONS, json_encode($permissions));
    }

    public static function createCronToken()
    {
        Configuration::updateGlobalValue(self::CRON_TOKEN, bin2hex(random_bytes(20)));
    }

    public static function delete(): bool
    {
        return self::forgetAll([
            self::URL,
            self::SECRET,
            self::OLD_SECRET,
            self::OLD_SECRET_UNTIL,
            self::CRON_TOKEN,
            self::INSTALL_ID,
            self::PERMISSIONS,
            self::KEY_ID,
            self::HANDED_OVER_AT,
        ]);
    }

    /**
     * https anywhere; plain http only to this very machine, where a developer tries things out.
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

    private static function read(string $name): string
    {
        return (string) Configuration::getGlobalValue($name);
    }

    private static function forgetAll(array $names): bool
    {
        $isForgotten = true;
        foreach ($names as $name) {
            $isForgotten = Configuration::deleteByName($name) && $isForgotten;
        }

        return $isForgotten;
    }
}
