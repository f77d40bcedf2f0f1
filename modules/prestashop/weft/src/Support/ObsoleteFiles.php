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

use Throwable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Removes the folder `classes`, in which versions before 0.2.1 kept their code: PrestaShop unpacks a new version over
 * the old one and leaves such files behind. Requests that began with the old version, or that a PHP cache still serves
 * it to, read from the folder for a while. So it is removed no sooner than an hour after the upgrade.
 */
class ObsoleteFiles
{
    private const FOLDER = 'classes';
    private const GRACE_SECONDS = 3600;

    /** @var string */
    private $folder;

    /** @var Log */
    private $log;

    /**
     * @param string $moduleFolder where the module is installed
     */
    public function __construct(string $moduleFolder, Log $log)
    {
        $this->folder = rtrim($moduleFolder, '/') . '/' . self::FOLDER;
        $this->log = $log;
    }

    /**
     * Begins the hour. Called by the upgrade.
     */
    public function mark(): void
    {
        if (is_dir($this->folder) && is_writable($this->folder)) {
            touch($this->folder);
        }
    }

    /**
     * Removes the folder when its time has come. May be called at any time, and never throws.
     */
    public function remove(int $nowSeconds): void
    {
        try {
            if (is_dir($this->folder) && $nowSeconds - (int) filemtime($this->folder) >= self::GRACE_SECONDS) {
                $this->removeFolder($this->folder);
            }
        } catch (Throwable $caught) {
            $this->log->report($caught);
        }
    }

    /**
     * Only PHP files are removed; a folder with anything else in it stays.
     */
    private function removeFolder(string $folder): void
    {
        $isEmpty = true;
        foreach (array_diff((array) scandir($folder), ['.', '..']) as $name) {
            $path = $folder . '/' . $name;
            if (is_dir($path) && !is_link($path)) {
                $this->removeFolder($path);
            } elseif (substr((string) $name, -4) === '.php' && is_writable($folder)) {
                unlink($path);
            }
            $isEmpty = $isEmpty && !file_exists($path);
        }
        if ($isEmpty && is_writable(dirname($folder))) {
            rmdir($folder);
        }
    }
}
