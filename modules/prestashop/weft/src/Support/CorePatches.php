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

use Closure;
use Configuration;
use Context;
use Db;
use StockAvailable;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Everything the module does to PrestaShop's core beyond its public calls. No file is changed, and each patch ends with
 * the work it was made for. One instance serves one request.
 *
 * | patch           | versions            | why                                        | restored                     |
 * |-----------------|---------------------|--------------------------------------------|------------------------------|
 * | Db::$server     | all on PHP 7, and   | Db replaces a lost connection. The lock    | when the work ends, also by  |
 * |                 | 9.1 on PHP 8        | and the transaction end with it, and the   | an exception                 |
 * |                 |                     | rest of the work would be kept alone.      |                              |
 * | Context's price | those that have it  | Context keeps the digits of the request's  | not needed: Context reads it |
 * | precision       | (1.7.7 and later)   | first currency; the order may have another.| again from its currency      |
 * | StockAvailable  | all                 | The core writes a quantity it read earlier | by the hook after the update |
 * | ::$id           |                     | and no hook can stop it. With the id 0 its |                              |
 * |                 |                     | UPDATE finds no row.                       |                              |
 * | PS_INVOICE, in  | all                 | Invoice PDFs are drawn for mails nobody    | when the order is made, also |
 * | memory          |                     | receives; an error there ends the request. | by an exception              |
 * | PS_CART_RULE_   | all                 | A cart takes every voucher without a code  | when the work ends, also by  |
 * | FEATURE_ACTIVE, |                     | by itself: a discount that the buyer did   | an exception                 |
 * | in memory       |                     | not get, or a gift that nobody ordered.    |                              |
 */
class CorePatches
{
    /** Nobody listens there: an attempt at a new connection fails at once. */
    private const NO_SERVER = '127.0.0.1:1';

    private const VOUCHERS = 'PS_CART_RULE_FEATURE_ACTIVE';

    /** @var int the row of stock whose id is hidden, 0: none */
    private $hiddenStockId = 0;

    /** @var string|null the value of PS_INVOICE before the patch, null while it is not in place */
    private $invoiceSetting;

    /**
     * Runs $work. Once the connection is lost, every statement in $work fails with an exception.
     *
     * @return mixed what $work returns
     */
    public function withoutReconnection(callable $work)
    {
        $server = $this->swapServer(self::NO_SERVER);
        try {
            return $work();
        } finally {
            $this->swapServer($server);
        }
    }

    /**
     * Makes the context read the digits of its currency again.
     */
    public function forgetPricePrecision(Context $context): void
    {
        if (!property_exists($context, 'priceComputingPrecision')) {
            return;
        }
        $forget = Closure::bind(function (): void {
            $this->priceComputingPrecision = null;
        }, $context, Context::class);
        $forget();
    }

    /**
     * Call it before the update of a row of stock: the update changes nothing.
     */
    public function hideStockRow(StockAvailable $row): void
    {
        $this->hiddenStockId = (int) $row->id;
        $row->id = 0;
    }

    /**
     * Call it after the update of a row of stock, hidden or not.
     */
    public function showStockRow(StockAvailable $row): void
    {
        if ($this->hiddenStockId > 0 && (int) $row->id === 0) {
            $row->id = $this->hiddenStockId;
            $this->hiddenStockId = 0;
        }
    }

    /**
     * Switches invoices off for the rest of the run, in memory only.
     */
    public function stopInvoiceDrawing(): void
    {
        if ($this->invoiceSetting === null) {
            $this->invoiceSetting = (string) Configuration::get('PS_INVOICE');
        }
        Configuration::set('PS_INVOICE', 0);
    }

    public function resumeInvoiceDrawing(): void
    {
        if ($this->invoiceSetting !== null) {
            Configuration::set('PS_INVOICE', $this->invoiceSetting);
            $this->invoiceSetting = null;
        }
    }

    /**
     * Runs $work, in which no cart gets a voucher.
     *
     * @return mixed what $work returns
     */
    public function withoutVouchers(callable $work)
    {
        $before = Configuration::get(self::VOUCHERS);
        Configuration::set(self::VOUCHERS, 0);
        try {
            return $work();
        } finally {
            Configuration::set(self::VOUCHERS, $before);
        }
    }

    /**
     * Sets the server Db connects to when it has no connection.
     *
     * @return string the server before
     */
    private function swapServer(string $server): string
    {
        $db = Db::getInstance();
        $swap = Closure::bind(function () use ($server): string {
            $before = $this->server;
            $this->server = $server;

            return $before;
        }, $db, get_class($db));

        return $swap();
    }
}
