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

namespace PrestaShop\Module\Weft\Services;

use PrestaShop\Module\Weft\Catalogue\PriceReader;
use PrestaShop\Module\Weft\Catalogue\ProductChangeReader;
use PrestaShop\Module\Weft\Catalogue\ProductFingerprints;
use PrestaShop\Module\Weft\Catalogue\SentProducts;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Builds what reads products for Weft.
 */
class CatalogueServices
{
    use BuiltOnce;

    /** @var SupportServices */
    private $support;

    /** @var ConnectionServices */
    private $connection;

    public function __construct(SupportServices $support, ConnectionServices $connection)
    {
        $this->support = $support;
        $this->connection = $connection;
    }

    public function priceReader(): PriceReader
    {
        return new PriceReader($this->support->database(), $this->support->store());
    }

    public function productChangeReader(): ProductChangeReader
    {
        return new ProductChangeReader(
            $this->support->database(),
            $this->connection->settings(),
            $this->sentProducts()
        );
    }

    public function sentProducts(): SentProducts
    {
        return $this->once(SentProducts::class, function (): SentProducts {
            $database = $this->support->database();

            return new SentProducts($database, new ProductFingerprints($database, $this->support->store()));
        });
    }
}
