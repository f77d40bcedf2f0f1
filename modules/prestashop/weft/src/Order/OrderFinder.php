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

namespace PrestaShop\Module\Weft\Order;

use Configuration;
use Order;
use PrestaShop\Module\Weft\Support\Database;
use PrestaShop\Module\Weft\Support\Engines;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Finds an order that exists without an entry in the table of imports: Weft made it through the plain webservice, or a
 * shop without transactions kept what an import broken off had made.
 */
class OrderFinder
{
    /** A try that was broken off is repeated long before. */
    private const MOST_DAYS = 60;

    /** @var Database */
    private $database;

    /** @var ImportTable */
    private $table;

    /** @var Engines */
    private $engines;

    public function __construct(Database $database, ImportTable $table, Engines $engines)
    {
        $this->database = $database;
        $this->table = $table;
        $this->engines = $engines;
    }

    /**
     * Its id; 0 when there is none.
     */
    public function find(OrderDraft $draft): int
    {
        $byEmail = $this->database->number(
            'SELECT o.`id_order` FROM `' . _DB_PREFIX_ . 'customer` c'
            . ' JOIN `' . _DB_PREFIX_ . 'orders` o ON o.`id_customer` = c.`id_customer`'
            . ' WHERE c.`email` = \'' . pSQL($draft->guestEmail()) . '\''
            . ' ORDER BY o.`id_order` LIMIT 1'
        );
        if ($byEmail > 0 || $this->engines->withoutTransactions() === []) {
            return $byEmail;
        }

        return $this->ofCart($draft) ?: $this->findByNote($draft);
    }

    private function ofCart(OrderDraft $draft): int
    {
        $cartId = $this->table->findCart($draft->channelOrderId);

        return $cartId === 0 ? 0 : $this->database->number(
            'SELECT `id_order` FROM `' . _DB_PREFIX_ . 'orders` WHERE `module` = \'weft\' AND `id_cart` = ' . (int) $cartId
            . ' ORDER BY `id_order` LIMIT 1'
        );
    }

    /**
     * By the note, which is written with the order itself: a database with transactions for some tables only takes the
     * guest and the table of imports back and keeps the order.
     */
    private function findByNote(OrderDraft $draft): int
    {
        $hasNote = property_exists(Order::class, 'note');
        $column = $hasNote ? 'o.`note`' : 'm.`message`';
        $table = '`' . _DB_PREFIX_ . 'orders` o' . ($hasNote ? '' : ' JOIN `' . _DB_PREFIX_ . 'message` m USING (`id_order`)');

        return $this->database->number(
            'SELECT o.`id_order` FROM ' . $table . ' WHERE o.`module` = \'weft\''
            . ' AND o.`date_add` > DATE_SUB(NOW(), INTERVAL ' . self::MOST_DAYS . ' DAY)'
            . ' AND CONCAT(\' \', ' . $column . ', \' \') LIKE \'% ' . pSQL(addcslashes($draft->channelOrderId, '%_')) . ' %\''
            . ' ORDER BY o.`id_order` LIMIT 1'
        );
    }

    /**
     * Whether the module made it: its stock changes were held back, and the import was broken off before they could
     * be stored.
     */
    public function isOwn(int $orderId): bool
    {
        return $this->database->number(
            'SELECT COUNT(*) FROM `' . _DB_PREFIX_ . 'orders`'
            . ' WHERE `module` = \'weft\' AND `id_order` = ' . (int) $orderId
        ) > 0;
    }

    /**
     * Whether it has no state yet, or one the webservice makes orders in while another is wanted. A state somebody has
     * put it into since is left alone.
     */
    public function isOpen(int $orderId, TargetState $wanted): bool
    {
        $stateId = $this->database->number(
            'SELECT `current_state` FROM `' . _DB_PREFIX_ . 'orders` WHERE `id_order` = ' . (int) $orderId
        );
        $first = array_map('intval', Configuration::getMultiple(['PS_OS_ERROR', 'PS_OS_WS_PAYMENT']));

        return $stateId !== $wanted->id && ($stateId === 0 || in_array($stateId, $first, true));
    }
}
