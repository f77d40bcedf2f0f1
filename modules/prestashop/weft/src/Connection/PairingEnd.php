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

use PrestaShop\Module\Weft\Api\Refusal;
use RuntimeException;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The end of a pairing by Weft, whose connection was deleted there: nothing is sent any more, and the key goes.
 */
class PairingEnd
{
    /** @var Settings */
    private $settings;

    /** @var OwnWebserviceKey */
    private $key;

    public function __construct(Settings $settings, OwnWebserviceKey $key)
    {
        $this->settings = $settings;
        $this->key = $key;
    }

    /**
     * The call `end`.
     *
     * @return array{done: bool}
     *
     * @throws Refusal "secret_replaced" when its caller knows the previous secret only
     */
    public function carryOut(string $signedBy): array
    {
        if ($signedBy !== $this->settings->secret()) {
            throw new Refusal('secret_replaced');
        }
        $this->end();

        return ['done' => true];
    }

    /**
     * The answer to an event that was sent to this address. PrestaShop reads its settings once a request, and the
     * module may have been paired anew since: then the end of the old pairing is none of the new one.
     */
    public function endOf(string $url): void
    {
        $this->settings->readAgain();
        if ($this->settings->url() === $url) {
            $this->end();
        }
    }

    private function end(): void
    {
        if (!$this->key->delete()) {
            throw new RuntimeException('PrestaShop did not delete the webservice key');
        }
        $this->settings->forgetPairing();
    }
}
