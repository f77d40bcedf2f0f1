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

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * One method for each hook of HookRegistry::all(), for the module's main class. PrestaShop offers a module every hook
 * it has a method for, so none is answered by __call().
 */
trait HookMethods
{
    /**
     * @param array<string, mixed> $params
     *
     * @return false|null
     */
    abstract protected function dispatchHook(string $hook, array $params): ?bool;

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectProductAddAfter(array $params): void
    {
        $this->dispatchHook('actionObjectProductAddAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectProductUpdateAfter(array $params): void
    {
        $this->dispatchHook('actionObjectProductUpdateAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectProductDeleteAfter(array $params): void
    {
        $this->dispatchHook('actionObjectProductDeleteAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionProductSave(array $params): void
    {
        $this->dispatchHook('actionProductSave', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionProductUpdate(array $params): void
    {
        $this->dispatchHook('actionProductUpdate', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionProductDelete(array $params): void
    {
        $this->dispatchHook('actionProductDelete', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectCombinationAddAfter(array $params): void
    {
        $this->dispatchHook('actionObjectCombinationAddAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectCombinationUpdateAfter(array $params): void
    {
        $this->dispatchHook('actionObjectCombinationUpdateAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectCombinationDeleteAfter(array $params): void
    {
        $this->dispatchHook('actionObjectCombinationDeleteAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectImageAddAfter(array $params): void
    {
        $this->dispatchHook('actionObjectImageAddAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectImageUpdateAfter(array $params): void
    {
        $this->dispatchHook('actionObjectImageUpdateAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectImageDeleteAfter(array $params): void
    {
        $this->dispatchHook('actionObjectImageDeleteAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectSpecificPriceAddAfter(array $params): void
    {
        $this->dispatchHook('actionObjectSpecificPriceAddAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectSpecificPriceUpdateAfter(array $params): void
    {
        $this->dispatchHook('actionObjectSpecificPriceUpdateAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectSpecificPriceDeleteAfter(array $params): void
    {
        $this->dispatchHook('actionObjectSpecificPriceDeleteAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectSpecificPriceRuleUpdateBefore(array $params): void
    {
        $this->dispatchHook('actionObjectSpecificPriceRuleUpdateBefore', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectSpecificPriceRuleDeleteAfter(array $params): void
    {
        $this->dispatchHook('actionObjectSpecificPriceRuleDeleteAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectStockAvailableAddAfter(array $params): void
    {
        $this->dispatchHook('actionObjectStockAvailableAddAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectStockAvailableUpdateAfter(array $params): void
    {
        $this->dispatchHook('actionObjectStockAvailableUpdateAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectStockAvailableDeleteAfter(array $params): void
    {
        $this->dispatchHook('actionObjectStockAvailableDeleteAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionUpdateQuantity(array $params): void
    {
        $this->dispatchHook('actionUpdateQuantity', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionOrderStatusPostUpdate(array $params): void
    {
        $this->dispatchHook('actionOrderStatusPostUpdate', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectOrderSlipAddAfter(array $params): void
    {
        $this->dispatchHook('actionObjectOrderSlipAddAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectOrderCarrierUpdateAfter(array $params): void
    {
        $this->dispatchHook('actionObjectOrderCarrierUpdateAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionAdminOrdersTrackingNumberUpdate(array $params): void
    {
        $this->dispatchHook('actionAdminOrdersTrackingNumberUpdate', $params);
    }

    /**
     * @param array<string, mixed> $params
     *
     * @return false|null false: the mail is not sent
     */
    public function hookActionEmailSendBefore(array $params): ?bool
    {
        return $this->dispatchHook('actionEmailSendBefore', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectOrderAddBefore(array $params): void
    {
        $this->dispatchHook('actionObjectOrderAddBefore', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectOrderAddAfter(array $params): void
    {
        $this->dispatchHook('actionObjectOrderAddAfter', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectOrderDetailAddBefore(array $params): void
    {
        $this->dispatchHook('actionObjectOrderDetailAddBefore', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectOrderCarrierAddBefore(array $params): void
    {
        $this->dispatchHook('actionObjectOrderCarrierAddBefore', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectOrderPaymentAddBefore(array $params): void
    {
        $this->dispatchHook('actionObjectOrderPaymentAddBefore', $params);
    }

    /**
     * @param array<string, mixed> $params
     */
    public function hookActionObjectStockAvailableUpdateBefore(array $params): void
    {
        $this->dispatchHook('actionObjectStockAvailableUpdateBefore', $params);
    }
}
