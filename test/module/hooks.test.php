<?php

use PrestaShop\Module\Weft\Hook\HookMethods;
use PrestaShop\Module\Weft\Hook\HookRegistry;

test('the module has a method for each of its hooks, and for no other', function () {
    $methods = array_filter(get_class_methods(HookMethods::class), function (string $method): bool {
        return strpos($method, 'hook') === 0;
    });
    $expected = array_map(function (string $hook): string {
        return 'hook' . ucfirst($hook);
    }, HookRegistry::all());
    sort($methods);
    sort($expected);
    same($expected, $methods);
});

test('each method dispatches its own hook with what the shop gave it, and answers the shop', function () {
    $module = new class () {
        use HookMethods;

        public $dispatched = [];

        protected function dispatchHook(string $hook, array $params): ?bool
        {
            $this->dispatched[] = [$hook, $params];

            return $hook === 'actionEmailSendBefore' ? false : null;
        }
    };
    foreach (HookRegistry::all() as $at => $hook) {
        same($hook === 'actionEmailSendBefore' ? false : null, $module->{'hook' . ucfirst($hook)}(['at' => $at]));
        same([$hook, ['at' => $at]], end($module->dispatched));
    }
});
