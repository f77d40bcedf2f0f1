// The rights the module gives to the key it makes, in the words of the shop's version.
import { methodsOf } from "../api/keys";
import type { Shop } from "../shop";
import type { Grants } from "./state";

/** The rights of the pairing; where the shop knows no PATCH, things are changed by PUT. */
export function keyRights(shop: Shop, permissions: Grants): Grants {
  const known = methodsOf(shop);
  const rights: Grants = {};
  for (const [resource, methods] of Object.entries(permissions))
    rights[resource] = [...new Set(methods.map((it) => (known.includes(it) ? it : "PUT")))];
  return rights;
}
