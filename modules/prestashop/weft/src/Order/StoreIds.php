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

namespace PrestaShop\Module\Weft\Order;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The ids of the shop that a draft's codes stand for.
 *
 * @immutable
 */
class StoreIds
{
    /** @var string ISO code */
    public $currency;

    /** @var int */
    public $currencyId;

    /** @var OrderDestination */
    public $destination;

    /** @var TargetState */
    public $state;

    /** @var int */
    public $languageId;

    /** @var int the group of guests */
    public $groupId;

    /** @var int */
    public $shopId;

    public function __construct(
        string $currency,
        int $currencyId,
        OrderDestination $destination,
        TargetState $state,
        int $languageId,
        int $groupId,
        int $shopId
    ) {
        $this->currency = $currency;
        $this->currencyId = $currencyId;
        $this->destination = $destination;
        $this->state = $state;
        $this->languageId = $languageId;
        $this->groupId = $groupId;
        $this->shopId = $shopId;
    }
}
