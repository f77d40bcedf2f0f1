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

use Configuration;
use PrestaShop\Module\Weft\Api\Refusal;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * What the module remembers of its pairing with Weft, and the token of the cron address. One set for the whole
 * installation.
 */
class Settings
{
    public const URL = 'WEFT_WEBHOOK_URL';
    public const SECRET = 'WEFT_WEBHOOK_SECRET';
    private const OLD_SECRET = 'WEFT_OLD_SECRET';
    private const OLD_SECRET_UNTIL = 'WEFT_OLD_SECRET_UNTIL';
    private const CRON_TOKEN = 'WEFT_CRON_TOKEN';
    private const INSTALL_ID = 'WEFT_INSTALL_ID';
    private const PERMISSIONS = 'WEFT_PERMISSIONS';
    private const KEY_ID = 'WEFT_KEY_ID';
    private const NEXT_KEY_ID = 'WEFT_NEXT_KEY_ID';
    private const OLD_KEY_ID = 'WEFT_OLD_KEY_ID';
    private const OLD_KEY_UNTIL = 'WEFT_OLD_KEY_UNTIL';
    private const SHOP_ID = 'WEFT_SHOP_ID';
    private const HANDED_OVER_AT = 'WEFT_HANDED_OVER_AT';
    private const ADMIN_FOLDER = 'WEFT_ADMIN_FOLDER';
    /** After a rotation the previous secret is accepted for so long. */
    private const OLD_SECRET_SECONDS = 86400;
    /** What Weft began with the previous key has ended by then. */
    private const OLD_KEY_SECONDS = 3600;

    public function url(): string
    {
        return $this->read(self::URL);
    }

    public function secret(): string
    {
        return $this->read(self::SECRET);
    }

    /**
     * Every secret a call may be signed by now, the current one first.
     *
     * @return string[] empty while not paired
     */
    public function secrets(int $nowSeconds): array
    {
        $old = $nowSeconds < (int) $this->read(self::OLD_SECRET_UNTIL) ? $this->read(self::OLD_SECRET) : '';

        return $this->secret() === '' ? [] : array_values(array_filter([$this->secret(), $old], 'strlen'));
    }

    /**
     * Takes a new secret and accepts the one its caller signed by for a day more. May be repeated.
     *
     * @throws Refusal "secret_replaced" when the caller knows the previous secret only, which may have been replaced
     *                 because somebody else knows it
     */
    public function rotate(string $secret, string $signedBy, int $nowSeconds): void
    {
        if ($secret === $this->secret()) {
            return;
        }
        if ($signedBy !== $this->secret()) {
            throw new Refusal('secret_replaced');
        }
        Configuration::updateGlobalValue(self::OLD_SECRET, $signedBy);
        Configuration::updateGlobalValue(self::OLD_SECRET_UNTIL, $nowSeconds + self::OLD_SECRET_SECONDS);
        Configuration::updateGlobalValue(self::SECRET, $secret);
    }

    public function cronToken(): string
    {
        return $this->read(self::CRON_TOKEN);
    }

    /**
     * Identifies this installation: 32 hex digits, made at the first call.
     */
    public function installId(): string
    {
        if ($this->read(self::INSTALL_ID) === '') {
            Configuration::updateGlobalValue(self::INSTALL_ID, bin2hex(random_bytes(16)));
        }

        return $this->read(self::INSTALL_ID);
    }

    public function isComplete(): bool
    {
        return $this->url() !== '' && $this->secret() !== '';
    }

    /**
     * The permissions of the webservice Weft asked for when it was paired.
     *
     * @return array<string, string[]> resource => methods; empty while not paired by a code
     */
    public function permissions(): array
    {
        $stored = json_decode($this->read(self::PERMISSIONS), true);

        return PermissionBound::within(is_array($stored) ? $stored : []);
    }

    /**
     * Row of the webservice key the module made; 0: it made none.
     */
    public function keyId(): int
    {
        return (int) $this->read(self::KEY_ID);
    }

    public function saveKeyId(int $id): void
    {
        Configuration::updateGlobalValue(self::KEY_ID, $id);
    }

    /**
     * Row of the key that is to replace the one in use; 0: none is.
     */
    public function nextKeyId(): int
    {
        return $this->readOtherKeyId(self::NEXT_KEY_ID);
    }

    public function saveNextKeyId(int $id): void
    {
        Configuration::updateGlobalValue(self::NEXT_KEY_ID, $id);
    }

    /**
     * Row of the key that was in use before; 0: none is left.
     */
    public function oldKeyId(): int
    {
        return $this->readOtherKeyId(self::OLD_KEY_ID);
    }

    /**
     * Whether the key that was in use before has had its time.
     */
    public function isOldKeyOver(int $nowSeconds): bool
    {
        return $this->oldKeyId() > 0 && $nowSeconds >= (int) $this->read(self::OLD_KEY_UNTIL);
    }

    /**
     * Weft took the next key: it is the one in use, and the one before stays good for a while.
     */
    public function useNextKey(int $nowSeconds): void
    {
        Configuration::updateGlobalValue(self::OLD_KEY_ID, $this->keyId());
        Configuration::updateGlobalValue(self::OLD_KEY_UNTIL, $nowSeconds + self::OLD_KEY_SECONDS);
        $this->saveKeyId($this->nextKeyId());
        $this->saveNextKeyId(0);
    }

    public function forgetOldKey(): void
    {
        $this->forgetAll([self::OLD_KEY_ID, self::OLD_KEY_UNTIL]);
    }

    /**
     * The shop of several that is paired; 0: a version before 0.3 paired it.
     */
    public function shopId(): int
    {
        return (int) $this->read(self::SHOP_ID);
    }

    public function saveShopId(int $id): void
    {
        Configuration::updateGlobalValue(self::SHOP_ID, $id);
    }

    /**
     * Epoch seconds of the moment Weft took the key; 0: it has not.
     */
    public function handedOverAt(): int
    {
        return (int) $this->read(self::HANDED_OVER_AT);
    }

    public function saveHandedOverAt(int $nowSeconds): void
    {
        Configuration::updateGlobalValue(self::HANDED_OVER_AT, $nowSeconds);
    }

    /**
     * Name of the folder of the back office, as it was last seen; "": it was not.
     */
    public function adminFolder(): string
    {
        return $this->read(self::ADMIN_FOLDER);
    }

    public function saveAdminFolder(string $name): void
    {
        if ($name !== $this->adminFolder()) {
            Configuration::updateGlobalValue(self::ADMIN_FOLDER, $name);
        }
    }

    /**
     * Saves an address and a secret that SettingsValidator accepted. An empty secret keeps the stored one. A pasted
     * secret replaces the previous one at once. Another address begins anew: it gets no key that was made before.
     */
    public function save(string $url, string $secret): void
    {
        if ($url !== $this->url()) {
            $this->forgetAll([self::HANDED_OVER_AT, self::PERMISSIONS, self::KEY_ID, self::NEXT_KEY_ID]);
            $this->forgetOldKey();
        }
        Configuration::updateGlobalValue(self::URL, $url);
        if ($secret !== '') {
            $this->forgetAll([self::OLD_SECRET, self::OLD_SECRET_UNTIL]);
            Configuration::updateGlobalValue(self::SECRET, $secret);
        }
    }

    /**
     * @param array<string, string[]> $permissions resource => methods
     */
    public function savePermissions(array $permissions): void
    {
        Configuration::updateGlobalValue(self::PERMISSIONS, json_encode($permissions));
    }

    public function createCronToken(): void
    {
        Configuration::updateGlobalValue(self::CRON_TOKEN, bin2hex(random_bytes(20)));
    }

    /**
     * What other requests wrote since this one began is seen from now on.
     */
    public function readAgain(): void
    {
        Configuration::loadConfiguration();
    }

    public function delete(): bool
    {
        return $this->forgetPairing()
            && $this->forgetAll([self::CRON_TOKEN, self::INSTALL_ID, self::ADMIN_FOLDER]);
    }

    /**
     * Whatever belongs to the connection in Weft.
     */
    public function forgetPairing(): bool
    {
        return $this->forgetAll([
            self::URL,
            self::SECRET,
            self::OLD_SECRET,
            self::OLD_SECRET_UNTIL,
            self::PERMISSIONS,
            self::KEY_ID,
            self::NEXT_KEY_ID,
            self::OLD_KEY_ID,
            self::OLD_KEY_UNTIL,
            self::HANDED_OVER_AT,
            self::SHOP_ID,
        ]);
    }

    /**
     * A key beside the one in use; where the change from one to the other broke off, it may be named twice.
     */
    private function readOtherKeyId(string $name): int
    {
        $id = (int) $this->read($name);

        return $id === $this->keyId() ? 0 : $id;
    }

    private function read(string $name): string
    {
        return (string) Configuration::getGlobalValue($name);
    }

    /**
     * @param string[] $names
     */
    private function forgetAll(array $names): bool
    {
        $isForgotten = true;
        foreach ($names as $name) {
            $isForgotten = Configuration::deleteByName($name) && $isForgotten;
        }

        return $isForgotten;
    }
}
