<?php

/** The installation has a second shop, and the request is about it. */
function enterSecondShop(): void
{
    Shop::$names = [1 => 'Main', 2 => 'Outlet'];
    Shop::$current = 2;
}

const OF_MAIN = 'The module serves the shop Main and no second one. '
    . 'Connect this shop with a webservice key, or reset the module first.';

test('a pairing is of the shop it was made in, and no other shop takes it', function () {
    services()->connection()->servedShop()->take();
    enterSecondShop();
    same(OF_MAIN, services()->connection()->servedShop()->findFault());
    same(OF_MAIN, services()->connection()->pairing()->pair('https://weft.example/webhooks/source/c2', 'code'));
    same('https://weft.example/webhooks/source/c1', services()->connection()->settings()->url());
});

test('the shop that is paired may be paired again, and alone it always may', function () {
    services()->connection()->servedShop()->take();
    same(null, services()->connection()->servedShop()->findFault());
    Shop::$names = [1 => 'Main', 2 => 'Outlet'];
    same(null, services()->connection()->servedShop()->findFault());
});

test('a page about all shops pairs none of them', function () {
    Shop::$names = [1 => 'Main', 2 => 'Outlet'];
    Shop::$context = Shop::CONTEXT_ALL;
    same(
        'Choose one shop at the top of this page first: Weft connects one shop, not all of them at once.',
        services()->connection()->servedShop()->findFault()
    );
});

test('a shop that is gone, or a module that is not paired, holds nothing back', function () {
    services()->connection()->servedShop()->take();
    Shop::$names = [2 => 'Outlet', 3 => 'Corner'];
    Shop::$current = 2;
    same(null, services()->connection()->servedShop()->findFault());
    enterSecondShop();
    services()->connection()->settings()->delete();
    same(null, services()->connection()->servedShop()->findFault());
});

test('a pairing of an earlier version becomes that of the shop Weft calls', function () {
    Shop::$names = [1 => 'Main', 2 => 'Outlet'];
    services()->connection()->servedShop()->takeIfUnknown();
    same(1, services()->connection()->settings()->shopId());
    enterSecondShop();
    services()->connection()->servedShop()->takeIfUnknown();
    same(1, services()->connection()->settings()->shopId());
});
