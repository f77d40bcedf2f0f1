<?php
/**
 * Turns the one address a merchant copies from Weft into a secret of their own, and hands the
 * webservice key over. Both may be done again: Weft gives the same answer to the same installation,
 * and the key stays the same.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftPairing
{
    const PAIR_MS = 10000;
    /** Weft looks into this shop before it answers. */
    const HAND_OVER_MS = 30000;
    const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

    /**
     * ['url' => the address without its code, 'code' => the code, '' when it has none]
     */
    public static function split(string $address): array
    {
        $parts = explode('?', $address, 2);
        parse_str(isset($parts[1]) ? $parts[1] : '', $query);
        $code = isset($query['pair']) && is_string($query['pair']) ? $query['pair'] : '';

        return ['url' => $code === '' ? $address : rtrim($parts[0], '/'), 'code' => $code];
    }

    /**
     * Pairs and keeps what came of it. Null when it worked, else a sentence for the merchant.
     */
    public static function pair(string $url, string $code)
    {
        if (!WeftSettings::isAllowedUrl($url)) {
            return 'Copy the address from Weft: it begins with https://.';
        }
        $body = self::encode(['code' => $code, 'installId' => WeftSettings::installId(), 'shop' => WeftShop::card()]);
        $answer = WeftHttp::post($url . '/pair', $body, ['Content-Type: application/json'], self::PAIR_MS);
        $given = $answer['status'] === 200 ? self::toGiven($answer['body']) : null;
        if ($given === null) {
            return self::explain(
                $answer,
                'Weft does not know this address any more. It is good for one hour and for one shop:'
                . ' copy a new one from Weft.'
            );
        }
        WeftSettings::save($given['url'], $given['secret']);
        WeftSettings::savePermissions($given['permissions']);

        return null;
    }

    /**
     * Makes the key if need be and gives it to Weft: ['isDone' => bool, 'text' => a sentence].
     */
    public static function handOver(): array
    {
        if (!WeftSettings::isComplete() || WeftSettings::permissions() === []) {
            return ['isDone' => false, 'text' => 'Paste the address from Weft and save it first.'];
        }
        $key = WeftKey::ensure();
        WeftKey::switchWebserviceOn();
        $now = (int) floor(microtime(true) * 1000);
        $body = self::encode(['type' => 'credentials', 'at' => $now, 'key' => $key, 'shop' => WeftShop::card()]);
        $headers = WeftSigner::headers(WeftSettings::secret(), $body, time());
        $answer = WeftHttp::post(WeftSettings::url() . '/credentials', $body, $headers, self::HAND_OVER_MS);
        $said = json_decode($answer['body'], true);
        if ($answer['status'] === 200 && !empty($said['connected'])) {
            WeftSettings::saveHandedOverAt(time());
            $name = isset($said['shopName']) ? (string) $said['shopName'] : '';

            return ['isDone' => true, 'text' => $name === '' ? 'Connected.' : 'Connected: Weft reads ' . $name . '.'];
        }

        return ['isDone' => false, 'text' => self::explain(
            $answer,
            'Weft refused the signature: pair this shop once more with a new address from Weft,'
            . ' and check the clock of this server.'
        )];
    }

    /**
     * Why it came to nothing, in Weft's own words where it has some.
     */
    private static function explain(array $answer, string $ifRefused): string
    {
        $said = json_decode($answer['body'], true);
        if ($answer['status'] === 0) {
            return 'Weft could not be reached (' . $answer['error'] . '). Try again in a minute.';
        }
        if ($answer['status'] === 401) {
            return $ifRefused;
        }
        if (isset($said['error']['text']) && is_string($said['error']['text']) && $said['error']['text'] !== '') {
            return $said['error']['text'];
        }

        return 'Weft gave an answer that makes no sense (status ' . $answer['status'] . ').'
            . ' Check the address, then try again in a minute.';
    }

    /**
     * What Weft gave, or null when it is not whole.
     */
    private static function toGiven(string $body)
    {
        $given = json_decode($body, true);
        $isWhole = is_array($given)
            && isset($given['secret'], $given['webhookUrl'], $given['permissions'])
            && is_string($given['secret'])
            && is_string($given['webhookUrl'])
            && is_array($given['permissions'])
            && WeftSettings::refuse($given['webhookUrl'], $given['secret']) === null
            && $given['secret'] !== '';
        if (!$isWhole) {
            return null;
        }
        $permissions = [];
        foreach ($given['permissions'] as $resource => $methods) {
            if (preg_match('/^[a-z_]+$/D', (string) $resource) && is_array($methods)) {
                $permissions[$resource] = array_values(array_intersect(self::METHODS, $methods));
            }
        }

        return ['url' => $given['webhookUrl'], 'secret' => $given['secret'], 'permissions' => $permissions];
    }

    private static function encode(array $body): string
    {
        return json_encode($body, JSON_UNESCAPED_SLASHES);
    }
}
