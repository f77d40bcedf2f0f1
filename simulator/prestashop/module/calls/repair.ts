import { allKeys, putKey } from "../../api/keys";
import { valueOf } from "../../data/tables";
import { putSetting, type Store } from "../../store";
import type { With } from "../bodies";
import { HOOKS } from "../hooks";
import { keyRights } from "../key-rights";
import { Refusal } from "../refusal";
import { installation, moduleSettings, putInstallation } from "../state";

/** Activates a country or currency of the store; throws a Refusal when it has none. */
function switchOn(store: Store, kind: "country" | "currency", code: string): void {
  const resource = kind === "country" ? "countries" : "currencies";
  const row = store.tables
    .where(resource, "iso_code", code)
    .find((it) => valueOf(it, "deleted") !== "1");
  if (!row) throw new Refusal(`${kind}_missing`, { [kind]: code });
  store.tables.update(resource, { ...row, values: { ...row.values, active: "1" } });
}

const KINDS = new Set(["hooks", "webservice", "key", "tables", "country", "currency"]);

function repairKey(store: Store): void {
  const text = installation(store)?.key;
  const key = allKeys(store).find((it) => it.key === text);
  const permissions = moduleSettings(store)?.permissions;
  if (!key) throw new Refusal("key_missing");
  const rights = permissions ? { permissions: keyRights(store, permissions) } : {};
  putKey(store, { ...key, active: true, ...rights });
}

/** Repairs one thing; a repeat changes nothing. */
export function repair(store: Store, { what, code = "" }: With<"repair">): { done: true } {
  if (!KINDS.has(what)) throw new Refusal("repair_unknown", { what });
  const installed = installation(store);
  if (installed && what === "hooks") putInstallation(store, { ...installed, hooks: [...HOOKS] });
  if (installed && what === "tables") putInstallation(store, { ...installed, lostTables: [] });
  if (what === "webservice") putSetting(store, "PS_WEBSERVICE", "1");
  if (what === "key") repairKey(store);
  if (what === "country" || what === "currency") switchOn(store, what, code);
  return { done: true };
}
