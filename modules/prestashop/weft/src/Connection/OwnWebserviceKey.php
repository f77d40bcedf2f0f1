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
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Store;
use RuntimeException;
use Tools;
use Validate;
use WebserviceKey;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The webservice key the module makes for Weft, with exactly the permissions Weft asked for when it was paired, for the
 * paired shop alone. While it is replaced there are two. A key the merchant made by hand is never touched.
 */
class OwnWebserviceKey
{
    private const WAIT_SECONDS = 10;

    /** @var Settings */
    private $settings;

    /** @var Database */
    private $database;

    /** @var Store */
    private $store;

    public function __construct(Settings $settings, Database $database, Store $store)
    {
        $this->settings = $settings;
        $this->database = $database;
        $this->store = $store;
    }

    /**
     * The key's text, made if need be, active and permitted. Asked again, it is the same key.
     */
    public function ensure(): string
    {
        return $this->ensureKey([$this->settings, 'keyId'], [$this->settings, 'saveKeyId']);
    }

    /**
     * The text of the key that is to replace the one in use, which stays as it is. Asked again, it is the same key.
     */
    public function ensureNext(): string
    {
        return $this->ensureKey([$this->settings, 'nextKeyId'], [$this->settings, 'saveNextKeyId']);
    }

    /**
     * Weft works with the next key from now on.
     */
    public function useNext(int $nowSeconds): void
    {
        $this->database->exclusively('key', self::WAIT_SECONDS, function () use ($nowSeconds): void {
            // Of two who pressed the button at once the second finds it done.
            if ($this->settings->nextKeyId() > 0) {
                $this->deleteOld();
                $this->settings->useNextKey($nowSeconds);
            }
        });
    }

    /**
     * Weft refused the next key and goes on with the one in use.
     */
    public function dropNext(): void
    {
        $key = $this->find($this->settings->nextKeyId());
        if ($key === null || $key->delete()) {
            $this->settings->saveNextKeyId(0);
        }
    }

    /**
     * Deletes the key that was replaced, once what began with it has ended.
     */
    public function dropOld(int $nowSeconds): void
    {
        if ($this->settings->isOldKeyOver($nowSeconds)) {
            $this->deleteOld();
        }
    }

    /**
     * Gives the key what it lacks.
     *
     * @throws Refusal "key_missing" when the module made none
     */
    public function repair(): void
    {
        $key = $this->find($this->settings->keyId());
        if ($key === null) {
            throw new Refusal('key_missing');
        }
        $this->permit($key);
    }

    public function switchWebserviceOn(): void
    {
        Configuration::updateGlobalValue('PS_WEBSERVICE', 1);
    }

    /**
     * @return array{isMade: bool, isActive: bool, missing: string[]} missing: "orders: POST"
     */
    public function state(): array
    {
        $key = $this->find($this->settings->keyId());
        if ($key === null) {
            return ['isMade' => false, 'isActive' => false, 'missing' => []];
        }

        return ['isMade' => true, 'isActive' => (bool) $key->active, 'missing' => $this->missing($key)];
    }

    /**
     * Whether a request that came with this key came from Weft.
     */
    public function isOwn(string $text): bool
    {
        foreach ($text === '' ? [] : $this->all() as $key) {
            if (hash_equals((string) $key->key, $text)) {
                return true;
            }
        }

        return false;
    }

    public function delete(): bool
    {
        $isDeleted = true;
        foreach ($this->all() as $key) {
            $isDeleted = $key->delete() && $isDeleted;
        }

        return $isDeleted;
    }

    private function ensureKey(callable $readId, callable $keepId): string
    {
        return $this->database->exclusively('key', self::WAIT_SECONDS, function () use ($readId, $keepId): string {
            $key = $this->find($readId());
            if ($key === null) {
                $key = $this->create();
                $keepId((int) $key->id);
            }
            $this->permit($key);

            return (string) $key->key;
        });
    }

    /**
     * @return WebserviceKey[] the one in use, and those before and after it that are there
     */
    private function all(): array
    {
        $ids = [$this->settings->keyId(), $this->settings->nextKeyId(), $this->settings->oldKeyId()];

        return array_values(array_filter(array_map([$this, 'find'], $ids)));
    }

    private function deleteOld(): void
    {
        $key = $this->find($this->settings->oldKeyId());
        if ($key === null || $key->delete()) {
            $this->settings->forgetOldKey();
        }
    }

    private function find(int $id): ?WebserviceKey
    {
        $key = $id > 0 ? new WebserviceKey($id) : null;

        return $key !== null && Validate::isLoadedObject($key) ? $key : null;
    }

    private function create(): WebserviceKey
    {
        $key = new WebserviceKey();
        $key->key = Tools::strtoupper(bin2hex(random_bytes(16)));
        $key->description = 'Weft';
        $key->active = true;
        if (!$key->add()) {
            throw new RuntimeException('PrestaShop did not store the webservice key');
        }

        return $key;
    }

    private function permit(WebserviceKey $key): void
    {
        if ($this->wanted() === []) {
            throw new RuntimeException('Weft has not said which permissions the webservice key needs');
        }
        $isActive = (bool) $key->active;
        $key->active = true;
        if (!$isActive && !$key->update()) {
            throw new RuntimeException('PrestaShop did not switch the webservice key on');
        }
        if ($this->missing($key) !== [] || $this->hasMore($key)) {
            $this->grantWanted($key);
        }
        $this->limitToServedShop($key);
    }

    /**
     * Of several shops only the paired one is read and changed with it: by its own address PrestaShop asks for no more.
     */
    private function limitToServedShop(WebserviceKey $key): void
    {
        $shopId = $this->settings->shopId() ?: $this->store->shopId();
        $key->associateTo([$shopId]);
        $this->database->run('DELETE FROM `' . _DB_PREFIX_ . 'webservice_account_shop` WHERE id_webservice_account = '
            . (int) $key->id . ' AND id_shop <> ' . (int) $shopId);
    }

    /**
     * In a transaction: PrestaShop takes all permissions away before it gives new ones.
     */
    private function grantWanted(WebserviceKey $key): void
    {
        $wanted = array_map(function (array $methods): array {
            return array_fill_keys($methods, 'on');
        }, $this->wanted());
        $this->database->atomically(function () use ($key, $wanted): void {
            if (!WebserviceKey::setPermissionForAccount($key->id, $wanted)) {
                throw new RuntimeException('PrestaShop did not store the permissions of the webservice key');
            }
        });
    }

    /**
     * @return string[] "orders: POST"
     */
    private function missing(WebserviceKey $key): array
    {
        $granted = WebserviceKey::getPermissionForAccount($key->key);
        $missing = [];
        foreach ($this->wanted() as $resource => $methods) {
            $has = isset($granted[$resource]) ? $granted[$resource] : [];
            foreach (array_diff($methods, $has) as $method) {
                $missing[] = $resource . ': ' . $method;
            }
        }

        return $missing;
    }

    /**
     * Whether the key allows what is not wanted, as one that an earlier version made may.
     */
    private function hasMore(WebserviceKey $key): bool
    {
        $wanted = $this->wanted();
        foreach (WebserviceKey::getPermissionForAccount($key->key) as $resource => $methods) {
            if (array_diff($methods, isset($wanted[$resource]) ? $wanted[$resource] : []) !== []) {
                return true;
            }
        }

        return false;
    }

    /**
     * The permissions of the pairing for this version of PrestaShop: without PATCH Weft uses PUT.
     *
     * @return array<string, string[]> resource => methods
     */
    private function wanted(): array
    {
        $change = $this->store->hasPatch() ? 'PATCH' : 'PUT';

        return array_map(function (array $methods) use ($change): array {
            return array_values(array_unique(str_replace('PATCH', $change, $methods)));
        }, $this->settings->permissions());
    }
}
