import { SyncError } from "../../domain/errors/sync-error";
import type { SourceAccess } from "../source";
import type { StoreClient } from "./request";
import { isSupported, knowsPatch } from "./version";
import { toPermissions } from "./xml";

/** What Weft asks of a webservice key: every box a merchant has to tick, and no other. */
export const NEEDED_PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  addresses: ["GET", "POST"],
  carriers: ["GET"],
  cart_rules: ["GET", "POST"],
  carts: ["GET", "POST"],
  categories: ["GET"],
  combinations: ["GET"],
  configurations: ["GET"],
  countries: ["GET"],
  currencies: ["GET"],
  customers: ["GET", "POST"],
  groups: ["GET"],
  order_carriers: ["GET", "POST", "PATCH"],
  order_cart_rules: ["GET", "POST"],
  order_histories: ["GET", "POST"],
  order_invoices: ["GET", "PATCH"],
  order_states: ["GET"],
  orders: ["GET", "POST", "PATCH"],
  product_feature_values: ["GET"],
  product_features: ["GET"],
  product_option_values: ["GET"],
  product_options: ["GET"],
  products: ["GET"],
  specific_prices: ["GET", "POST"],
  states: ["GET"],
  stock_availables: ["GET"],
};

/** The permissions a key needs in a store of this version: one without PATCH needs PUT instead. */
export function neededPermissions(version: string): Readonly<Record<string, readonly string[]>> {
  if (knowsPatch(version)) return NEEDED_PERMISSIONS;
  const withPutForPatch = (verbs: readonly string[]) =>
    verbs.map((verb) => (verb === "PATCH" ? "PUT" : verb));
  return Object.fromEntries(
    Object.entries(NEEDED_PERMISSIONS).map(([resource, verbs]) => [
      resource,
      withPutForPatch(verbs),
    ]),
  );
}

/**
 * One real call with the key. Throws what the store answers otherwise (`prestashop.key_invalid`,
 * `.webservice_off`, `.wrong_url`...) and SyncError("merchant", "prestashop.version_unsupported").
 */
export async function checkAccess(client: StoreClient): Promise<SourceAccess> {
  const permissions = toPermissions(await client.root());
  if (!permissions)
    throw new SyncError("defect", "prestashop.unexpected_shape", { resource: "api" });
  const version = client.version();
  if (!isSupported(version))
    throw new SyncError("merchant", "prestashop.version_unsupported", { version });
  const granted = new Map(permissions.map(({ resource, verbs }) => [resource, verbs]));
  const missingPermissions = Object.entries(neededPermissions(version)).flatMap(
    ([resource, verbs]) =>
      verbs
        .filter((verb) => !granted.get(resource)?.includes(verb))
        .map((verb) => `${resource}: ${verb}`),
  );
  return { version, missingPermissions };
}
