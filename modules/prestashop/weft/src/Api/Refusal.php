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

namespace PrestaShop\Module\Weft\Api;

use Exception;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * A call was understood and is not carried out, for a reason Weft can act on. Nothing of the call stays in the shop.
 */
class Refusal extends Exception
{
    /** @var array<string, mixed> */
    private $facts;

    /**
     * @param string $reason one of the codes of the protocol, such as "country_inactive"
     * @param array<string, mixed> $facts what the merchant has to know: name => string, number or list of strings
     */
    public function __construct(string $reason, array $facts = [])
    {
        parent::__construct($reason);
        $this->facts = $facts;
    }

    public function reason(): string
    {
        return $this->getMessage();
    }

    /**
     * @return array<string, mixed>
     */
    public function facts(): array
    {
        return $this->facts;
    }

    /**
     * The refusal as it stands in an answer.
     *
     * @return array{code: string, facts: object}
     */
    public function toAnswer(): array
    {
        return ['code' => $this->reason(), 'facts' => (object) $this->facts];
    }
}
