<?php
/**
 * The Configure page: what its buttons do, and what it shows.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftConfigurePage
{
    const TEMPLATE = 'views/templates/admin/configure.tpl';
    const DELIVERIES = 20;

    /** @var Module */
    private $module;

    /** @var string|null what the merchant pasted and could not be saved */
    private $refusedUrl = null;

    public function __construct(Module $module)
    {
        $this->module = $module;
    }

    /**
     * Carries out the button that was pressed, if any, and answers the page.
     */
    public function render(): string
    {
        $notice = '';
        try {
            $notice = $this->carryOut();

            return $notice . $this->page();
        } catch (Throwable $caught) {
            WeftLog::report($caught);

            return $notice . $this->module->displayError(self::safe('Weft: ' . $caught->getMessage()));
        }
    }

    private function carryOut(): string
    {
        $buttons = [
            'weftSave' => 'save',
            'weftConnect' => 'connect',
            'weftTest' => 'sendTestEvent',
            'weftSendNow' => 'sendWaiting',
        ];
        foreach ($buttons as $name => $action) {
            if (Tools::isSubmit($name)) {
                return $this->$action();
            }
        }

        return '';
    }

    private function save(): string
    {
        $pasted = WeftPairing::split(trim((string) Tools::getValue('weft_url')));
        $secret = trim((string) Tools::getValue('weft_secret'));
        if ($pasted['code'] !== '') {
            $refusal = WeftPairing::pair($pasted['url'], $pasted['code']);
        } else {
            $refusal = $this->saveByHand($pasted['url'], $secret);
        }
        if ($refusal !== null) {
            $this->refusedUrl = trim((string) Tools::getValue('weft_url'));

            return $this->bad($refusal);
        }
        WeftOutbox::wakeAll(time());
        if ($pasted['code'] !== '') {
            return $this->good('Paired with Weft. One step is left: create the key and connect.');
        }

        return $this->good('Saved. Send a test event to see whether Weft hears this shop.');
    }

    private function saveByHand(string $url, string $secret)
    {
        $refusal = WeftSettings::refuse($url, $secret);
        if ($refusal === null) {
            WeftSettings::save($url, $secret);
        }

        return $refusal;
    }

    private function connect(): string
    {
        $result = WeftPairing::handOver();

        return $result['isDone'] ? $this->good($result['text']) : $this->bad($result['text']);
    }

    private function sendTestEvent(): string
    {
        if (!WeftSettings::isComplete()) {
            return $this->bad('Save the address first.');
        }
        $result = WeftCalls::sendTestEvent();

        return $result['status'] === 200
            ? $this->good('Weft received the test event.')
            : $this->bad('The test event was not accepted: ' . $result['error']);
    }

    private function sendWaiting(): string
    {
        WeftOutbox::wakeAll(time());
        $result = WeftSender::flush(WeftSender::CRON_BUDGET_MS, WeftSender::CRON_ROWS);

        return $this->good(sprintf('Sent: %d. Still waiting: %d.', $result['sent'], $result['waiting']));
    }

    private function page(): string
    {
        $link = Context::getContext()->link;
        $name = $this->module->name;
        Context::getContext()->smarty->assign([
            'weft_action' => $link->getAdminLink('AdminModules', true, [], ['configure' => $name]),
            'weft_url' => $this->refusedUrl === null ? WeftSettings::url() : $this->refusedUrl,
            'weft_host' => (string) parse_url(WeftSettings::url(), PHP_URL_HOST),
            'weft_has_secret' => WeftSettings::secret() !== '',
            'weft_is_complete' => WeftSettings::isComplete(),
            'weft_can_connect' => WeftSettings::isComplete() && WeftSettings::permissions() !== [],
            'weft_connected_at' => self::day(WeftSettings::handedOverAt()),
            'weft_key' => WeftKey::state(),
            'weft_is_webservice_on' => (bool) Configuration::get('PS_WEBSERVICE'),
            'weft_cron_url' => $link->getModuleLink($name, 'cron', ['token' => WeftSettings::cronToken()]),
            'weft_waiting' => WeftOutbox::countWaiting(),
            'weft_deliveries' => WeftDeliveries::latest(self::DELIVERIES),
        ]);

        return $this->module->display(_PS_MODULE_DIR_ . $name . '/' . $name . '.php', self::TEMPLATE);
    }

    private static function day(int $seconds): string
    {
        return $seconds === 0 ? '' : date('Y-m-d H:i', $seconds);
    }

    private function good(string $sentence): string
    {
        return $this->module->displayConfirmation(self::safe($sentence));
    }

    private function bad(string $sentence): string
    {
        return $this->module->displayError(self::safe($sentence));
    }

    /**
     * PrestaShop prints notices as they are, and parts of a sentence may come from elsewhere.
     */
    private static function safe(string $sentence): string
    {
        return htmlspecialchars($sentence, ENT_QUOTES, 'UTF-8');
    }
}
