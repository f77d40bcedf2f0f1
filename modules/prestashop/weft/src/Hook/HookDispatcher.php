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

namespace PrestaShop\Module\Weft\Hook;

use PrestaShop\Module\Weft\Events\EventRecorder;
use PrestaShop\Module\Weft\Order\GuestMailFilter;
use PrestaShop\Module\Weft\Order\OrderHookListener;
use PrestaShop\Module\Weft\Order\StockChangeRecorder;
use PrestaShop\Module\Weft\Support\AdminFolder;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Passes a hook to everybody in the module who listens to it.
 */
class HookDispatcher
{
    /** @var EventRecorder */
    private $events;

    /** @var OrderHookListener */
    private $orders;

    /** @var StockChangeRecorder */
    private $stockChanges;

    /** @var AdminFolder */
    private $adminFolder;

    public function __construct(
        EventRecorder $events,
        OrderHookListener $orders,
        StockChangeRecorder $stockChanges,
        AdminFolder $adminFolder
    ) {
        $this->events = $events;
        $this->orders = $orders;
        $this->stockChanges = $stockChanges;
        $this->adminFolder = $adminFolder;
    }

    /**
     * @param array<string, mixed> $params
     *
     * @return false|null what the shop gets from the hook: false for a mail that must not be sent
     */
    public function dispatch(string $hook, array $params): ?bool
    {
        if (strcasecmp($hook, GuestMailFilter::HOOK) === 0) {
            return GuestMailFilter::isForGuestsOnly(isset($params['to']) ? $params['to'] : '') ? false : null;
        }
        $this->events->onHook($hook, $params);
        $this->orders->onHook($hook, $params);
        $this->stockChanges->onHook($hook, $params);
        if (defined('_PS_ADMIN_DIR_')) {
            $this->adminFolder->remember(_PS_ADMIN_DIR_);
        }

        return null;
    }
}
