<?php
/**
 * `php run.php <module folder>`: the module's unit tests. Prints one line of JSON a test: {"file",
 * "title", "error"}, error null when it passed. Every *.test.php beside this file is run.
 */
use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Services;

error_reporting(E_ALL);
ini_set('display_errors', 'stderr');
set_error_handler(function ($level, $message, $file, $line) {
    throw new ErrorException($message, 0, $level, $file, $line);
});

require __DIR__ . '/stand-ins.php';
require rtrim($argv[1], '/') . '/autoload.php';
require __DIR__ . '/fake-http-client.php';

/** A shop that is paired with Weft and has nothing to tell; every test is a request of its own. */
function renewShop()
{
    Configuration::$values = [
        Settings::URL => 'https://weft.example/webhooks/source/c1',
        Settings::SECRET => str_repeat('s', 40),
    ];
    Shop::$names = [1 => 'Main'];
    Shop::$current = 1;
    Shop::$context = Shop::CONTEXT_SHOP;
    unset($GLOBALS['webservice_call'], $_GET['url'], $_GET['ws_key'], $_SERVER['PHP_AUTH_USER']);
    WebserviceKey::$deleted = [];
    WebserviceKey::$permissions = [];
    WebserviceKey::$added = [];
    Access::$granted = ['ROLE_MOD_TAB_ADMINWEBSERVICE_CREATE'];
    Db::renew();
    Db::getInstance()->execute('CREATE TABLE ps_webservice_account_shop (id_webservice_account INT, id_shop INT)');
    PrestaShopLogger::$entries = [];
    weftClient()->renew();
    services(true)->events()->outbox()->create();
}

/** What the module is built of in the request of this test. */
function services(bool $isNewRequest = false): Services
{
    static $services;
    if ($isNewRequest) {
        $services = new Services(new Module(), weftClient());
    }

    return $services;
}

/** Weft, as far as the module sees it. */
function weftClient(): FakeHttpClient
{
    static $client;

    return $client ?: $client = new FakeHttpClient();
}

function test(string $title, callable $check)
{
    $error = null;
    try {
        renewShop();
        $check();
    } catch (Throwable $caught) {
        $error = $caught->getMessage() . ' (' . basename($caught->getFile()) . ':' . $caught->getLine() . ')';
    }
    echo json_encode(['file' => $GLOBALS['testFile'], 'title' => $title, 'error' => $error]), "\n";
}

function same($expected, $found)
{
    if ($expected !== $found) {
        throw new LogicException('expected ' . json_encode($expected) . ', found ' . json_encode($found));
    }
}

foreach (glob(__DIR__ . '/*.test.php') as $path) {
    $testFile = basename($path);
    require $path;
}
// What the tests noted would be sent when PHP ends.
Configuration::$values = [];
