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

use CartRule;
use Language;
use PrestaShop\Module\Weft\Support\Database;
use RuntimeException;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * The voucher that discount rows of orders refer to: one expired and inactive voucher serves all of them.
 */
class DiscountVoucher
{
    private const CODE = 'WEFT-DISCOUNT';

    /** @var Database */
    private $database;

    public function __construct(Database $database)
    {
        $this->database = $database;
    }

    /**
     * Makes the voucher if the shop has none. Not called inside a hook, where the shop swallows errors.
     */
    public function prepare(OrderImport $import): void
    {
        if ($this->id() === 0) {
            $this->make($import->draft->paymentLabel);
        }
    }

    /**
     * Its id; 0 when there is none.
     */
    public function id(): int
    {
        return $this->database->number(
            'SELECT `id_cart_rule` FROM `' . _DB_PREFIX_ . 'cart_rule` WHERE `code` = \'' . self::CODE . '\''
            . ' ORDER BY `id_cart_rule` LIMIT 1'
        );
    }

    private function make(string $name): void
    {
        $voucher = new CartRule();
        $voucher->name = [];
        foreach (Language::getIDs(false) as $languageId) {
            $voucher->name[$languageId] = $name;
        }
        $voucher->code = self::CODE;
        $voucher->date_from = '2000-01-01 00:00:00';
        $voucher->date_to = '2000-01-02 00:00:00';
        $voucher->quantity = 0;
        $voucher->quantity_per_user = 0;
        $voucher->active = false;
        if (!$voucher->add()) {
            throw new RuntimeException('PrestaShop did not save the voucher of discounts');
        }
    }
}
