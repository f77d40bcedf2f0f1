<?php
/**
 * Finds an order that exists without an entry in the table of imported orders: Weft made it by the
 * plain webservice, or a shop without transactions kept what an import broken off had made.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftOrderSearch
{
    /**
     * Its id, 0 when there is none.
     */
    public static function find(array $draft): int
    {
        $byEmail = WeftDb::number(
            'SELECT o.`id_order` FROM `' . _DB_PREFIX_ . 'customer` c'
            . ' JOIN `' . _DB_PREFIX_ . 'orders` o ON o.`id_customer` = c.`id_customer`'
            . ' WHERE c.`email` = \'' . pSQL(WeftOrderDraft::guestEmail($draft)) . '\''
            . ' ORDER BY o.`id_order` LIMIT 1'
        );
        $cartId = $byEmail > 0 ? 0 : WeftOrderTable::findCart($draft['channelOrderId']);

        return $cartId === 0 ? $byEmail : WeftDb::number(
            'SELECT `id_order` FROM `' . _DB_PREFIX_ . 'orders` WHERE `id_cart` = ' . $cartId
            . ' ORDER BY `id_order` LIMIT 1'
        );
    }

    /**
     * Whether the module made it: then its stock was held back, and the import broken off before it
     * could be noted.
     */
    public static function isOwn(int $orderId): bool
    {
        return WeftDb::number(
            'SELECT COUNT(*) FROM `' . _DB_PREFIX_ . 'orders` WHERE `module` = \'weft\' AND `id_order` = ' . $orderId
        ) > 0;
    }

    /**
     * Whether it has no state yet, or one the webservice makes orders in while another is wanted. A
     * state somebody has put it into since is left alone.
     */
    public static function isOpen(int $orderId, array $place): bool
    {
        $state = WeftDb::number(
            'SELECT `current_state` FROM `' . _DB_PREFIX_ . 'orders` WHERE `id_order` = ' . $orderId
        );
        $made = array_map('intval', Configuration::getMultiple(['PS_OS_ERROR', 'PS_OS_WS_PAYMENT']));

        return $state !== $place['orderStateId'] && ($state === 0 || in_array($state, $made, true));
    }
}
