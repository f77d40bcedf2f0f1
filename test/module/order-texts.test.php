<?php

use PrestaShop\Module\Weft\Api\Refusal;
use PrestaShop\Module\Weft\Order\BuyerText;
use PrestaShop\Module\Weft\Order\OrderAddress;
use PrestaShop\Module\Weft\Order\OrderDraft;

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
    } catch (Refusal $refusal) {
        return $refusal->reason();
    }

    return '';
}

test('names lose what the shop refuses and are never empty', function () {
    same(['J…', 'A B', 'O\'Neil', 'Dr. X', '-', '…'], array_map([BuyerText::class, 'name'], [
        'J*** 1', 'A_B', 'O\'Neil', 'Dr.X', '', '***',
    ]));
    same(120, mb_strlen(BuyerText::name(str_repeat('é', 200))));
});

test('a buyer known by one name only has two', function () {
    $person = ['name' => 'Madonna', 'firstName' => '', 'lastName' => ''];
    same(['firstname' => 'Madonna', 'lastname' => 'Madonna'], BuyerText::names(new OrderAddress($person)));
    $person['name'] = 'Anna Maria Lee';
    same(['firstname' => 'Anna Maria', 'lastname' => 'Lee'], BuyerText::names(new OrderAddress($person)));
    $person['name'] = '';
    same(['firstname' => '-', 'lastname' => '-'], BuyerText::names(new OrderAddress($person)));
});

test('addresses, cities, post codes and telephones keep what the shop allows', function () {
    same('Flat 3 1 High St #4', BuyerText::addressLine("Flat 3\n<1 High St #4>"));
    same('L Aquila', BuyerText::city('L°Aquila'));
    same('N1 1AA', BuyerText::postcode('N1 1AA'));
    same('', BuyerText::postcode('N1* 1AA'));
    same('', BuyerText::phone('(+44)7*** 9'));
    same('020 7946 0000', BuyerText::phone('020 7946 0000 x12'));
    same('', BuyerText::phone('***'));
    same('please ring', BuyerText::note('please {<ring>}'));
    same('Phone: 7***; (old)', BuyerText::other(['Phone: 7***', '(old)']));
});

test('a call is read into a known shape, whatever is missing', function () {
    $draft = new OrderDraft(draftWith([]));
    same(['GBP', 'GB', '1 High St', '', '', false], [
        $draft->currency,
        $draft->address->country,
        $draft->address->line1,
        $draft->address->city,
        $draft->carrierReference,
        $draft->isFulfilledByChannel,
    ]);
    same(
        [['productId' => 8, 'variantId' => 0, 'quantity' => 2, 'unitPriceMinor' => 999]],
        array_map('get_object_vars', $draft->lines)
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
            new OrderDraft(draftWith($changes));
        }));
    }
});

test('the guest\'s address is the one an order through the webservice has', function () {
    same('order-576461@weft.invalid', (new OrderDraft(draftWith([])))->guestEmail());
    // No two ids share an address.
    $odd = new OrderDraft(draftWith(['channelOrderId' => 'A_1.b']));
    same('order-a-1-b-6cb5c790@weft.invalid', $odd->guestEmail());
});

test('no mail goes to an address under weft.invalid, and every other mail does', function () {
    $hook = 'actionEmailSendBefore';
    same(false, services()->hookDispatcher()->dispatch($hook, ['to' => 'order-576461@weft.invalid']));
    same(false, services()->hookDispatcher()->dispatch(strtolower($hook), ['to' => ['Order-1@WEFT.invalid']]));
    same(null, services()->hookDispatcher()->dispatch($hook, ['to' => 'owner@shop.example']));
    same(null, services()->hookDispatcher()->dispatch($hook, ['to' => ['order-1@weft.invalid', 'owner@shop.example']]));
    same(null, services()->hookDispatcher()->dispatch($hook, []));
    same(null, services()->hookDispatcher()->dispatch('actionObjectOrderAddBefore', ['object' => new stdClass()]));
});
