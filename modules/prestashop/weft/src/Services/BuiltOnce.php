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

namespace PrestaShop\Module\Weft\Services;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * For a factory: keeps what it has built.
 */
trait BuiltOnce
{
    /** @var array<string, object> class => its instance */
    private $instances = [];

    /**
     * @return mixed the instance of the class
     */
    private function once(string $class, callable $build)
    {
        if (!isset($this->instances[$class])) {
            $this->instances[$class] = $build();
        }

        return $this->instances[$class];
    }
}
