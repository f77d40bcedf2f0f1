<?php
/**
 * The totals an order must show, with and without tax, and its tax by rate. Pure; minor units.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftTotals
{
    /**
     * Shipping is taxed at the carrier's rate in percent; a discount lowers the tax in the proportion
     * of the products, as the shop does with its own vouchers, and beyond them that of shipping.
     *
     * @param array $wanted productsMinor, shippingMinor, discountMinor, totalMinor
     *
     * @return array shippingNetMinor, discountNetMinor, paidNetMinor
     */
    public static function plan(array $wanted, int $productsNetMinor, float $shippingRate): array
    {
        $share = $wanted['productsMinor'] > 0 ? $productsNetMinor / $wanted['productsMinor'] : 1;
        $shippingNet = (int) round($wanted['shippingMinor'] / (1 + $shippingRate / 100));
        $shippingShare = $wanted['shippingMinor'] > 0 ? $shippingNet / $wanted['shippingMinor'] : 1;
        $beyond = self::beyondProducts($wanted);
        $discountNet = (int) round(($wanted['discountMinor'] - $beyond) * $share + $beyond * $shippingShare);

        return [
            'shippingNetMinor' => $shippingNet,
            'discountNetMinor' => $discountNet,
            'paidNetMinor' => max(0, $productsNetMinor + $shippingNet - $discountNet),
        ];
    }

    /**
     * One row per rate over lines, shipping and discount, highest first; they add up to the total.
     *
     * @param array $rows rows of rate (percent), gross, net: the order's lines, not rounded
     * @param array $wanted productsMinor, shippingMinor, discountMinor, totalMinor
     * @param array $nets what plan() made of it
     * @param float|null $shippingRate null when shipping is taxed like the products beside it
     */
    public static function taxes(array $rows, array $wanted, array $nets, $shippingRate): array
    {
        $groups = [];
        $beyond = self::beyondProducts($wanted);
        $shipping = $wanted['shippingMinor'] - $beyond;
        $spreadGross = $beyond - $wanted['discountMinor'] + ($shippingRate === null ? $shipping : 0);
        $gross = array_sum(array_column($rows, 'gross'));
        foreach ($rows as $row) {
            $share = $gross > 0 ? 1 + $spreadGross / $gross : 1;
            self::add($groups, $row['rate'], $row['gross'] * $share, $row['net'] * $share);
        }
        if ($shippingRate !== null && $shipping > 0) {
            $shippingNet = $nets['shippingNetMinor'] * $shipping / $wanted['shippingMinor'];
            self::add($groups, $shippingRate, $shipping, $shippingNet);
        }
        krsort($groups, SORT_NUMERIC);

        return self::rounded($groups, $nets['paidNetMinor'], $wanted['totalMinor'] - $nets['paidNetMinor']);
    }

    /**
     * What a discount takes off the shipping fee.
     */
    private static function beyondProducts(array $wanted): int
    {
        return max(0, $wanted['discountMinor'] - $wanted['productsMinor']);
    }

    private static function add(array &$groups, float $rate, float $gross, float $net)
    {
        $key = number_format($rate, 3, '.', '');
        $known = isset($groups[$key]) ? $groups[$key] : ['net' => 0.0, 'tax' => 0.0];
        $groups[$key] = ['net' => $known['net'] + $net, 'tax' => $known['tax'] + $gross - $net];
    }

    /**
     * Whole cents; what rounding leaves over goes to the row with the most.
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

        return array_values(array_filter($rows, function ($row) {
            return $row['netMinor'] !== 0 || $row['taxMinor'] !== 0;
        }));
    }
}
