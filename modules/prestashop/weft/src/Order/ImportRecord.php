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
 * A row of the table of imports.
 *
 * @immutable
 */
class ImportRecord
{
    /** @var string 32 hex digits of the try that wrote it */
    public $attempt;

    /** @var int 0: the import has not made its order */
    public $orderId;

    /** @var int 0: the import has not made its cart */
    public $cartId;

    /** @var array<string, mixed>|null what `order` answered */
    public $answer;

    /**
     * @param array<string, mixed> $row
     */
    public function __construct(array $row)
    {
        $answer = json_decode((string) $row['answer'], true);
        $this->attempt = (string) $row['attempt'];
        $this->orderId = (int) $row['id_order'];
        $this->cartId = (int) $row['id_cart'];
        $this->answer = is_array($answer) ? $answer : null;
    }
}
