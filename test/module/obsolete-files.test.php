<?php

use PrestaShop\Module\Weft\Support\Log;
use PrestaShop\Module\Weft\Support\ObsoleteFiles;

/** A module's folder with the old version's code in it. */
function folderWithOldCode(): string
{
    $folder = sys_get_temp_dir() . '/weft-' . bin2hex(random_bytes(8));
    mkdir($folder . '/classes/order', 0777, true);
    foreach (['/weft.php', '/classes/load.php', '/classes/order/WeftMoney.php'] as $file) {
        file_put_contents($folder . $file, '<?php');
    }

    return $folder;
}

test('the old version\'s code goes an hour after the upgrade, and nothing else does', function () {
    $folder = folderWithOldCode();
    $files = new ObsoleteFiles($folder, new Log());
    $files->mark();
    $files->remove(time() + 3590);
    same(true, is_file($folder . '/classes/order/WeftMoney.php'));
    $files->remove(time() + 3610);
    same([false, true], [file_exists($folder . '/classes'), is_file($folder . '/weft.php')]);
    // Nothing is left to do.
    $files->remove(time() + 3610);
});

test('a folder with the merchant\'s own files in it keeps them', function () {
    $folder = folderWithOldCode();
    file_put_contents($folder . '/classes/notes.txt', 'mine');
    (new ObsoleteFiles($folder, new Log()))->remove(time() + 3610);
    same(['.', '..', 'notes.txt'], scandir($folder . '/classes'));
});
