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

namespace PrestaShop\Module\Weft\Services;

use PrestaShop\Module\Weft\Connection\EmployeeRights;
use PrestaShop\Module\Weft\Connection\HttpClient;
use PrestaShop\Module\Weft\Connection\OwnWebserviceKey;
use PrestaShop\Module\Weft\Connection\Pairing;
use PrestaShop\Module\Weft\Connection\PairingEnd;
use PrestaShop\Module\Weft\Connection\ServedShop;
use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Connection\SettingsValidator;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Builds what connects the shop with Weft: settings, pairing, key and the HTTP client.
 */
class ConnectionServices
{
    use BuiltOnce;

    /** @var SupportServices */
    private $support;

    /** @var HttpClient */
    private $client;

    public function __construct(SupportServices $support, HttpClient $client)
    {
        $this->support = $support;
        $this->client = $client;
    }

    public function client(): HttpClient
    {
        return $this->client;
    }

    public function settings(): Settings
    {
        return $this->once(Settings::class, function (): Settings {
            return new Settings();
        });
    }

    public function settingsValidator(): SettingsValidator
    {
        return $this->once(SettingsValidator::class, function (): SettingsValidator {
            return new SettingsValidator($this->settings(), $this->support->translator());
        });
    }

    public function pairing(): Pairing
    {
        return $this->once(Pairing::class, function (): Pairing {
            return new Pairing(
                $this->settings(),
                $this->settingsValidator(),
                $this->client,
                $this->webserviceKey(),
                new EmployeeRights(),
                $this->servedShop(),
                $this->support->store(),
                $this->support->translator()
            );
        });
    }

    public function servedShop(): ServedShop
    {
        return $this->once(ServedShop::class, function (): ServedShop {
            return new ServedShop($this->settings(), $this->support->store(), $this->support->translator());
        });
    }

    public function pairingEnd(): PairingEnd
    {
        return new PairingEnd($this->settings(), $this->webserviceKey());
    }

    public function webserviceKey(): OwnWebserviceKey
    {
        return $this->once(OwnWebserviceKey::class, function (): OwnWebserviceKey {
            return new OwnWebserviceKey($this->settings(), $this->support->database(), $this->support->store());
        });
    }
}
