<?php
/**
 * The cron address: sends what waits. Answers in JSON, asks for the token, and works while the shop is
 * in maintenance, because stock and orders go on then.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftCronModuleFrontController extends ModuleFrontController
{
    /**
     * Ends here on purpose: a page, a cart and a visitor's cookie have no place in a cron call.
     */
    public function init()
    {
        $this->context->cookie->disallowWriting();
        $expected = WeftSettings::cronToken();
        if ($expected === '' || !hash_equals($expected, (string) Tools::getValue('token'))) {
            $this->answer(403, ['error' => 'wrong token']);
        }
        if (!WeftSettings::isComplete()) {
            $this->answer(200, ['sent' => 0, 'waiting' => WeftOutbox::countWaiting()]);
        }
        ignore_user_abort(true);
        try {
            $result = WeftSender::flush(WeftSender::CRON_BUDGET_MS, WeftSender::CRON_ROWS);
        } catch (Throwable $caught) {
            WeftLog::report($caught);
            $this->answer(500, ['error' => 'see the error log of PHP']);
        }
        $this->answer(200, $result);
    }

    private function answer($status, array $body)
    {
        http_response_code($status);
        header('Content-Type: application/json');
        header('Cache-Control: no-store');
        exit(json_encode($body));
    }
}
