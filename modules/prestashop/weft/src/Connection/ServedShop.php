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

namespace PrestaShop\Module\Weft\Connection;

use PrestaShop\Module\Weft\Support\Store;
use PrestaShop\Module\Weft\Support\Translator;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Which shop, of several in one installation, the module is paired for. There is one pairing in an installation, so
 * a second shop is refused here instead of taking it from the first.
 */
class ServedShop
{
    /** @var Settings */
    private $settings;

    /** @var Store */
    private $store;

    /** @var Translator */
    private $translator;

    public function __construct(Settings $settings, Store $store, Translator $translator)
    {
        $this->settings = $settings;
        $this->store = $store;
        $this->translator = $translator;
    }

    /**
     * Why the shop of this page cannot be paired.
     *
     * @return string|null a sentence for the merchant; null when it can
     */
    public function findFault(): ?string
    {
        if (!$this->store->isOneOfSeveral()) {
            return null;
        }
        if (!$this->store->isShopChosen()) {
            return $this->translator->trans(
                'Choose one shop at the top of this page first: Weft connects one shop, not all of them at once.',
                [],
                'Modules.Weft.Admin'
            );
        }
        $served = $this->settings->isComplete() ? $this->settings->shopId() : 0;
        $name = $served === 0 || $served === $this->store->shopId() ? '' : $this->store->shopName($served);

        return $name === '' ? null : $this->translator->trans(
            'The module serves the shop %shop% and no second one. Connect this shop with a webservice key, or reset the module first.',
            ['%shop%' => $name],
            'Modules.Weft.Admin'
        );
    }

    /**
     * Remembers that the pairing is that of the shop of this request.
     */
    public function take(): void
    {
        $this->settings->saveShopId($this->store->shopId());
    }

    /**
     * As `take`, for a pairing that an earlier version made without a word on its shop.
     */
    public function takeIfUnknown(): void
    {
        if ($this->settings->isComplete() && $this->settings->shopId() === 0) {
            $this->take();
        }
    }
}
