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
 * The totals of an order without tax, and its tax by rate. Pure; minor units.
 */
class TaxBreakdown
{
    /**
     * Shipping is taxed at the carrier's rate in percent. A discount lowers the tax in the proportion of the products,
     * as the shop does with its own vouchers, and what exceeds them in that of shipping.
     */
    public static function netTotals(OrderTotals $totals, int $productsNetMinor, float $shippingRate): NetTotals
    {
        $share = $totals->productsMinor > 0 ? $productsNetMinor / $totals->productsMinor : 1;
        $shippingNet = (int) round($totals->shippingMinor / (1 + $shippingRate / 100));
        $shippingShare = $totals->shippingMinor > 0 ? $shippingNet / $totals->shippingMinor : 1;
        $onShipping = $totals->discountOnShippingMinor();
        $discountNet = (int) round(($totals->discountMinor - $onShipping) * $share + $onShipping * $shippingShare);

        return new NetTotals($shippingNet, $discountNet, max(0, $productsNetMinor + $shippingNet - $discountNet));
    }

    /**
     * One row per rate over lines, shipping and discount, highest first; the rows add up to the total.
     *
     * @param TaxableLine[] $lines
     * @param float|null $shippingRate percent; null when shipping is taxed like the products beside it
     *
     * @return array<int, array{rate: string, netMinor: int, taxMinor: int}>
     */
    public static function taxes(array $lines, OrderTotals $totals, NetTotals $nets, ?float $shippingRate): array
    {
        $groups = [];
        $onShipping = $totals->discountOnShippingMinor();
        $shipping = $totals->shippingMinor - $onShipping;
        $spreadGross = $onShipping - $totals->discountMinor + ($shippingRate === null ? $shipping : 0);
        $gross = array_sum(array_map(function (TaxableLine $line): float {
            return $line->gross;
        }, $lines));
        foreach ($lines as $line) {
            $share = $gross > 0 ? 1 + $spreadGross / $gross : 1;
            self::add($groups, $line->rate, $line->gross * $share, $line->net * $share);
        }
        if ($shippingRate !== null && $shipping > 0) {
            self::add($groups, $shippingRate, $shipping, $nets->shippingMinor * $shipping / $totals->shippingMinor);
        }
        krsort($groups, SORT_NUMERIC);

        return self::rounded($groups, $nets->paidMinor, $totals->totalMinor - $nets->paidMinor);
    }

    /**
     * @param array<string, array{net: float, tax: float}> $groups rate => sums
     */
    private static function add(array &$groups, float $rate, float $gross, float $net): void
    {
        $key = number_format($rate, 3, '.', '');
        $known = isset($groups[$key]) ? $groups[$key] : ['net' => 0.0, 'tax' => 0.0];
        $groups[$key] = ['net' => $known['net'] + $net, 'tax' => $known['tax'] + $gross - $net];
    }

    /**
     * Whole cents; the rest of rounding goes to the row with the most.
     *
     * @param array<string, array{net: float, tax: float}> $groups rate => sums
     *
     * @return array<int, array{rate: string, netMinor: int, taxMinor: int}>
     */
    private static function rounded(array $groups, int $netMinor, int $taxMinor): array
    {
        $rows = [];
        foreach ($groups as $rate => $group) {
            $rows[] = [
                'rate' => (string) $rate,
                'netMinor' => (int) round($group['net']),
                'taxMinor' => (int) round($group['tax']),
            ];
        }
        foreach (['netMinor' => $netMinor, 'taxMinor' => $taxMinor] as $field => $sum) {
            $column = array_column($rows, $field);
            if ($column !== []) {
                $most = array_keys($column, max($column))[0];
                $rows[$most][$field] += $sum - array_sum($column);
            }
        }

        return array_values(array_filter($rows, function (array $row): bool {
            return $row['netMinor'] !== 0 || $row['taxMinor'] !== 0;
        }));
    }
}
