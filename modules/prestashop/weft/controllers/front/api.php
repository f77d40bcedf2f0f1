<?php
/**
 * The address Weft calls. Ends in init() on purpose: a page, a cart, a visitor and the notice of
 * maintenance have no place in it.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftApiModuleFrontController extends ModuleFrontController
{
    public function init()
    {
        // What PHP or another module prints from here on is thrown away before the answer.
        ob_start();
        ignore_user_abort(true);
        $this->context->cookie->disallowWriting();
        $answer = WeftApi::answer(
            self::readBody(),
            self::header('X_WEFT_TIMESTAMP'),
            self::header('X_WEFT_SIGNATURE'),
            time()
        );
        $this->send($answer);
    }

    /**
     * The very bytes; one more than allowed is enough to see that there are too many.
     */
    private static function readBody(): string
    {
        return (string) file_get_contents('php://input', false, null, 0, WeftApi::MOST_BYTES + 1);
    }

    private static function header(string $name): string
    {
        return isset($_SERVER['HTTP_' . $name]) ? (string) $_SERVER['HTTP_' . $name] : '';
    }

    private function send(array $answer)
    {
        while (ob_get_level() > 0 && ob_end_clean()) {
            continue;
        }
        http_response_code($answer['status']);
        header('Content-Type: application/json');
        header('Cache-Control: no-store');
        if ($answer['signedBy'] !== null) {
            foreach (WeftSigner::headers($answer['signedBy'], $answer['body'], time()) as $line) {
                header($line);
            }
        }
        exit($answer['body']);
    }
}
