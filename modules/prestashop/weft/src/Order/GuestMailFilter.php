<?php
/**
 * The hooks that importing orders needs, and that no mail goes to an address nobody can have.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderHooks
{
    const MAIL = 'actionEmailSendBefore';
    const NOBODY = '@weft.invalid';

    public static function hooks(): array
    {
        return array_merge([self::MAIL], WeftOrderMaking::hooks(), WeftOrderStockMove::HOOKS);
    }

    /**
     * False when a mail must not be sent; null in all other cases, also for hooks of others.
     */
    public static function hear(string $hook, array $params)
    {
        if (strcasecmp($hook, self::MAIL) === 0) {
            return self::isForNobody(isset($params['to']) ? $params['to'] : '') ? false : null;
        }
        WeftOrderMaking::hear($hook, $params);
        WeftOrderStockMove::hear($hook, $params);

        return null;
    }

    /**
     * A merchant may have taken the module off a hook, or away from guests, for whom the shop then does
     * not call it; without these, orders would come out wrong.
     */
    public static function ensure()
    {
        $module = WeftShop::module();
        foreach (self::hooks() as $hook) {
            if (!$module->isRegisteredInHook($hook)) {
                $module->registerHook($hook);
            }
        }
        WeftDb::run(
            'INSERT IGNORE INTO `' . _DB_PREFIX_ . 'module_group` (`id_module`, `id_shop`, `id_group`) VALUES ('
            . (int) $module->id . ', ' . (int) Context::getContext()->shop->id . ', '
            . (int) Configuration::get('PS_GUEST_GROUP') . ')'
        );
    }

    private static function isForNobody($to): bool
    {
        $addresses = array_filter(array_map('strval', is_array($to) ? $to : [$to]), 'strlen');
        $real = array_filter($addresses, function ($address) {
            return substr(strtolower(trim($address)), -strlen(self::NOBODY)) !== self::NOBODY;
        });

        return $addresses !== [] && $real === [];
    }
}
