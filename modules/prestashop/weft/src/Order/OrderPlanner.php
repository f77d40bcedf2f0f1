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

use Configuration;
use PrestaShop\Module\Weft\Api\Refusal;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Plans an import from a draft and sets the shop's context for it.
 */
class OrderPlanner
{
    /** @var StoreIdResolver */
    private $resolver;

    /** @var OrderContext */
    private $context;

    /** @var PriceRuleReader */
    private $priceRules;

    public function __construct(StoreIdResolver $resolver, OrderContext $context, PriceRuleReader $priceRules)
    {
        $this->resolver = $resolver;
        $this->context = $context;
        $this->priceRules = $priceRules;
    }

    /**
     * @throws Refusal when the shop cannot take the order
     */
    public function plan(OrderDraft $draft): OrderImport
    {
        $ids = $this->resolver->resolve($draft);
        $this->context->enter($ids);
        $rules = $this->priceRules->read($draft, $ids);
        $roundMode = (int) Configuration::get('PS_PRICE_ROUND_MODE');

        return OrderImport::plan(
            $draft,
            $ids,
            CartPricePlanner::plan($draft->lines, $draft->currency, $rules, $roundMode),
            array_values(array_filter(array_column($rules, 'missing')))
        );
    }
}
