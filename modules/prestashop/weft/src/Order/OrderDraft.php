<?php
/**
 * What came with a call of `order` or `cart-total`, in a known shape. Pure.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderDraft
{
    const ADDRESS = ['name', 'firstName', 'lastName', 'phone', 'country', 'state', 'city', 'postcode', 'line1', 'line2'];

    /**
     * Throws WeftRefusal("draft_sum_wrong") when there are no lines, when a line makes no sense, or
     * when lines, shipping and discount do not add up to the total.
     */
    public static function read(array $with): array
    {
        $draft = [
            'channelOrderId' => self::text($with, 'channelOrderId'),
            'currency' => strtoupper(self::text($with, 'currency')),
            'lines' => self::readLines(isset($with['lines']) && is_array($with['lines']) ? $with['lines'] : []),
            'shippingMinor' => self::amount($with, 'shippingMinor'),
            'discountMinor' => self::amount($with, 'discountMinor'),
            'totalMinor' => self::amount($with, 'totalMinor'),
            'address' => self::readAddress(isset($with['address']) && is_array($with['address']) ? $with['address'] : []),
            'note' => self::text($with, 'note'),
            'paymentLabel' => WeftBuyerText::label(self::text($with, 'paymentLabel')),
            'carrierReference' => self::text($with, 'carrierReference'),
            'stateId' => self::text($with, 'stateId'),
            'isFulfilledByChannel' => !empty($with['isFulfilledByChannel']),
        ];
        if (!self::addsUp($draft)) {
            throw new WeftRefusal('draft_sum_wrong', ['channelOrderId' => $draft['channelOrderId']]);
        }

        return $draft;
    }

    /**
     * Nobody receives mail under `.invalid`, and no account of the shop can have this address by
     * chance. It is also how an order made through the plain webservice is found. An id that an address
     * cannot hold as it is has a hash behind it, so that no two ids share one.
     */
    public static function guestEmail(array $draft): string
    {
        $id = $draft['channelOrderId'];
        $safe = preg_replace('/[^a-z0-9-]/', '-', strtolower($id));
        $name = $safe === $id ? $id : $safe . '-' . hash('fnv1a32', $id);

        return 'order-' . $name . '@weft.invalid';
    }

    private static function readLines(array $lines): array
    {
        return array_map(function ($line) {
            $line = is_array($line) ? $line : [];

            return [
                'product' => (int) self::text($line, 'product'),
                'variant' => (int) self::text($line, 'variant'),
                'quantity' => self::amount($line, 'quantity'),
                'unitPriceMinor' => self::amount($line, 'unitPriceMinor'),
            ];
        }, array_values($lines));
    }

    private static function readAddress(array $address): array
    {
        $read = [];
        foreach (self::ADDRESS as $field) {
            $read[$field] = trim(self::text($address, $field));
        }

        return ['country' => strtoupper($read['country'])] + $read;
    }

    private static function addsUp(array $draft): bool
    {
        $sum = $draft['shippingMinor'] - $draft['discountMinor'];
        foreach ($draft['lines'] as $line) {
            if ($line['quantity'] < 1 || $line['unitPriceMinor'] < 0) {
                return false;
            }
            $sum += $line['quantity'] * $line['unitPriceMinor'];
        }

        return preg_match('/^[\x21-\x7e]{1,64}$/D', $draft['channelOrderId']) === 1
            && $draft['lines'] !== []
            && min($draft['shippingMinor'], $draft['discountMinor'], $draft['totalMinor']) >= 0
            && $sum === $draft['totalMinor'];
    }

    private static function text(array $from, string $field): string
    {
        return isset($from[$field]) && is_scalar($from[$field]) ? (string) $from[$field] : '';
    }

    /**
     * Anything but a whole number is -1, which no sum survives.
     */
    private static function amount(array $from, string $field): int
    {
        return isset($from[$field]) && is_int($from[$field]) ? $from[$field] : -1;
    }
}
