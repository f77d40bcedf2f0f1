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

use PrestaShop\Module\Weft\Events\EventSender;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The cron address: sends what waits. Answers in JSON, asks for the token, and works while the shop is in maintenance,
 * because stock and orders go on then.
 */
class WeftCronModuleFrontController extends ModuleFrontController
{
    /** @var Weft */
    public $module;

    /**
     * Ends here on purpose: a page, a cart and a visitor's cookie have no place in a cron call.
     *
     * @return void
     */
    public function init()
    {
        $this->context->cookie->disallowWriting();
        $services = $this->module->services();
        $expected = $services->connection()->settings()->cronToken();
        if ($expected === '' || !hash_equals($expected, (string) Tools::getValue('token'))) {
            $this->answer(403, ['error' => 'wrong token']);
        }
        if (!$services->connection()->settings()->isComplete()) {
            $this->answer(200, ['sent' => 0, 'waiting' => $services->events()->outbox()->countWaiting()]);
        }
        ignore_user_abort(true);
        $services->support()->obsoleteFiles()->remove(time());
        try {
            $result = $services->events()->eventSender()->flush(EventSender::CRON_BUDGET_MS, EventSender::CRON_ROWS);
        } catch (Throwable $caught) {
            $services->support()->log()->report($caught);
            $this->answer(500, ['error' => 'see the error log of PHP']);
        }
        $this->answer(200, $result->toArray());
    }

    /**
     * Ends the request.
     *
     * @param array<string, string|int> $body
     */
    private function answer(int $status, array $body): void
    {
        http_response_code($status);
        header('Content-Type: application/json');
        header('Cache-Control: no-store');
        exit(json_encode($body));
    }
}
