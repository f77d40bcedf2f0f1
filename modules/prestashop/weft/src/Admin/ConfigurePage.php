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

namespace PrestaShop\Module\Weft\Admin;

use Configuration;
use Context;
use Module;
use PrestaShop\Module\Weft\Connection\OwnWebserviceKey;
use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Events\DeliveryReport;
use PrestaShop\Module\Weft\Events\Outbox;
use PrestaShop\Module\Weft\Support\Log;
use Throwable;
use Tools;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The Configure page of the back office.
 */
class ConfigurePage
{
    private const TEMPLATE = 'views/templates/admin/configure.tpl';
    private const STYLE = 'views/css/configure.css';
    private const DELIVERIES = 20;
    private const SHOWN_LETTERS = 60;

    /** @var Module */
    private $module;

    /** @var ConfigureActions */
    private $actions;

    /** @var Settings */
    private $settings;

    /** @var OwnWebserviceKey */
    private $key;

    /** @var Outbox */
    private $outbox;

    /** @var DeliveryReport */
    private $deliveries;

    /** @var Log */
    private $log;

    public function __construct(
        Module $module,
        ConfigureActions $actions,
        Settings $settings,
        OwnWebserviceKey $key,
        Outbox $outbox,
        DeliveryReport $deliveries,
        Log $log
    ) {
        $this->module = $module;
        $this->actions = $actions;
        $this->settings = $settings;
        $this->key = $key;
        $this->outbox = $outbox;
        $this->deliveries = $deliveries;
        $this->log = $log;
    }

    /**
     * Carries out the button that was pressed, if any.
     *
     * @return string the page
     */
    public function render(): string
    {
        $message = '';
        try {
            $notice = $this->carryOut() ?? $this->actions->warn();
            $message = $notice === null ? '' : $this->display($notice);

            return $message . $this->page($notice === null ? null : $notice->refusedUrl);
        } catch (Throwable $caught) {
            $this->log->report($caught);

            return $message . $this->display(Notice::bad('Weft: ' . $caught->getMessage()));
        }
    }

    private function carryOut(): ?Notice
    {
        if (Tools::isSubmit('weftSave')) {
            return $this->actions->save(
                trim((string) Tools::getValue('weft_url')),
                trim((string) Tools::getValue('weft_secret'))
            );
        }
        if (Tools::isSubmit('weftConnect')) {
            return $this->actions->connect();
        }
        if (Tools::isSubmit('weftReplaceKey')) {
            return $this->actions->replaceKey();
        }
        if (Tools::isSubmit('weftTest')) {
            return $this->actions->sendTestEvent();
        }

        return Tools::isSubmit('weftSendNow') ? $this->actions->sendWaiting() : null;
    }

    private function page(?string $refusedUrl): string
    {
        $context = Context::getContext();
        $name = $this->module->name;
        $isComplete = $this->settings->isComplete();
        if (is_callable([$context->controller, 'addCSS'])) {
            $context->controller->addCSS($this->module->getPathUri() . self::STYLE);
        }
        $context->smarty->assign([
            'weft_action' => $context->link->getAdminLink('AdminModules', true, [], ['configure' => $name]),
            'weft_url' => $refusedUrl === null ? $this->settings->url() : $refusedUrl,
            'weft_host' => (string) parse_url($this->settings->url(), PHP_URL_HOST),
            'weft_has_secret' => $this->settings->secret() !== '',
            'weft_is_complete' => $isComplete,
            'weft_can_connect' => $isComplete && $this->settings->permissions() !== [],
            'weft_connected_at' => self::day($this->settings->handedOverAt()),
            'weft_key' => $this->key->state(),
            'weft_is_webservice_on' => (bool) Configuration::get('PS_WEBSERVICE'),
            'weft_cron_url' => $context->link->getModuleLink($name, 'cron', ['token' => $this->settings->cronToken()]),
            'weft_waiting' => $this->outbox->countWaiting(),
            'weft_deliveries' => array_map([self::class, 'toDelivery'], $this->deliveries->latest(self::DELIVERIES)),
        ]);

        return $this->module->display(_PS_MODULE_DIR_ . $name . '/' . $name . '.php', self::TEMPLATE);
    }

    /**
     * @param array<string, mixed> $row a row of the outbox
     *
     * @return array<string, mixed>
     */
    private static function toDelivery(array $row): array
    {
        return [
            'created' => date('Y-m-d H:i:s', (int) ($row['created_ms'] / 1000)),
            'next' => date('Y-m-d H:i:s', (int) $row['due_at']),
            'ids' => Tools::substr($row['ids'], 0, self::SHOWN_LETTERS),
        ] + $row;
    }

    private static function day(int $seconds): string
    {
        return $seconds === 0 ? '' : date('Y-m-d H:i', $seconds);
    }

    /**
     * PrestaShop prints notices as they are, and parts of a sentence may come from elsewhere.
     */
    private function display(Notice $notice): string
    {
        $text = htmlspecialchars($notice->text, ENT_QUOTES, 'UTF-8');

        return $notice->isGood ? $this->module->displayConfirmation($text) : $this->module->displayError($text);
    }
}
