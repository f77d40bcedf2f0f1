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

use ObjectModel;
use PrestaShop\Module\Weft\Api\Refusal;
use Tools;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Fills fields that a merchant has made required and the channel does not know. The buyer has paid and was never
 * asked, so such a field gets a text that says nothing.
 */
class RequiredFields
{
    /** The first that the field's validator accepts is used. */
    private const FILLERS = ['-', '1970-01-01', '0'];
    private const PHONE_FILLERS = ['0'];

    /**
     * @param ObjectModel $object not stored yet
     *
     * @throws Refusal "buyer_field" for a field the shop accepts no value of
     */
    public function complete(ObjectModel $object): void
    {
        foreach (array_keys(ObjectModel::getDefinition($object)['fields']) as $field) {
            if (!$this->isGood($object, $field, $object->$field)) {
                $object->$field = $this->findFiller($object, $field);
            }
        }
    }

    private function findFiller(ObjectModel $object, string $field): string
    {
        $fillers = strpos($field, 'phone') === 0 ? self::PHONE_FILLERS : self::FILLERS;
        foreach (Tools::isEmpty($object->$field) ? $fillers : [] as $filler) {
            if ($this->isGood($object, $field, $filler)) {
                return $filler;
            }
        }
        throw new Refusal('buyer_field', ['field' => get_class($object) . ' ' . $field]);
    }

    /**
     * @param mixed $value
     */
    private function isGood(ObjectModel $object, string $field, $value): bool
    {
        return $object->validateField($field, $value) === true;
    }
}
