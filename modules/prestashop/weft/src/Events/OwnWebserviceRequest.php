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

namespace PrestaShop\Module\Weft\Events;

use PrestaShop\Module\Weft\Connection\OwnWebserviceKey;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Whether the webservice is being used with the key the module made for Weft, and which events of the request Weft
 * knows already.
 *
 * Only what was asked for is known. A tracking number that another module adds when the state changes is not, and no
 * stock is: a state also moves the stock of the parts of packs and of other orders.
 */
class OwnWebserviceRequest
{
    /** Resource written to => type of event that reports what was asked for. */
    private const KNOWN = [
        'orders' => 'order.state_changed',
        'order_histories' => 'order.state_changed',
        'order_carriers' => 'order.tracking_changed',
    ];

    /** @var OwnWebserviceKey */
    private $key;

    public function __construct(OwnWebserviceKey $key)
    {
        $this->key = $key;
    }

    /**
     * @return array<string, array<int, int|string>> as EventRecorder::suppressing() takes it; empty for every request
     *                                               that is not Weft's
     */
    public function suppressed(): array
    {
        if (empty($GLOBALS['webservice_call'])) {
            return [];
        }
        $resource = self::resource(isset($_GET['url']) ? (string) $_GET['url'] : '');
        if (!isset(self::KNOWN[$resource]) || !$this->key->isOwn(self::keyOfRequest())) {
            return [];
        }

        return [self::KNOWN[$resource] => EventRecorder::FIRST_OF_EACH];
    }

    private static function resource(string $url): string
    {
        return strtok(trim($url, '/'), '/') ?: '';
    }

    private static function keyOfRequest(): string
    {
        if (isset($_SERVER['PHP_AUTH_USER'])) {
            return (string) $_SERVER['PHP_AUTH_USER'];
        }

        return isset($_GET['ws_key']) ? (string) $_GET['ws_key'] : '';
    }
}
