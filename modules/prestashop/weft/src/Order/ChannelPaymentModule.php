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

use PaymentModule;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * PrestaShop makes orders by the method validateOrder() of a payment module. The module is none, so this one stands in
 * for it under its name.
 */
class ChannelPaymentModule extends PaymentModule
{
    public function __construct()
    {
        $this->name = 'weft';
        parent::__construct();
        $this->displayName = 'Weft';
        $this->active = true;
    }
}
