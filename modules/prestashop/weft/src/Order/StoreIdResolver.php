<?php
/**
 * Where an order goes, what carries it and what it becomes: ids of the shop for the words of a draft.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderPlace
{
    /**
     * Throws WeftRefusal: currency_missing, country_missing, country_inactive, carrier_missing,
     * carrier_zone or state_missing.
     *
     * @return array currency (code), currencyId, countryId, stateId (0: none), zoneId, carrierId,
     *               orderStateId, isPaid and isLogable (of that state), languageId, groupId, shopId
     */
    public static function read(array $draft): array
    {
        $shopId = (int) Context::getContext()->shop->id;
        $country = self::readCountry($draft['address']);
        $state = self::findState($country, $draft['address']['state']);
        $zoneId = $state !== null && (int) $state['id_zone'] > 0 ? (int) $state['id_zone'] : (int) $country->id_zone;
        $orderState = self::readOrderState($draft['stateId']);

        return [
            'currency' => $draft['currency'],
            'currencyId' => self::readCurrency($draft['currency'], $shopId),
            'countryId' => (int) $country->id,
            'stateId' => $state !== null ? (int) $state['id_state'] : 0,
            'zoneId' => $zoneId,
            'carrierId' => self::readCarrier($draft, $zoneId, $shopId),
            'orderStateId' => (int) $orderState->id,
            'isPaid' => (bool) $orderState->paid,
            'isLogable' => (bool) $orderState->logable,
            'languageId' => (int) Configuration::get('PS_LANG_DEFAULT'),
            'groupId' => (int) Configuration::get('PS_GUEST_GROUP'),
            'shopId' => $shopId,
        ];
    }

    private static function readCurrency(string $code, int $shopId): int
    {
        $id = preg_match('/^[A-Z]{3}$/', $code) ? (int) Currency::getIdByIsoCode($code, $shopId) : 0;
        $currency = new Currency($id);
        if ($id === 0 || !Validate::isLoadedObject($currency) || !$currency->active || $currency->deleted) {
            throw new WeftRefusal('currency_missing', ['currency' => $code]);
        }

        return $id;
    }

    private static function readCountry(array $address): Country
    {
        $code = $address['country'];
        $id = preg_match('/^[A-Z]{2}$/', $code) ? (int) Country::getByIso($code) : 0;
        $country = new Country($id);
        if ($id === 0 || !Validate::isLoadedObject($country)) {
            throw new WeftRefusal('country_missing', ['country' => $code]);
        }
        if (!$country->active) {
            throw new WeftRefusal('country_inactive', ['country' => $code]);
        }

        return $country;
    }

    /**
     * By code or name; null where the country has none or the name is unknown.
     */
    private static function findState(Country $country, string $wanted)
    {
        if (!$country->contains_states || $wanted === '') {
            return null;
        }
        $wanted = mb_strtolower($wanted, 'UTF-8');
        foreach (State::getStatesByIdCountry((int) $country->id) as $state) {
            $names = [mb_strtolower($state['iso_code'], 'UTF-8'), mb_strtolower($state['name'], 'UTF-8')];
            if (in_array($wanted, $names, true)) {
                return $state;
            }
        }

        return null;
    }

    /**
     * The preferred carrier as it is today (an edit gives it a new id under the same reference).
     * Without a preference a free one, then any, of those that go there.
     */
    private static function readCarrier(array $draft, int $zoneId, int $shopId): int
    {
        $reference = $draft['carrierReference'];
        $carriers = array_filter(self::activeCarriers($zoneId, $shopId), function ($row) use ($reference) {
            return $reference === '' || (string) $row['id_reference'] === $reference;
        });
        if ($carriers === []) {
            throw new WeftRefusal('carrier_missing', ['reference' => $reference]);
        }
        foreach ($carriers as $row) {
            if ((int) $row['goes_there'] > 0) {
                return (int) $row['id_carrier'];
            }
        }
        throw new WeftRefusal('carrier_zone', ['country' => $draft['address']['country']]);
    }

    private static function activeCarriers(int $zoneId, int $shopId): array
    {
        return WeftDb::rows(
            'SELECT c.`id_carrier`, c.`id_reference`, (SELECT COUNT(*) FROM `' . _DB_PREFIX_ . 'carrier_zone` z'
            . ' WHERE z.`id_carrier` = c.`id_carrier` AND z.`id_zone` = ' . $zoneId . ') AS goes_there'
            . ' FROM `' . _DB_PREFIX_ . 'carrier` c'
            . ' JOIN `' . _DB_PREFIX_ . 'carrier_shop` s ON s.`id_carrier` = c.`id_carrier`'
            . ' WHERE c.`active` = 1 AND c.`deleted` = 0 AND s.`id_shop` = ' . $shopId
            . ' ORDER BY c.`is_module`, c.`is_free` DESC, c.`id_carrier`'
        );
    }

    private static function readOrderState(string $wanted): OrderState
    {
        $id = $wanted !== '' ? (int) $wanted : (int) Configuration::get('PS_OS_WS_PAYMENT');
        $state = new OrderState($id);
        if (!Validate::isLoadedObject($state) || $state->deleted) {
            throw new WeftRefusal('state_missing', ['stateId' => (string) $id]);
        }

        return $state;
    }
}
