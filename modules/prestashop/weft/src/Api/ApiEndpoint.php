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

namespace PrestaShop\Module\Weft\Api;

use PrestaShop\Module\Weft\Connection\OwnWebserviceKey;
use PrestaShop\Module\Weft\Connection\ServedShop;
use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Connection\Signer;
use PrestaShop\Module\Weft\Support\Log;
use Throwable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Answers Weft's calls: checks who is asking, reads the call and frames the answer. What a call does is in CallRouter.
 */
class ApiEndpoint
{
    public const MOST_BYTES = 1048576;

    /** @var Settings */
    private $settings;

    /** @var ServedShop */
    private $shop;

    /** @var OwnWebserviceKey */
    private $key;

    /** @var CallRouter */
    private $router;

    /** @var Log */
    private $log;

    public function __construct(Settings $settings, ServedShop $shop, OwnWebserviceKey $key, CallRouter $router, Log $log)
    {
        $this->settings = $settings;
        $this->shop = $shop;
        $this->key = $key;
        $this->router = $router;
        $this->log = $log;
    }

    /**
     * Takes the bytes and the two headers of one request. Nothing of the body is parsed before its signature was
     * checked.
     */
    public function answer(string $body, string $time, string $signature, int $nowSeconds): ApiResponse
    {
        if (strlen($body) > self::MOST_BYTES) {
            return $this->reject(413, 'size', $nowSeconds);
        }
        $secrets = $this->settings->secrets($nowSeconds);
        if ($secrets === []) {
            return $this->reject(401, 'unpaired', $nowSeconds);
        }
        $signedBy = Signer::findSigner($secrets, $body, $time, $signature);
        if ($signedBy === null) {
            return $this->reject(401, 'signature', $nowSeconds);
        }
        if (!Signer::isInWindow($time, $nowSeconds)) {
            return $this->reject(401, 'clock', $nowSeconds);
        }
        $this->shop->takeIfUnknown();
        $this->key->dropOld($nowSeconds);
        $call = json_decode($body, true);
        if (!$this->isCall($call)) {
            return $this->reject(400, 'body', $nowSeconds);
        }

        return $this->carryOut($call['call'], $call['id'], $call['with'], $signedBy);
    }

    /**
     * @param mixed $call
     */
    private function isCall($call): bool
    {
        return is_array($call)
            && isset($call['call'], $call['id'], $call['with'])
            && is_string($call['call'])
            && is_string($call['id'])
            && is_array($call['with']);
    }

    /**
     * @param array<string, mixed> $with
     */
    private function carryOut(string $call, string $id, array $with, string $signedBy): ApiResponse
    {
        try {
            $outcome = ['ok' => (object) $this->router->carryOut($call, $with, $signedBy)];
        } catch (Refusal $refusal) {
            $outcome = ['refused' => $refusal->toAnswer()];
        } catch (Throwable $caught) {
            $this->log->report($caught);

            return new ApiResponse(500, ['answer' => $id, 'failed' => Log::describe($caught)], $signedBy);
        }

        return new ApiResponse(200, ['answer' => $id] + $outcome, $signedBy);
    }

    private function reject(int $status, string $error, int $nowSeconds): ApiResponse
    {
        return new ApiResponse($status, ['error' => $error, 'now' => $nowSeconds], null);
    }
}
