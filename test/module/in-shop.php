<?php
/**
 * `php in-shop.php <folder of a PrestaShop> <what> <arguments>`: what the merchant or the host does inside
 * the shop, for tests against a real one. Prints the outcome as JSON.
 */
list(, $shop, $what) = $argv;
$given = array_slice($argv, 3);
chdir($shop);
ob_start();
require $shop . '/config/config.inc.php';
Context::getContext()->employee = new Employee(1);

function carryOut(string $what, array $given)
{
    switch ($what) {
        case 'sql':
            $isQuestion = preg_match('/^\s*(select|show)/i', $given[0]) === 1;

            return $isQuestion ? Db::getInstance()->executeS($given[0], true, false) : Db::getInstance()->execute($given[0], false);
        case 'pair':
            return WeftPairing::pair($given[0], $given[1]);
        case 'connect':
            return WeftPairing::handOver();
        case 'save':
            return WeftSettings::save($given[0], $given[1]);
        case 'cron':
            return Context::getContext()->link->getModuleLink('weft', 'cron', ['token' => WeftSettings::cronToken()]);
    }
    throw new InvalidArgumentException('nobody does ' . $what);
}

// Loads the module's classes.
Module::getInstanceByName('weft');
$outcome = carryOut($what, $given);
ob_end_clean();
echo json_encode($outcome);
