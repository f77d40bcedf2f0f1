// Webservice keys and what each may do. Reads no body and knows no resource's rules.
import { is17 } from "../data/versions";
import type { Store } from "../store";
import { ApiFailure } from "../failure";

export const METHODS = ["GET", "PUT", "POST", "PATCH", "DELETE", "HEAD"] as const;
/** What the store's webservice can do at all. */
export const methodsOf = (store: Store): readonly Method[] =>
  is17(store.flavour) ? METHODS.filter((it) => it !== "PATCH") : METHODS;
export type Method = (typeof METHODS)[number];
export type Permissions = "all" | Record<string, readonly Method[]>;

export interface WebserviceKey {
  key: string;
  description: string;
  permissions: Permissions;
  active: boolean;
  /** The one shop of several it is good for; absent: all. */
  shopId?: string;
}

const collection = (store: Store) => `${store.prefix}webservice_keys`;

export const allKeys = (store: Store): WebserviceKey[] =>
  store.storage.list<WebserviceKey>(collection(store));

export function putKey(store: Store, key: WebserviceKey): void {
  store.storage.put(collection(store), key.key, key);
}

/** Changes the named properties of a key. Throws where the store has no such key. */
export function changeKey(
  store: Store,
  text: string,
  changed: Partial<Omit<WebserviceKey, "key">>,
): void {
  const key = allKeys(store).find((it) => it.key === text);
  if (!key) throw new Error("the shop has no such webservice key");
  putKey(store, { ...key, ...changed });
}

export function removeKey(store: Store, key: string): void {
  store.storage.delete(collection(store), key);
}

export function allows(key: WebserviceKey, resource: string, method: Method): boolean {
  if (key.permissions === "all") return true;
  return key.permissions[resource]?.includes(method) ?? false;
}

export const mayTouch = (key: WebserviceKey, resource: string): boolean =>
  key.permissions === "all" || (key.permissions[resource]?.length ?? 0) > 0;

/** The key a request carries: user name of Basic authentication, or `ws_key`. */
export function keyOfRequest(headers: Headers, query: URLSearchParams): string | undefined {
  const authorization = headers.get("authorization") ?? "";
  const basic = /^Basic (.+)$/i.exec(authorization)?.[1];
  const user = basic === undefined ? undefined : decodeUser(basic);
  return user || query.get("ws_key") || undefined;
}

function decodeUser(basic: string): string | undefined {
  try {
    return atob(basic).split(":")[0];
  } catch {
    return undefined;
  }
}

/** Finds the key or says what is wrong with it, with the codes of the real store. */
export function authenticate(store: Store, text: string): WebserviceKey {
  if (text.length !== 32) throw new ApiFailure(401, 18, "Invalid authentication key format");
  const key = store.storage.get<WebserviceKey>(collection(store), text);
  if (!key?.active)
    throw new ApiFailure(401, 20, "Authentification key is not active", [
      { code: 21, message: "No permission for this authentication key" },
    ]);
  return key;
}
