<?php
/**
 * Weft for PrestaShop: tells Weft at once what changed in this shop.
 *
 * Hooks only note ids. What was noted in a request is stored in one table when the request ends and is
 * sent after the answer has gone out; the cron address sends whatever could not be sent then. Nothing
 * here ever stops or slows down what the merchant is doing.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

require_once __DIR__ . '/autoload.php';

class Weft extends Module
{
    public function __construct()
    {
        $this->name = 'weft';
        $this->tab = 'market_place';
        $this->version = '0.2.0';
        $this->author = 'Weft';
        $this->need_instance = 0;
        $this->bootstrap = true;
        $this->ps_versions_compliancy = ['min' => '1.7.6.0', 'max' => '9.99.99'];
        parent::__construct();
        $this->displayName = 'Weft';
        $this->description = 'Tells Weft at once about changed products, stock, orders and tracking numbers.';
        $this->confirmUninstall = 'Weft will no longer reach this shop: its key is removed,'
            . ' and changes that were not sent yet are forgotten. Uninstall?';
    }

    public function install()
    {
        if (!parent::install() || !WeftTables::create()) {
            return false;
        }
        WeftSettings::createCronToken();
        WeftSettings::installId();

        return $this->registerHook(WeftHooks::all());
    }

    public function uninstall()
    {
        WeftOrderStockMove::tidyUp();
        WeftRecorder::forget();

        // Nothing is lost while the shop may still say no.
        return parent::uninstall() && WeftKey::delete() && WeftTables::drop() && WeftSettings::delete();
    }

    /**
     * Every hook the module listens to arrives here as hook<Name>.
     */
    public function __call($method, $arguments)
    {
        if (stripos($method, 'hook') !== 0) {
            throw new BadMethodCallException('Weft has no method ' . $method);
        }
        $params = isset($arguments[0]) && is_array($arguments[0]) ? $arguments[0] : [];

        return WeftHooks::hear(substr($method, 4), $params);
    }

    /**
     * The Configure page.
     */
    public function getContent()
    {
        return (new WeftConfigurePage($this))->render();
    }
}
