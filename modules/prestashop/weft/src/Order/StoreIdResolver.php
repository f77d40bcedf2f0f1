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

namespace PrestaShop\Module\Weft\Order;

use Configuration;
use Country;
use Currency;
use OrderState;
use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Support\Store;
use State;
use Validate;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Finds the ids of the shop for the codes of a draft.
 */
class StoreIdResolver
{
    /** @var Store */
    private $store;

    /** @var CarrierChooser */
    private $carriers;

    public function __construct(Store $store, CarrierChooser $carriers)
    {
        $this->store = $store;
        $this->carriers = $carriers;
    }

    /**
     * @throws Refusal "currency_missing", "country_missing", "country_inactive", "carrier_missing", "carrier_zone" or
     *                 "state_missing"
     */
    public function resolve(OrderDraft $draft): StoreIds
    {
        $shopId = $this->store->shopId();
        $country = $this->findCountry($draft->address->country);
        $province = $this->findProvince($country, $draft->address->province);
        $state = $this->findOrderState($draft->orderStateId);
        $currencyId = $this->findCurrency($draft->currency, $shopId);
        $provinceZoneId = $province === null ? 0 : (int) $province['id_zone'];
        $zoneId = $provinceZoneId > 0 ? $provinceZoneId : (int) $country->id_zone;

        return new StoreIds(
            $draft->currency,
            $currencyId,
            new OrderDestination(
                (int) $country->id,
                $province === null ? 0 : (int) $province['id_state'],
                $zoneId,
                $this->carriers->choose($draft, $zoneId, $shopId, $currencyId)
            ),
            new TargetState((int) $state->id, (bool) $state->paid, (bool) $state->logable),
            (int) Configuration::get('PS_LANG_DEFAULT'),
            (int) Configuration::get('PS_GUEST_GROUP'),
            $shopId
        );
    }

    private function findCurrency(string $code, int $shopId): int
    {
        $id = preg_match('/^[A-Z]{3}$/', $code) ? (int) Currency::getIdByIsoCode($code, $shopId) : 0;
        $currency = new Currency($id);
        if ($id === 0 || !Validate::isLoadedObject($currency) || !$currency->active || $currency->deleted) {
            throw new Refusal('currency_missing', ['currency' => $code]);
        }

        return $id;
    }

    private function findCountry(string $code): Country
    {
        $id = preg_match('/^[A-Z]{2}$/', $code) ? (int) Country::getByIso($code) : 0;
        $country = new Country($id);
        if ($id === 0 || !Validate::isLoadedObject($country)) {
            throw new Refusal('country_missing', ['country' => $code]);
        }
        if (!$country->active) {
            throw new Refusal('country_inactive', ['country' => $code]);
        }

        return $country;
    }

    /**
     * By code or name.
     *
     * @return array<string, mixed>|null null: the country has no provinces, or the name is unknown
     */
    private function findProvince(Country $country, string $wanted): ?array
    {
        if (!$country->contains_states || $wanted === '') {
            return null;
        }
        $wanted = mb_strtolower($wanted, 'UTF-8');
        foreach (State::getStatesByIdCountry((int) $country->id) as $province) {
            $names = [mb_strtolower($province['iso_code'], 'UTF-8'), mb_strtolower($province['name'], 'UTF-8')];
            if (in_array($wanted, $names, true)) {
                return $province;
            }
        }

        return null;
    }

    private function findOrderState(string $wanted): OrderState
    {
        $id = $wanted !== '' ? (int) $wanted : (int) Configuration::get('PS_OS_WS_PAYMENT');
        $state = new OrderState($id);
        if (!Validate::isLoadedObject($state) || $state->deleted) {
            throw new Refusal('state_missing', ['stateId' => (string) $id]);
        }

        return $state;
    }
}
