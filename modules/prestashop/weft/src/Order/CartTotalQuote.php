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

use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Support\CorePatches;
use PrestaShop\Module\Weft\Support\Engines;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The call `cart-total`: what an import would come to. Nothing of it stays in the shop.
 */
class CartTotalQuote
{
    /** @var OrderPlanner */
    private $planner;

    /** @var OrderTransaction */
    private $transaction;

    /** @var OversellCheck */
    private $oversellCheck;

    /** @var CartBuilder */
    private $cartBuilder;

    /** @var CartTotalReader */
    private $reader;

    /** @var CorePatches */
    private $patches;

    /** @var Engines */
    private $engines;

    public function __construct(
        OrderPlanner $planner,
        OrderTransaction $transaction,
        OversellCheck $oversellCheck,
        CartBuilder $cartBuilder,
        CartTotalReader $reader,
        CorePatches $patches,
        Engines $engines
    ) {
        $this->planner = $planner;
        $this->transaction = $transaction;
        $this->oversellCheck = $oversellCheck;
        $this->cartBuilder = $cartBuilder;
        $this->reader = $reader;
        $this->patches = $patches;
        $this->engines = $engines;
    }

    /**
     * @param array<string, mixed> $with
     *
     * @return array<string, mixed>
     *
     * @throws Refusal when the shop cannot take the order; "no_transactions" where it would keep what is only tried
     */
    public function quote(array $with): array
    {
        $tables = $this->engines->withoutTransactions();
        if ($tables !== []) {
            throw new Refusal('no_transactions', ['tables' => array_column($tables, 'name')]);
        }
        $import = $this->planner->plan(new OrderDraft($with));
        $import->refuseMissing();

        return $this->transaction->pretend(function () use ($import): array {
            return $this->patches->withoutVouchers(function () use ($import): array {
                return $this->answer($import);
            });
        });
    }

    /**
     * @return array<string, mixed>
     */
    private function answer(OrderImport $import): array
    {
        $oversold = $this->oversellCheck->find($import->draft, $import->rows);
        $cart = $this->cartBuilder->build($import);
        $this->reader->refuseOtherProducts($cart, $import);

        return $this->reader->answer($cart, $import) + ['oversold' => $oversold];
    }
}
