<?php
/**
 * A merchant may demand more of an address or a customer than the shop itself does. The buyer has paid
 * and was never asked, so what is missing gets a word that says nothing.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftBuyerFields
{
    /** The first that the field's validator takes. */
    const FILLERS = ['-', '1970-01-01', '0'];
    const PHONE_FILLERS = ['0'];

    /**
     * Throws WeftRefusal("buyer_field") for a field the shop does not take in any way.
     *
     * @param ObjectModel $object not stored yet
     */
    public static function complete(ObjectModel $object)
    {
        foreach (array_keys(ObjectModel::getDefinition($object)['fields']) as $field) {
            if (self::isGood($object, $field, $object->$field)) {
                continue;
            }
            $object->$field = self::findFiller($object, $field);
        }
    }

    private static function findFiller(ObjectModel $object, string $field): string
    {
        $fillers = strpos($field, 'phone') === 0 ? self::PHONE_FILLERS : self::FILLERS;
        foreach (Tools::isEmpty($object->$field) ? $fillers : [] as $filler) {
            if (self::isGood($object, $field, $filler)) {
                return $filler;
            }
        }
        throw new WeftRefusal('buyer_field', ['field' => get_class($object) . ' ' . $field]);
    }

    private static function isGood(ObjectModel $object, string $field, $value): bool
    {
        return $object->validateField($field, $value) === true;
    }
}
