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

/** The module's objects. */
function services(): PrestaShop\Module\Weft\Services
{
    return Module::getInstanceByName('weft')->services();
}

function carryOut(string $what, array $given)
{
    switch ($what) {
        case 'sql':
            $isQuestion = preg_match('/^\s*(select|show)/i', $given[0]) === 1;

            return $isQuestion ? Db::getInstance()->executeS($given[0], true, false) : Db::getInstance()->execute($given[0], false);
        case 'engine':
            foreach (array_slice($given, 1) as $table) {
                Db::getInstance()->execute('ALTER TABLE `' . _DB_PREFIX_ . $table . '` ENGINE=' . $given[0], false);
            }

            return true;
        case 'pair':
            return services()->connection()->pairing()->pair($given[0], $given[1]);
        case 'connect':
            // The super administrator, who exists in every shop, presses the button.
            Context::getContext()->employee = new Employee(1);

            return services()->connection()->pairing()->handOver();
        case 'save':
            return services()->connection()->settings()->save($given[0], $given[1]);
        case 'cron':
            return Context::getContext()->link->getModuleLink('weft', 'cron', ['token' => services()->connection()->settings()->cronToken()]);
        case 'time-import':
            return timeImport();
        case 'kill-import':
            return killImport((int) $given[0]);
        case 'kill-connections':
            return killConnections((int) $given[0], (int) $given[1]);
    }
    throw new InvalidArgumentException('nobody does ' . $what);
}

/**
 * How many milliseconds the next import is at it, on this machine as busy as it is now. Says "watching" as killImport()
 * does.
 */
function timeImport(): int
{
    fwrite(STDERR, "watching\n");
    $connection = importing(0);
    $began = microtime(true);
    while ($connection > 0 && services()->support()->database()->number(lockHolder()) === $connection) {
        usleep(1000);
    }

    return (int) ((microtime(true) - $began) * 1000);
}

/**
 * Kills the process that is importing an order, so many milliseconds after it began; says "watching" on
 * standard error, then waits for one for ten seconds. Answers its pid, 0 when it was done before. The shop
 * must reach its database by TCP.
 */
function killImport(int $afterMs): int
{
    fwrite(STDERR, "watching\n");
    $connection = importing(0);
    $began = microtime(true);
    $row = services()->support()->database()->row('SELECT `HOST` FROM `information_schema`.`PROCESSLIST` WHERE `ID` = ' . $connection);
    // The search takes long on a busy machine, so it comes before the moment of the death.
    $pid = $row === [] ? 0 : processAt((int) substr(strrchr($row['HOST'], ':'), 1));
    usleep((int) max(0, $afterMs * 1000 - (microtime(true) - $began) * 1e6));
    if ($pid > 0) {
        exec('kill -9 ' . $pid);
    }

    return $pid;
}

/**
 * As killImport(), but only the import's connection to the database dies: so many imports in a row, each a
 * little later than the one before. Answers how many were still at it.
 */
function killConnections(int $imports, int $overMs): int
{
    $killed = 0;
    for ($import = 0; $import < $imports; ++$import) {
        $connection = importing((int) ($import * $overMs / $imports));
        if ($connection > 0 && services()->support()->database()->number(lockHolder()) === $connection) {
            $killed += Db::getInstance()->execute('KILL ' . $connection, false) ? 1 : 0;
        }
        while ($connection > 0 && services()->support()->database()->number(lockHolder()) === $connection) {
            usleep(1000);
        }
    }

    return $killed;
}

/** The connection of the import under way, so many milliseconds after it began; 0 when there is none. */
function importing(int $afterMs): int
{
    $until = microtime(true) + 10;
    do {
        $connection = services()->support()->database()->number(lockHolder());
    } while ($connection === 0 && microtime(true) < $until);
    usleep($afterMs * 1000);

    return $connection;
}

function lockHolder(): string
{
    return 'SELECT IS_USED_LOCK(\'weft_' . md5(_DB_NAME_ . _DB_PREFIX_ . 'order') . '\')';
}

/** The process at this end of a connection: its port's socket is among the files it holds open. */
function processAt(int $port): int
{
    $pattern = '/^\s*\d+: [0-9A-F]+:' . sprintf('%04X', $port) . ' (?:\S+\s+){7}(\d+)/m';
    if (preg_match($pattern, file_get_contents('/proc/net/tcp'), $found) !== 1) {
        return 0;
    }
    foreach (glob('/proc/[0-9]*/fd/*') as $file) {
        if (@readlink($file) === 'socket:[' . $found[1] . ']') {
            return (int) explode('/', $file)[2];
        }
    }

    return 0;
}

$outcome = carryOut($what, $given);
ob_end_clean();
echo json_encode($outcome);
