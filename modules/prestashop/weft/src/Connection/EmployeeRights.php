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

namespace PrestaShop\Module\Weft\Connection;

use Access;
use Context;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * What the employee of this request may do in the back office beside configuring modules.
 */
class EmployeeRights
{
    private const MAKES_KEYS = 'ROLE_MOD_TAB_ADMINWEBSERVICE_CREATE';

    /**
     * Whether PrestaShop lets them make webservice keys: through this module they may no more than on its own page.
     */
    public function mayMakeKeys(): bool
    {
        $employee = Context::getContext()->employee;

        return isset($employee->id_profile) && Access::isGranted(self::MAKES_KEYS, (int) $employee->id_profile);
    }
}
