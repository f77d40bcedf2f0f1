import type { SourcePlatform } from "../source";
import { keyPermissions } from "./access";
import { adminPages, normaliseAdminUrl } from "./admin-pages";
import { checkNames } from "./health/examine";
import { normaliseUrl } from "./normalise-url";
import { readPairing, verifyHandOver } from "./pairing";
import { remarksOn } from "./orders/fit-address";
import { openSession } from "./session";
import { mayBeSigned } from "./signature";
import { verifyEvent } from "./webhook";

/** PrestaShop by its own webservice (/api); nothing has to be installed in the store. */
export const prestashop: SourcePlatform = {
  key: "prestashop",
  label: "PrestaShop",
  checks: checkNames,
  normaliseUrl,
  normaliseAdminUrl,
  adminPages,
  open: openSession,
  keyPermissions,
  addressRemarks: remarksOn,
  mayBeSigned,
  readPairing,
  verifyHandOver,
  verifyEvent,
};
