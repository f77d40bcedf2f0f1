<?php

function countOf(string $table): int
{
    return services()->support()->database()->number('SELECT COUNT(*) FROM ' . $table);
}

test('what was begun on a connection does not go on over another one', function () {
    Db::getInstance()->execute('CREATE TABLE ps_kept (id INT)');
    $log = ini_set('error_log', tempnam(sys_get_temp_dir(), 'weft'));
    try {
        services()->support()->database()->atomically(function () {
            services()->support()->database()->run('INSERT INTO ps_kept VALUES (1)');
            Db::getInstance()->lose();
            services()->support()->database()->run('INSERT INTO ps_kept VALUES (2)');
        });
        $said = 'nothing';
    } catch (RuntimeException $caught) {
        $said = $caught->getMessage();
    }
    ini_set('error_log', (string) $log);
    same('nobody answers at 127.0.0.1:1', $said);
    same(0, countOf('ps_kept'));
});

test('afterwards the shop finds its database again', function () {
    Db::getInstance()->execute('CREATE TABLE ps_kept (id INT)');
    $patches = services()->support()->corePatches();
    $patches->withoutReconnection(function () use ($patches) {
        $patches->withoutReconnection(function () {
            Db::getInstance()->lose();
        });
        same('nobody answers at 127.0.0.1:1', messageOf(function () {
            countOf('ps_kept');
        }));
    });
    same(0, countOf('ps_kept'));
});

function messageOf(callable $work): string
{
    try {
        $work();

        return '';
    } catch (Exception $caught) {
        return $caught->getMessage();
    }
}
