<?php
/**
 * The webservice key the module makes for Weft: one, with exactly the permissions Weft asked for when
 * it was paired. A key the merchant made by hand is none of its business.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftKey
{
    const WAIT_SECONDS = 10;

    /**
     * The key's text, made if need be, active, permitted and good for every shop. Asked again, it is
     * the same key.
     */
    public static function ensure(): string
    {
        return WeftDb::exclusively('key', self::WAIT_SECONDS, function () {
            $key = self::find();
            if ($key === null) {
                $key = self::create();
            }
            self::permit($key);

            return $key->key;
        });
    }

    /**
     * Gives the key what it lacks. Refused with key_missing when the module made none.
     */
    public static function repair()
    {
        $key = self::find();
        if ($key === null) {
            throw new WeftRefusal('key_missing');
        }
        self::permit($key);
    }

    public static function switchWebserviceOn()
    {
        Configuration::updateGlobalValue('PS_WEBSERVICE', 1);
    }

    /**
     * ['isMade' => bool, 'isActive' => bool, 'missing' => ["orders: POST"]]
     */
    public static function state(): array
    {
        $key = self::find();
        if ($key === null) {
            return ['isMade' => false, 'isActive' => false, 'missing' => []];
        }

        return ['isMade' => true, 'isActive' => (bool) $key->active, 'missing' => self::missing($key)];
    }

    /**
     * Whether a request that came with this key came from Weft.
     */
    public static function isOwn(string $text): bool
    {
        $key = $text === '' ? null : self::find();

        return $key !== null && hash_equals((string) $key->key, $text);
    }

    public static function delete(): bool
    {
        $key = self::find();

        return $key === null || $key->delete();
    }

    private static function find()
    {
        $id = WeftSettings::keyId();
        $key = $id > 0 ? new WebserviceKey($id) : null;

        return $key !== null && Validate::isLoadedObject($key) ? $key : null;
    }

    private static function create(): WebserviceKey
    {
        $key = new WebserviceKey();
        $key->key = Tools::strtoupper(bin2hex(random_bytes(16)));
        $key->description = 'Weft';
        $key->active = true;
        if (!$key->add()) {
            throw new RuntimeException('PrestaShop did not store the webservice key');
        }
        WeftSettings::saveKeyId((int) $key->id);

        return $key;
    }

    private static function permit(WebserviceKey $key)
    {
        if (self::wanted() === []) {
            throw new RuntimeException('Weft has not said which permissions the webservice key needs');
        }
        $isActive = (bool) $key->active;
        $key->active = true;
        if (!$isActive && !$key->update()) {
            throw new RuntimeException('PrestaShop did not switch the webservice key on');
        }
        if (self::missing($key) !== []) {
            self::grantWanted($key);
        }
        $key->associateTo(Shop::getShops(false, null, true));
    }

    /**
     * PrestaShop takes all permissions away before it gives new ones: nobody may see what is between.
     */
    private static function grantWanted(WebserviceKey $key)
    {
        $wanted = array_map(function ($methods) {
            return array_fill_keys($methods, 'on');
        }, self::wanted());
        WeftDb::atomically(function () use ($key, $wanted) {
            if (!WebserviceKey::setPermissionForAccount($key->id, $wanted)) {
                throw new RuntimeException('PrestaShop did not store the permissions of the webservice key');
            }
        });
    }

    private static function missing(WebserviceKey $key): array
    {
        $granted = WebserviceKey::getPermissionForAccount($key->key);
        $missing = [];
        foreach (self::wanted() as $resource => $methods) {
            $has = isset($granted[$resource]) ? $granted[$resource] : [];
            foreach (array_diff($methods, $has) as $method) {
                $missing[] = $resource . ': ' . $method;
            }
        }

        return $missing;
    }

    /**
     * The permissions of the pairing in the words of this version of PrestaShop: without PATCH Weft
     * changes things by PUT.
     */
    private static function wanted(): array
    {
        $change = WeftShop::hasPatch() ? 'PATCH' : 'PUT';

        return array_map(function ($methods) use ($change) {
            return array_values(array_unique(str_replace('PATCH', $change, $methods)));
        }, WeftSettings::permissions());
    }
}
