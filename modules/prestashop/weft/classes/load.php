<?php
/**
 * Finds the module's classes by their names, so that no page loads what it does not use.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

if (!function_exists('weft_load_class')) {
    function weft_load_class($class)
    {
        if (strpos($class, 'Weft') !== 0) {
            return;
        }
        foreach (['', 'api/', 'order/', 'shop/', 'stock/'] as $folder) {
            $file = __DIR__ . '/' . $folder . $class . '.php';
            if (is_file($file)) {
                require_once $file;

                return;
            }
        }
    }

    spl_autoload_register('weft_load_class');
}
