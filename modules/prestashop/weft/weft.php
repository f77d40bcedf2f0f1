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

require_once __DIR__ . '/classes/load.php';

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
        $this->confirmUninstall = 'Changes that were not sent yet will be forgotten. Uninstall?';
    }

    public function install()
    {
        if (!parent::install() || !WeftTables::create()) {
            return false;
        }
        WeftSettings::createCronToken();
        WeftSettings::installId();

        return $this->registerHook(WeftEventMap::hooks());
    }

    public function uninstall()
    {
        WeftRecorder::forget();

        return WeftTables::drop() && WeftSettings::delete() && parent::uninstall();
    }

    /**
     * Every hook of the event map arrives here as hook<Name>.
     */
    public function __call($method, $arguments)
    {
        if (stripos($method, 'hook') !== 0) {
            throw new BadMethodCallException('Weft has no method ' . $method);
        }
        $params = isset($arguments[0]) && is_array($arguments[0]) ? $arguments[0] : [];
        WeftRecorder::hear(substr($method, 4), $params);

        return null;
    }

    /**
     * The Configure page.
     */
    public function getContent()
    {
        $notice = '';
        try {
            if (Tools::isSubmit('weftSave')) {
                $notice = $this->saveSettings();
            } elseif (Tools::isSubmit('weftTest')) {
                $notice = $this->sendTestEvent();
            } elseif (Tools::isSubmit('weftSendNow')) {
                $notice = $this->sendWaiting();
            }

            return $notice . $this->renderPage();
        } catch (Throwable $caught) {
            return $notice . $this->displayError('Weft: ' . $caught->getMessage());
        }
    }

    private function saveSettings()
    {
        $url = trim((string) Tools::getValue('weft_url'));
        $secret = trim((string) Tools::getValue('weft_secret'));
        $refusal = WeftSettings::refuse($url, $secret);
        if ($refusal !== null) {
            return $this->displayError($refusal);
        }
        WeftSettings::save($url, $secret);
        WeftOutbox::wakeAll(time());

        return $this->displayConfirmation('Saved. Send a test event to see whether Weft hears this shop.');
    }

    private function sendTestEvent()
    {
        if (!WeftSettings::isComplete()) {
            return $this->displayError('Save the webhook URL and the webhook secret first.');
        }
        $id = WeftOutbox::addOnce('ping', []);
        $status = WeftSender::sendOne($id);
        if ($status === 200) {
            return $this->displayConfirmation('Weft received the test event.');
        }

        return $this->displayError('The test event was not accepted: ' . WeftOutbox::describe($id));
    }

    private function sendWaiting()
    {
        WeftOutbox::wakeAll(time());
        $result = WeftSender::flush(WeftSender::CRON_BUDGET_MS, WeftSender::CRON_ROWS);

        return $this->displayConfirmation(
            sprintf('Sent: %d. Still waiting: %d.', $result['sent'], $result['waiting'])
        );
    }

    private function renderPage()
    {
        $link = $this->context->link;
        $this->context->smarty->assign([
            'weft_action' => $link->getAdminLink('AdminModules', true, [], ['configure' => $this->name]),
            'weft_url' => WeftSettings::url(),
            'weft_has_secret' => WeftSettings::secret() !== '',
            'weft_is_complete' => WeftSettings::isComplete(),
            'weft_cron_url' => $link->getModuleLink($this->name, 'cron', ['token' => WeftSettings::cronToken()]),
            'weft_waiting' => WeftOutbox::countWaiting(),
            'weft_deliveries' => WeftOutbox::latest(20),
        ]);

        return $this->display(__FILE__, 'views/templates/admin/configure.tpl');
    }
}
