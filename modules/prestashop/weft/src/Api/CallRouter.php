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

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Finds who carries out a call.
 */
class CallRouter
{
    /** @var array<string, callable> */
    private $calls;

    /**
     * @param array<string, callable> $calls name of the call => what carries it out. It takes what came with the call
     *                                       and the secret the call was signed by, returns what stands in "ok", or
     *                                       throws a Refusal.
     */
    public function __construct(array $calls)
    {
        $this->calls = $calls;
    }

    /**
     * @param array<string, mixed> $with
     *
     * @return array<string, mixed>
     *
     * @throws Refusal also "call_unknown": Weft is newer than this module
     */
    public function carryOut(string $call, array $with, string $signedBy): array
    {
        if (!isset($this->calls[$call])) {
            throw new Refusal('call_unknown', ['call' => $call]);
        }

        return call_user_func($this->calls[$call], $with, $signedBy);
    }
}
