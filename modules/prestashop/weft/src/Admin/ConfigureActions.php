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

use PrestaShop\Module\Weft\Api\EventCalls;
use PrestaShop\Module\Weft\Connection\Pairing;
use PrestaShop\Module\Weft\Connection\PairingAddress;
use PrestaShop\Module\Weft\Connection\ServedShop;
use PrestaShop\Module\Weft\Connection\Settings;
use PrestaShop\Module\Weft\Connection\SettingsValidator;
use PrestaShop\Module\Weft\Events\EventSender;
use PrestaShop\Module\Weft\Events\Outbox;
use PrestaShop\Module\Weft\Support\Translator;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * What the buttons of the Configure page do.
 */
class ConfigureActions
{
    /** @var Settings */
    private $settings;

    /** @var SettingsValidator */
    private $validator;

    /** @var ServedShop */
    private $shop;

    /** @var Pairing */
    private $pairing;

    /** @var Outbox */
    private $outbox;

    /** @var EventSender */
    private $sender;

    /** @var EventCalls */
    private $eventCalls;

    /** @var Translator */
    private $translator;

    public function __construct(
        Settings $settings,
        SettingsValidator $validator,
        ServedShop $shop,
        Pairing $pairing,
        Outbox $outbox,
        EventSender $sender,
        EventCalls $eventCalls,
        Translator $translator
    ) {
        $this->settings = $settings;
        $this->validator = $validator;
        $this->shop = $shop;
        $this->pairing = $pairing;
        $this->outbox = $outbox;
        $this->sender = $sender;
        $this->eventCalls = $eventCalls;
        $this->translator = $translator;
    }

    /**
     * What a merchant should know before a button is pressed; null: nothing.
     */
    public function warn(): ?Notice
    {
        $fault = $this->shop->findFault();

        return $fault === null ? null : Notice::bad($fault);
    }

    /**
     * Pairs by an address with a code, or saves an address and a secret.
     */
    public function save(string $pasted, string $secret): Notice
    {
        $address = new PairingAddress($pasted);
        if ($address->code !== '') {
            $fault = $this->pairing->pair($address->url, $address->code);
        } else {
            $fault = $this->shop->findFault() ?? $this->validator->findFault($address->url, $secret);
            if ($fault === null) {
                $this->pairing->follow($address->url, $secret);
                $this->shop->take();
            }
        }
        if ($fault !== null) {
            return Notice::bad($fault, $pasted);
        }
        $this->outbox->wakeAll(time());

        return Notice::good($address->code !== ''
            ? $this->translator->trans(
                'Paired with Weft. One step is left: create the key and connect.',
                [],
                'Modules.Weft.Admin'
            )
            : $this->translator->trans(
                'Saved. Send a test event to see whether Weft hears this shop.',
                [],
                'Modules.Weft.Admin'
            ));
    }

    public function connect(): Notice
    {
        $result = $this->pairing->handOver();

        return $result->isDone ? Notice::good($result->text) : Notice::bad($result->text);
    }

    public function replaceKey(): Notice
    {
        $result = $this->pairing->replaceKey();

        return $result->isDone
            ? Notice::good($this->translator->trans(
                'Weft has a new key. The one before ends in an hour.',
                [],
                'Modules.Weft.Admin'
            ))
            : Notice::bad($result->text);
    }

    public function sendTestEvent(): Notice
    {
        if (!$this->settings->isComplete()) {
            return Notice::bad($this->translator->trans('Save the address first.', [], 'Modules.Weft.Admin'));
        }
        $result = $this->eventCalls->sendTestEvent();
        if (!$this->settings->isComplete()) {
            return Notice::bad($this->translator->trans(
                'This connection was deleted in Weft. Connect the shop anew there, then copy its address here.',
                [],
                'Modules.Weft.Admin'
            ));
        }

        return $result['status'] === 200
            ? Notice::good($this->translator->trans('Weft received the test event.', [], 'Modules.Weft.Admin'))
            : Notice::bad($this->translator->trans(
                'The test event was not accepted: %reason%',
                ['%reason%' => $result['error']],
                'Modules.Weft.Admin'
            ));
    }

    public function sendWaiting(): Notice
    {
        $this->outbox->wakeAll(time());
        $result = $this->sender->flush(EventSender::CRON_BUDGET_MS, EventSender::CRON_ROWS);

        return Notice::good($this->translator->trans(
            'Sent: %sent%. Still waiting: %waiting%.',
            ['%sent%' => $result->sent, '%waiting%' => $result->waiting],
            'Modules.Weft.Admin'
        ));
    }
}
