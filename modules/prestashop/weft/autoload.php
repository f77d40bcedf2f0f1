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

if (!defined('_PS_VERSION_')) {
    exit;
}

/*
 * Finds the module's classes by PSR-4, as composer.json says it. The module is installed without Composer.
 */
spl_autoload_register(function (string $class): void {
    $namespace = 'PrestaShop\\Module\\Weft\\';
    if (strpos($class, $namespace) !== 0) {
        return;
    }
    $file = __DIR__ . '/src/' . str_replace('\\', '/', substr($class, strlen($namespace))) . '.php';
    if (is_file($file)) {
        require_once $file;
    }
});
