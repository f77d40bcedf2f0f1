/** What the key of a store's module allows; apart, because the pages need none of it. */
import { NEEDED_PERMISSIONS, OFFERED_PERMISSIONS } from "./store-permissions";

/** What the module does by itself: a key beside it needs none of these to make orders. */
const DONE_BY_MODULE: Readonly<Record<string, readonly string[]>> = {
  cart_rules: ["GET", "POST"],
  carts: ["GET", "POST"],
  customers: ["GET", "POST"],
  order_carriers: ["POST"],
  order_cart_rules: ["GET", "POST"],
  order_invoices: ["PATCH"],
  orders: ["POST"],
  specific_prices: ["POST"],
};

type Permissions = Readonly<Record<string, readonly string[]>>;

function besideModule(permissions: Permissions): Permissions {
  const left = Object.entries(permissions).map(
    ([resource, verbs]) =>
      [resource, verbs.filter((verb) => !DONE_BY_MODULE[resource]?.includes(verb))] as const,
  );
  return Object.fromEntries(left.filter(([, verbs]) => verbs.length > 0));
}

/** What Weft cannot do without where the store's module does the rest. */
export const NEEDED_BESIDE_MODULE = besideModule(NEEDED_PERMISSIONS);

/** Every permission of a key that the module makes. */
export const OFFERED_BESIDE_MODULE = besideModule(OFFERED_PERMISSIONS);
