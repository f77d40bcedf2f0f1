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
 * Where the channel's buyer wants the parcel, as the channel says it.
 *
 * @immutable
 */
class OrderAddress
{
    /** @var string the whole name */
    public $name;

    /** @var string */
    public $firstName;

    /** @var string */
    public $lastName;

    /** @var string */
    public $phone;

    /** @var string ISO code in capitals */
    public $country;

    /** @var string code or name */
    public $province;

    /** @var string */
    public $city;

    /** @var string */
    public $postcode;

    /** @var string */
    public $line1;

    /** @var string */
    public $line2;

    /** @var string what no other field holds, as the buyer typed it */
    public $other;

    /**
     * @param array<string, mixed> $given the call's `address`
     */
    public function __construct(array $given)
    {
        $text = function (string $field) use ($given): string {
            return trim(CallFields::text($given, $field));
        };
        $this->name = $text('name');
        $this->firstName = $text('firstName');
        $this->lastName = $text('lastName');
        $this->phone = $text('phone');
        $this->country = strtoupper($text('country'));
        $this->province = $text('state');
        $this->city = $text('city');
        $this->postcode = $text('postcode');
        $this->line1 = $text('line1');
        $this->line2 = $text('line2');
        $this->other = $text('other');
    }
}
