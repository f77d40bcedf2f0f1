import type { SourcePlatform } from "../source";
import { normaliseUrl } from "./normalise-url";
import { openSession } from "./session";
import { verifyEvent } from "./webhook";

/** PrestaShop by its own webservice (/api); nothing has to be installed in the shop. */
export const prestashop: SourcePlatform = {
  key: "prestashop",
  label: "PrestaShop",
  normaliseUrl,
  open: openSession,
  verifyEvent,
};
