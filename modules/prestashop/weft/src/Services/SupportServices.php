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

use Module;
use PrestaShop\Module\Weft\Hook\HookRegistry;
use PrestaShop\Module\Weft\Support\CorePatches;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Engines;
use PrestaShop\Module\Weft\Support\Log;
use PrestaShop\Module\Weft\Support\ObsoleteFiles;
use PrestaShop\Module\Weft\Support\Store;
use PrestaShop\Module\Weft\Support\Translator;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Builds what every other part uses: database, log, texts, and what the shop knows of the module.
 */
class SupportServices
{
    use BuiltOnce;

    /** @var Module */
    private $module;

    public function __construct(Module $module)
    {
        $this->module = $module;
    }

    public function database(): Database
    {
        return $this->once(Database::class, function (): Database {
            return new Database($this->corePatches(), $this->log());
        });
    }

    public function engines(): Engines
    {
        return $this->once(Engines::class, function (): Engines {
            return new Engines($this->database());
        });
    }

    public function corePatches(): CorePatches
    {
        return $this->once(CorePatches::class, function (): CorePatches {
            return new CorePatches();
        });
    }

    public function log(): Log
    {
        return $this->once(Log::class, function (): Log {
            return new Log();
        });
    }

    public function store(): Store
    {
        return new Store($this->module);
    }

    public function translator(): Translator
    {
        return new Translator($this->module);
    }

    public function obsoleteFiles(): ObsoleteFiles
    {
        return $this->once(ObsoleteFiles::class, function (): ObsoleteFiles {
            return new ObsoleteFiles(dirname(__DIR__, 2), $this->log());
        });
    }

    public function hookRegistry(): HookRegistry
    {
        return $this->once(HookRegistry::class, function (): HookRegistry {
            return new HookRegistry($this->module, $this->database(), $this->store());
        });
    }
}
