// The effects of saving a buyer, an address or a cart besides storage.
import { ApiFailure } from "../failure";
import { stamp, storeDraft, type Draft } from "../draft";
import { typed, is9 } from "../data/versions";
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import { fingerprint } from "../fingerprint";
import { groupIdOf } from "../shops";
import { localTime, setting, type Store } from "../store";

const HOUR_MS = 3_600_000;

function refuseUsedAddress(store: Store, draft: Draft): void {
  const { email, is_guest: guest } = draft.values;
  if (guest === "1" || typeof email !== "string") return;
  const taken = store.tables
    .where("customers", "email", email)
    .some((it) => valueOf(it, "is_guest") !== "1" && it.id !== draft.previous?.id);
  if (!taken) return;
  throw new ApiFailure(500, 140, "The email is already used, please choose another one", [
    { code: 46, message: "Unable to save resource" },
  ]);
}

function fillCustomer(store: Store, draft: Draft): void {
  const { values, computed } = draft;
  const sent = Number(values["id_default_group"]) || 0;
  const group = sent > 0 && values["is_guest"] === "1" ? 2 : sent;
  const language = Number(values["id_lang"]) || Number(setting(store, "PS_LANG_DEFAULT"));
  const generatedAt = localTime(store, store.clock.now() - 6 * HOUR_MS);
  const email = typeof values["email"] === "string" ? values["email"] : "";
  const secret = fingerprint(store.prefix, email, localTime(store));
  const passwd = `$2y$10$${fingerprint(secret, "salt")}${fingerprint(secret).slice(0, 21)}`;
  Object.assign(values, {
    id_default_group: String(group),
    id_lang: String(language),
    last_passwd_gen: generatedAt,
    secure_key: secret,
    passwd,
    id_shop: store.shopId,
    id_shop_group: groupIdOf(store),
  });
  Object.assign(computed, {
    ...(group > 0 ? { id_default_group: group } : {}),
    id_lang: language,
    last_passwd_gen: generatedAt,
    secure_key: secret,
    passwd,
    id_shop: Number(store.shopId),
    id_shop_group: typed("int", groupIdOf(store), store.flavour),
  });
}

export function saveCustomer(store: Store, draft: Draft): Row {
  refuseUsedAddress(store, draft);
  if (draft.method === "POST") fillCustomer(store, draft);
  else if (draft.previous)
    for (const kept of ["secure_key", "last_passwd_gen"])
      draft.values[kept] = draft.previous.values[kept] ?? "";
  stamp(store, draft);
  const { id_default_group: group } = draft.values;
  const groups = draft.links["groups"] ?? [];
  if (groups.length === 0 && typeof group === "string" && group !== "0")
    draft.links["groups"] = [{ id: group }];
  return storeDraft(store, draft);
}

export function saveAddress(store: Store, draft: Draft): Row {
  const country = store.tables.get("countries", String(draft.values["id_country"]));
  const postcode = draft.values["postcode"];
  if (valueOf(country, "need_zip_code") === "1" && (postcode === "" || postcode === undefined))
    throw new ApiFailure(400, 85, 'Validation error: "Property Address->postcode is empty"');
  const demandsDni = valueOf(country, "need_identification_number") === "1";
  if (demandsDni && !draft.values["dni"])
    throw new ApiFailure(400, 85, 'Validation error: "Property Address->dni is empty."');
  stamp(store, draft);
  return storeDraft(store, draft);
}

/** Cart rows are read ordered by product; 9 drops the address of each. */
export function saveCart(store: Store, draft: Draft): Row {
  const rows = draft.links["cart_rows"] ?? [];
  draft.links["cart_rows"] = rows
    .map((row) => ({
      id_product: row["id_product"] ?? "0",
      id_product_attribute: row["id_product_attribute"] ?? "0",
      id_address_delivery: is9(store.flavour) ? "0" : (row["id_address_delivery"] ?? "0"),
      id_customization: "0",
      quantity: row["quantity"] ?? "0",
    }))
    .toSorted((a, b) => Number(a.id_product) - Number(b.id_product));
  stamp(store, draft);
  return storeDraft(store, draft);
}
