// The rights the module gives to the key it makes, in the words of the store's version.
import { methodsOf } from "../api/keys";
import type { Store } from "../store";
import type { Grants } from "./state";

/** The rights of the pairing; where the store knows no PATCH, things are changed by PUT. */
export function keyRights(store: Store, permissions: Grants): Grants {
  const known = methodsOf(store);
  const rights: Grants = {};
  for (const [resource, methods] of Object.entries(permissions))
    rights[resource] = [...new Set(methods.map((it) => (known.includes(it) ? it : "PUT")))];
  return rights;
}
