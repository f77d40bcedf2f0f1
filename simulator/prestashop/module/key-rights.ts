// The rights of the key that the module makes, in the methods of the store's version.
import { methodsOf } from "../api/keys";
import type { Store } from "../store";
import type { Grants } from "./state";

/** The rights that the pairing asks for; a store without PATCH gets PUT instead. */
export function keyRights(store: Store, permissions: Grants): Grants {
  const known = methodsOf(store);
  const rights: Grants = {};
  for (const [resource, methods] of Object.entries(permissions))
    rights[resource] = [...new Set(methods.map((it) => (known.includes(it) ? it : "PUT")))];
  return rights;
}
