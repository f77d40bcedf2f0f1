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

use PrestaShop\Module\Weft\Api\ApiEndpoint;
use PrestaShop\Module\Weft\Api\ApiResponse;
use PrestaShop\Module\Weft\Connection\Signer;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The address Weft calls. It ends in init() on purpose: a page, a cart, a visitor and the notice of maintenance have no
 * place in it. Every call is signed.
 */
class WeftApiModuleFrontController extends ModuleFrontController
{
    /** @var Weft */
    public $module;

    /**
     * @return void
     */
    public function init()
    {
        // What PHP or another module prints from here on is thrown away before the answer.
        ob_start();
        ignore_user_abort(true);
        $this->context->cookie->disallowWriting();
        $this->send($this->module->services()->apiEndpoint()->answer(
            $this->readBody(),
            $this->readHeader('X_WEFT_TIMESTAMP'),
            $this->readHeader('X_WEFT_SIGNATURE'),
            time()
        ));
    }

    /**
     * The bytes as they came; one more than allowed is enough to see that there are too many.
     */
    private function readBody(): string
    {
        return (string) file_get_contents('php://input', false, null, 0, ApiEndpoint::MOST_BYTES + 1);
    }

    private function readHeader(string $name): string
    {
        return isset($_SERVER['HTTP_' . $name]) ? (string) $_SERVER['HTTP_' . $name] : '';
    }

    private function send(ApiResponse $response): void
    {
        while (ob_get_level() > 0 && ob_end_clean()) {
            continue;
        }
        if (headers_sent()) {
            exit($response->withoutHeaders(time()));
        }
        http_response_code($response->status);
        header('Content-Type: application/json');
        header('Cache-Control: no-store');
        if ($response->signedBy !== null) {
            foreach (Signer::headers($response->signedBy, $response->body, time()) as $line) {
                header($line);
            }
        }
        exit($response->body);
    }
}
