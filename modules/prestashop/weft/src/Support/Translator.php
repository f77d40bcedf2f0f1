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

namespace PrestaShop\Module\Weft\Support;

use Module;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * PrestaShop's translator, in the language of whoever uses this request.
 */
class Translator
{
    /** @var Module */
    private $module;

    public function __construct(Module $module)
    {
        $this->module = $module;
    }

    /**
     * @param array<string, string|int> $parameters placeholder, such as "%host%" => value
     */
    public function trans(string $text, array $parameters, string $domain): string
    {
        return (string) $this->module->getTranslator()->trans($text, $parameters, $domain);
    }
}
