<?php
/**
 * As much of PrestaShop as the module's own logic touches: settings in an array, and a database that is
 * SQLite in memory and understands the few words of MySQL that are used under test.
 */
define('_PS_VERSION_', '8.2.1');
define('_PS_ROOT_DIR_', sys_get_temp_dir() . '/weft-shop-' . uniqid());
define('_DB_PREFIX_', 'ps_');
define('_DB_NAME_', 'shop');
define('_MYSQL_ENGINE_', 'InnoDB');

function pSQL($text, $isHtml = false)
{
    return str_replace("'", "''", (string) $text);
}

class Configuration
{
    public static $values = [];
    /** What another request wrote meanwhile; seen once the settings are read again. */
    public static $written = [];

    public static function loadConfiguration()
    {
        self::$values = array_merge(self::$values, self::$written);
        self::$written = [];
    }

    public static function get($name)
    {
        return isset(self::$values[$name]) ? self::$values[$name] : false;
    }

    public static function getGlobalValue($name)
    {
        return self::get($name);
    }

    public static function updateGlobalValue($name, $value)
    {
        self::$values[$name] = (string) $value;

        return true;
    }

    public static function deleteByName($name)
    {
        unset(self::$values[$name]);

        return true;
    }
}

class Module
{
    public $id = 7;
    public $name = 'weft';
    public $version = '0.3.0';

    public function getTranslator()
    {
        return new class () {
            public function trans($text, array $parameters, $domain)
            {
                return $domain === 'Modules.Weft.Admin' ? strtr($text, $parameters) : '';
            }
        };
    }
}

class PaymentModule extends Module
{
}

class ObjectModel
{
}

class PrestaShopLogger
{
    public static $entries = [];

    public static function addLog($message, $severity, $code, $type, $id, $isRepeatAllowed)
    {
        self::$entries[] = $message;

        return true;
    }
}

class StockAvailable
{
    public static function addSqlShopRestriction()
    {
        return '';
    }
}

/** What the profile of the employee may do. */
class Access
{
    public static $granted = ['ROLE_MOD_TAB_ADMINWEBSERVICE_CREATE'];

    public static function isGranted($role, $idProfile)
    {
        return $idProfile === 4 && in_array($role, self::$granted, true);
    }
}

/** PrestaShop's key, as far as the module asks for it. */
class WebserviceKey
{
    /** Ids that were deleted. */
    public static $deleted = [];
    /** resource => methods, of every key. */
    public static $permissions = [];
    /** Text by id, of those that were added. */
    public static $added = [];

    public $id;
    public $key = 'OWNKEYOWNKEYOWNKEYOWNKEYOWNKEY12';
    public $description;
    public $active = true;

    public function __construct($id = 0)
    {
        $this->id = in_array($id, self::$deleted, true) ? 0 : $id;
        $this->key = isset(self::$added[$id]) ? self::$added[$id] : $this->key;
    }

    /** As PrestaShop does it: for the shops of the context, which are all where none is chosen. */
    public function add()
    {
        $this->id = 9 + count(self::$added);
        self::$added[$this->id] = $this->key;
        $this->associateTo(array_keys(Shop::$names));

        return true;
    }

    public function update()
    {
        return true;
    }

    public function delete()
    {
        self::$deleted[] = $this->id;

        return true;
    }

    public function associateTo($shops)
    {
        foreach (array_diff($shops, self::shopsOf($this->id)) as $shop) {
            Db::getInstance()->execute("INSERT INTO ps_webservice_account_shop VALUES ({$this->id}, $shop)");
        }

        return true;
    }

    /** The shops that a key is good for. */
    public static function shopsOf($id)
    {
        $sql = "SELECT id_shop FROM ps_webservice_account_shop WHERE id_webservice_account = $id ORDER BY 1";

        return array_map('intval', array_column(Db::getInstance()->executeS($sql), 'id_shop'));
    }

    public static function getPermissionForAccount($key)
    {
        return self::$permissions;
    }

    public static function setPermissionForAccount($id, $permissions)
    {
        self::$permissions = array_map('array_keys', $permissions);

        return true;
    }
}

class Validate
{
    public static function isLoadedObject($object)
    {
        return (int) $object->id > 0;
    }
}

class Context
{
    public $shop;
    public $employee;

    public static function getContext()
    {
        $context = new self();
        $context->shop = new Shop();
        $context->employee = (object) ['id_profile' => 4];

        return $context;
    }
}

class Shop
{
    const CONTEXT_SHOP = 1;
    const CONTEXT_ALL = 4;

    /** Name by id. */
    public static $names = [1 => 'Main'];
    public static $current = 1;
    public static $context = self::CONTEXT_SHOP;

    public $id;
    public $domain = 'shop.example';
    public $domain_ssl = 'shop.example';
    public $physical_uri = '/sub/';

    public function __construct()
    {
        $this->id = self::$current;
    }

    public static function isFeatureActive()
    {
        return count(self::$names) > 1;
    }

    public static function getTotalShops()
    {
        return count(self::$names);
    }

    public static function getContext()
    {
        return self::$context;
    }

    public static function getShops($isActive, $group, $asIds)
    {
        return array_keys(self::$names);
    }

    public static function getShop($id)
    {
        return isset(self::$names[$id]) ? ['id_shop' => $id, 'name' => self::$names[$id]] : false;
    }

    public function getBaseURI()
    {
        return '/';
    }
}

class Tools
{
    public static function strtoupper($text)
    {
        return strtoupper($text);
    }

    public static function substr($text, $from, $length)
    {
        return mb_substr($text, $from, $length);
    }
}

class Db
{
    private static $instance;
    protected $server = 'here';
    private $isLost = false;
    private $isOpen = false;
    private $pdo;
    private $affected = 0;

    public static function getInstance()
    {
        return self::$instance;
    }

    public static function renew()
    {
        self::$instance = new self();
        self::$instance->pdo = new PDO('sqlite::memory:', null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
        foreach (['GET_LOCK', 'RELEASE_LOCK'] as $name) {
            self::$instance->pdo->sqliteCreateFunction($name, function () {
                return 1;
            });
        }
    }

    /** The connection dies, and with it what it had not kept. */
    public function lose()
    {
        if ($this->isOpen) {
            $this->pdo->exec('ROLLBACK');
        }
        $this->isOpen = false;
        $this->isLost = true;
    }

    /** As the shop does it on PHP 7: silently, where it finds its server. */
    private function reconnect()
    {
        if ($this->isLost && $this->server !== 'here') {
            throw new RuntimeException('nobody answers at ' . $this->server);
        }
        $this->isLost = false;
    }

    public function execute($sql)
    {
        $this->reconnect();
        $this->isOpen = $sql === 'START TRANSACTION' || ($this->isOpen && !in_array($sql, ['COMMIT', 'ROLLBACK'], true));
        $this->affected = $this->pdo->exec(self::toSqlite($sql));

        return true;
    }

    public function executeS($sql)
    {
        $this->reconnect();
        return $this->pdo->query($sql)->fetchAll(PDO::FETCH_ASSOC);
    }

    public function getRow($sql)
    {
        $rows = $this->executeS($sql . ' LIMIT 1');

        return $rows === [] ? false : $rows[0];
    }

    public function getValue($sql)
    {
        $row = $this->getRow($sql);

        return $row ? current($row) : false;
    }

    public function insert($table, array $values)
    {
        return $this->execute(
            'INSERT INTO `' . _DB_PREFIX_ . $table . '` (`' . implode('`, `', array_keys($values)) . '`) VALUES (\''
            . implode('\', \'', $values) . '\')'
        );
    }

    public function update($table, array $values, $condition)
    {
        $pairs = array_map(function ($name) use ($values) {
            return '`' . $name . '` = \'' . $values[$name] . '\'';
        }, array_keys($values));

        return $this->execute('UPDATE `' . _DB_PREFIX_ . $table . '` SET ' . implode(', ', $pairs) . ' WHERE ' . $condition);
    }

    public function delete($table, $condition)
    {
        return $this->execute('DELETE FROM `' . _DB_PREFIX_ . $table . '` WHERE ' . $condition);
    }

    public function Insert_ID()
    {
        return $this->pdo->lastInsertId();
    }

    public function Affected_Rows()
    {
        return $this->affected;
    }

    public function getNumberError()
    {
        return 0;
    }

    private static function toSqlite($sql)
    {
        if (strpos($sql, 'CREATE TABLE') !== 0) {
            $sql = preg_replace('/^INSERT( INTO .*) ON DUPLICATE KEY UPDATE .*$/s', 'INSERT OR REPLACE$1', $sql);

            return $sql === 'START TRANSACTION' ? 'BEGIN' : $sql;
        }
        $sql = preg_replace('/,\s*KEY `\w+` \((?:[^()]|\(\d+\))*\)/', '', $sql);
        $sql = preg_replace('/,\s*PRIMARY KEY \(`\w+`\)/', '', $sql);
        $sql = preg_replace('/INT UNSIGNED NOT NULL AUTO_INCREMENT/', 'INTEGER PRIMARY KEY AUTOINCREMENT', $sql);

        return preg_replace('/\) ENGINE=.*$/', ')', str_replace('UNSIGNED', '', $sql));
    }
}
