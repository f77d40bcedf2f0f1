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

use PrestaShop\Module\Weft\Support\Store;
use PrestaShop\Module\Weft\Support\Translator;
use RuntimeException;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Exchanges the code of the address a merchant pasted for a secret, and hands the webservice key over. Both may be
 * repeated: Weft gives the same installation the same answer, and the key stays the same.
 */
class Pairing
{
    private const PAIR_MS = 10000;
    /** Weft calls this shop with the key before it answers. */
    private const HAND_OVER_MS = 30000;

    /** @var Settings */
    private $settings;

    /** @var SettingsValidator */
    private $validator;

    /** @var HttpClient */
    private $client;

    /** @var OwnWebserviceKey */
    private $key;

    /** @var EmployeeRights */
    private $rights;

    /** @var ServedShop */
    private $shop;

    /** @var Store */
    private $store;

    /** @var Translator */
    private $translator;

    public function __construct(
        Settings $settings,
        SettingsValidator $validator,
        HttpClient $client,
        OwnWebserviceKey $key,
        EmployeeRights $rights,
        ServedShop $shop,
        Store $store,
        Translator $translator
    ) {
        $this->settings = $settings;
        $this->validator = $validator;
        $this->client = $client;
        $this->key = $key;
        $this->rights = $rights;
        $this->shop = $shop;
        $this->store = $store;
        $this->translator = $translator;
    }

    /**
     * Pairs and saves what Weft answers.
     *
     * @return string|null a sentence for the merchant; null when it worked
     */
    public function pair(string $url, string $code): ?string
    {
        $fault = $this->shop->findFault();
        if ($fault !== null) {
            return $fault;
        }
        if (!SettingsValidator::isAllowedUrl($url)) {
            return $this->translator->trans(
                'Copy the address from Weft: it begins with https://.',
                [],
                'Modules.Weft.Admin'
            );
        }
        $installId = $this->settings->installId();
        $body = $this->encode(['code' => $code, 'installId' => $installId, 'shop' => $this->store->card()]);
        $answer = $this->client->post($url . '/pair', $body, ['Content-Type: application/json'], self::PAIR_MS);
        $grant = $answer->status === 200 ? PairingGrant::fromJson($answer->body, $url) : null;
        if ($grant === null || $this->validator->findFault($grant->url, $grant->secret) !== null) {
            return $this->explain($answer, $this->translator->trans(
                'Weft does not know this address any more. It is good for one hour and for one shop: copy a new one from Weft.',
                [],
                'Modules.Weft.Admin'
            ));
        }
        $this->follow($grant->url, $grant->secret);
        $this->settings->savePermissions($grant->permissions);
        $this->shop->take();

        return null;
    }

    /**
     * Saves the address. Another one than before ends the key that the one before was given, which is never handed on.
     */
    public function follow(string $url, string $secret): void
    {
        if ($this->settings->url() !== '' && $url !== $this->settings->url() && !$this->key->delete()) {
            throw new RuntimeException('PrestaShop did not delete the webservice key of the address before');
        }
        $this->settings->save($url, $secret);
    }

    /**
     * Makes the key if need be and gives it to Weft. A replacement that broke off is finished instead: Weft may have the
     * next key already.
     */
    public function handOver(): HandOverResult
    {
        if ($this->settings->nextKeyId() > 0) {
            return $this->replaceKey();
        }
        $fault = $this->findHandOverFault();
        if ($fault !== null) {
            return new HandOverResult(false, $fault);
        }
        $answer = $this->sendKey($this->key->ensure());

        return $this->isTaken($answer) ? $this->finish($answer) : $this->refuse($answer);
    }

    /**
     * Gives Weft another key. The one before stays good for an hour, so that nothing stops.
     */
    public function replaceKey(): HandOverResult
    {
        $fault = $this->findHandOverFault();
        if ($fault !== null) {
            return new HandOverResult(false, $fault);
        }
        $answer = $this->sendKey($this->key->ensureNext());
        if ($this->isTaken($answer)) {
            $this->key->useNext(time());

            return $this->finish($answer);
        }
        if ($answer->status >= 400 && $answer->status < 500) {
            $this->key->dropNext();
        }

        return $this->refuse($answer);
    }

    /**
     * @return string|null a sentence for the merchant; null where a key may be handed over
     */
    private function findHandOverFault(): ?string
    {
        if (!$this->settings->isComplete() || $this->settings->permissions() === []) {
            return $this->translator->trans(
                'Paste the address from Weft and save it first.',
                [],
                'Modules.Weft.Admin'
            );
        }

        return $this->shop->findFault() ?? $this->findRightFault();
    }

    private function isTaken(HttpResponse $answer): bool
    {
        $said = json_decode($answer->body, true);

        return $answer->status === 200 && !empty($said['connected']);
    }

    private function finish(HttpResponse $answer): HandOverResult
    {
        $said = json_decode($answer->body, true);
        $this->settings->saveHandedOverAt(time());

        return new HandOverResult(true, $this->connectedTo(isset($said['shopName']) ? (string) $said['shopName'] : ''));
    }

    private function refuse(HttpResponse $answer): HandOverResult
    {
        return new HandOverResult(false, $this->explain($answer, $this->translator->trans(
            'Weft refused the signature: pair this shop once more with a new address from Weft, and check the clock of this server.',
            [],
            'Modules.Weft.Admin'
        )));
    }

    private function findRightFault(): ?string
    {
        return $this->rights->mayMakeKeys() ? null : $this->translator->trans(
            'Your profile may not make webservice keys. Ask an administrator of the shop to press this button.',
            [],
            'Modules.Weft.Admin'
        );
    }

    private function sendKey(string $key): HttpResponse
    {
        $this->key->switchWebserviceOn();
        $now = (int) floor(microtime(true) * 1000);
        $body = $this->encode(['type' => 'credentials', 'at' => $now, 'key' => $key, 'shop' => $this->store->card()]);
        $headers = Signer::headers($this->settings->secret(), $body, time());

        return $this->client->post($this->settings->url() . '/credentials', $body, $headers, self::HAND_OVER_MS);
    }

    private function connectedTo(string $shopName): string
    {
        if ($shopName === '') {
            return $this->translator->trans('Connected.', [], 'Modules.Weft.Admin');
        }

        return $this->translator->trans('Connected: Weft reads %shop%.', ['%shop%' => $shopName], 'Modules.Weft.Admin');
    }

    /**
     * Why it failed, in Weft's own sentence where it sent one.
     */
    private function explain(HttpResponse $answer, string $ifRefused): string
    {
        $said = json_decode($answer->body, true);
        if ($answer->status === 0) {
            return $this->translator->trans(
                'Weft could not be reached (%reason%). Try again in a minute.',
                ['%reason%' => $answer->error],
                'Modules.Weft.Admin'
            );
        }
        if ($answer->status === 401) {
            return $ifRefused;
        }
        if (isset($said['error']['text']) && is_string($said['error']['text']) && $said['error']['text'] !== '') {
            return $said['error']['text'];
        }

        return $this->translator->trans(
            'Weft gave an answer that makes no sense (status %status%). Check the address, then try again in a minute.',
            ['%status%' => $answer->status],
            'Modules.Weft.Admin'
        );
    }

    /**
     * @param array<string, mixed> $body
     */
    private function encode(array $body): string
    {
        return (string) json_encode($body, JSON_UNESCAPED_SLASHES);
    }
}
