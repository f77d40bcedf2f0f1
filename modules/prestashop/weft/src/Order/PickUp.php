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

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Tells a carrier that brings nothing to an address, because the buyer fetches the goods at the shop or at a point of his
 * choice. The shop has no mark for it but the texts. The same patterns as in Weft.
 */
class PickUp
{
    private const PATTERNS = [
        'click\W*(and|et|&|n|e|y|und|en)?\W*collect',
        'pick\W*up',
        'collect(ion)? (in|at|from)',
        'in\W*store',
        'retrait',
        'en magasin',
        'point relais',
        'relay point',
        'parcel ?shop',
        'paket ?shop',
        'packstation',
        'locker',
        'ritiro',
        'in negozio',
        'recogida',
        'recoger',
        'en tienda',
        'abhol',
        'afhalen',
        'ophalen',
        'odbi[oó]r osobisty',
        'levantamento',
        'recolha',
        'retirada na loja',
        'osobn[ií] odb[eě]r',
        'ridicare',
        'h[aä]mta i butik',
        'avh[aä]mtning',
    ];

    /**
     * @param array<int, string|null> $texts the carrier's name and its delay
     */
    public static function isNamedIn(array $texts): bool
    {
        return preg_match('~' . implode('|', self::PATTERNS) . '~iu', implode(' ', $texts)) === 1;
    }
}
