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

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The order of the channel, as it came with a call of `order` or `cart-total`. Amounts are minor units, tax included.
 *
 * @immutable
 */
class OrderDraft
{
    /** @var string */
    public $channelOrderId;

    /** @var string ISO code in capitals */
    public $currency;

    /** @var OrderLine[] */
    public $lines;

    /** @var int */
    public $shippingMinor;

    /** @var int */
    public $discountMinor;

    /** @var int */
    public $totalMinor;

    /** @var OrderAddress */
    public $address;

    /** @var string */
    public $note;

    /** @var string what the back office shows as the way of payment */
    public $paymentLabel;

    /** @var string empty: the shop chooses */
    public $carrierReference;

    /** @var string empty: PS_OS_WS_PAYMENT */
    public $orderStateId;

    /** @var bool whether the channel ships the order from its own warehouse */
    public $isFulfilledByChannel;

    /**
     * @param array<string, mixed> $with
     *
     * @throws Refusal "draft_sum_wrong" when there are no lines, when a line makes no sense, or when lines, shipping
     *                 and discount do not add up to the total
     */
    public function __construct(array $with)
    {
        $this->channelOrderId = CallFields::text($with, 'channelOrderId');
        $this->currency = strtoupper(CallFields::text($with, 'currency'));
        $this->lines = array_map([OrderLine::class, 'fromCall'], array_values(CallFields::fields($with, 'lines')));
        $this->shippingMinor = CallFields::wholeNumber($with, 'shippingMinor');
        $this->discountMinor = CallFields::wholeNumber($with, 'discountMinor');
        $this->totalMinor = CallFields::wholeNumber($with, 'totalMinor');
        $this->address = new OrderAddress(CallFields::fields($with, 'address'));
        $this->note = CallFields::text($with, 'note');
        $this->paymentLabel = BuyerText::label(CallFields::text($with, 'paymentLabel'));
        $this->carrierReference = CallFields::text($with, 'carrierReference');
        $this->orderStateId = CallFields::text($with, 'stateId');
        $this->isFulfilledByChannel = !empty($with['isFulfilledByChannel']);
        if (!$this->addsUp()) {
            throw new Refusal('draft_sum_wrong', ['channelOrderId' => $this->channelOrderId]);
        }
    }

    /**
     * The address of the guest who buys. Nobody receives mail under `.invalid`, and no account of the shop has such an
     * address by chance. It is also how an order made through the plain webservice is found. An id that an address
     * cannot hold has its hash appended, so that no two ids share an address.
     */
    public function guestEmail(): string
    {
        $id = $this->channelOrderId;
        $safe = preg_replace('/[^a-z0-9-]/', '-', strtolower($id));
        $name = $safe === $id ? $id : $safe . '-' . hash('fnv1a32', $id);

        return 'order-' . $name . GuestMailFilter::GUEST_DOMAIN;
    }

    private function addsUp(): bool
    {
        $sum = $this->shippingMinor - $this->discountMinor;
        foreach ($this->lines as $line) {
            if ($line->quantity < 1 || $line->unitPriceMinor < 0) {
                return false;
            }
            $sum += $line->quantity * $line->unitPriceMinor;
        }

        return preg_match('/^[\x21-\x7e]{1,64}$/D', $this->channelOrderId) === 1
            && $this->lines !== []
            && min($this->shippingMinor, $this->discountMinor, $this->totalMinor) >= 0
            && $sum === $this->totalMinor;
    }
}
