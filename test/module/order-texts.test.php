<?php

function draftWith(array $changes): array
{
    return $changes + [
        'channelOrderId' => '576461',
        'currency' => 'gbp',
        'lines' => [['product' => '8', 'variant' => '0', 'quantity' => 2, 'unitPriceMinor' => 999, 'name' => 'Mug']],
        'shippingMinor' => 399,
        'discountMinor' => 0,
        'totalMinor' => 2397,
        'address' => ['name' => 'Ann Lee', 'country' => 'gb', 'line1' => ' 1 High St '],
        'paymentLabel' => 'TikTok Shop',
    ];
}

function refusalOf(callable $work): string
{
    try {
        $work();
    } catch (WeftRefusal $refusal) {
        return $refusal->reason();
    }

    return '';
}

test('names lose what the shop refuses and are never empty', function () {
    same(['J', 'A B', 'O\'Neil', 'Dr. X', '-', '-'], array_map(['WeftBuyerText', 'name'], [
        'J*** 1', 'A_B', 'O\'Neil', 'Dr.X', '', '***',
    ]));
    same(120, mb_strlen(WeftBuyerText::name(str_repeat('é', 200))));
});

test('a buyer known by one name only has two', function () {
    $person = ['name' => 'Madonna', 'firstName' => '', 'lastName' => ''];
    same(['firstname' => 'Madonna', 'lastname' => 'Madonna'], WeftBuyerText::names($person));
    $person['name'] = 'Anna Maria Lee';
    same(['firstname' => 'Anna Maria', 'lastname' => 'Lee'], WeftBuyerText::names($person));
    $person['name'] = '';
    same(['firstname' => '-', 'lastname' => '-'], WeftBuyerText::names($person));
});

test('addresses, cities, post codes and telephones keep what the shop allows', function () {
    same('Flat 3 1 High St #4', WeftBuyerText::addressLine("Flat 3\n<1 High St #4>"));
    same('L Aquila', WeftBuyerText::city('L°Aquila'));
    same('N1 1AA', WeftBuyerText::postcode('N1* 1AA'));
    same('(+44)7 9', WeftBuyerText::phone('(+44)7*** 9'));
    same('', WeftBuyerText::phone('***'));
    same('please ring', WeftBuyerText::note('please {<ring>}'));
});

test('a call is read into a known shape, whatever is missing', function () {
    $draft = WeftOrderDraft::read(draftWith([]));
    same(['GBP', 'GB', '1 High St', '', '', false], [
        $draft['currency'],
        $draft['address']['country'],
        $draft['address']['line1'],
        $draft['address']['city'],
        $draft['carrierReference'],
        $draft['isFulfilledByChannel'],
    ]);
    same(
        [['product' => 8, 'variant' => 0, 'quantity' => 2, 'unitPriceMinor' => 999]],
        $draft['lines']
    );
});

test('what does not add up is refused before the shop is asked anything', function () {
    $bad = [
        ['totalMinor' => 2398],
        ['lines' => []],
        ['lines' => [['product' => '8', 'variant' => '0', 'quantity' => 0, 'unitPriceMinor' => 999]]],
        ['lines' => [['product' => '8', 'variant' => '0', 'quantity' => 2, 'unitPriceMinor' => '999']]],
        ['shippingMinor' => -399, 'totalMinor' => 1599],
        ['channelOrderId' => ''],
        ['channelOrderId' => str_repeat('5', 65)],
    ];
    foreach ($bad as $changes) {
        same('draft_sum_wrong', refusalOf(function () use ($changes) {
            WeftOrderDraft::read(draftWith($changes));
        }));
    }
});

test('the guest\'s address is the one an order through the webservice has', function () {
    same('order-576461@weft.invalid', WeftOrderDraft::guestEmail(WeftOrderDraft::read(draftWith([]))));
    // No two ids share an address.
    $odd = WeftOrderDraft::read(draftWith(['channelOrderId' => 'A_1.b']));
    same('order-a-1-b-6cb5c790@weft.invalid', WeftOrderDraft::guestEmail($odd));
});

test('no mail goes to an address under weft.invalid, and every other mail does', function () {
    $hook = 'actionEmailSendBefore';
    same(false, WeftOrderHooks::hear($hook, ['to' => 'order-576461@weft.invalid']));
    same(false, WeftOrderHooks::hear(strtolower($hook), ['to' => ['Order-1@WEFT.invalid']]));
    same(null, WeftOrderHooks::hear($hook, ['to' => 'owner@shop.example']));
    same(null, WeftOrderHooks::hear($hook, ['to' => ['order-1@weft.invalid', 'owner@shop.example']]));
    same(null, WeftOrderHooks::hear($hook, []));
    same(null, WeftOrderHooks::hear('actionObjectOrderAddBefore', ['object' => new stdClass()]));
});
