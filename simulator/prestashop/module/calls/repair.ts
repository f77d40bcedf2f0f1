import { allKeys, putKey } from "../../api/keys";
import { valueOf } from "../../data/tables";
import { putSetting, type Shop } from "../../shop";
import type { With } from "../bodies";
import { HOOKS } from "../hooks";
import { keyRights } from "../key-rights";
import { Refusal } from "../refusal";
import { installation, moduleSettings, putInstallation } from "../state";

/** Switches on a country or currency the shop knows. */
function switchOn(shop: Shop, kind: "country" | "currency", code: string): void {
  const resource = kind === "country" ? "countries" : "currencies";
  const row = shop.tables
    .where(resource, "iso_code", code)
    .find((it) => valueOf(it, "deleted") !== "1");
  if (!row) throw new Refusal(`${kind}_missing`, { [kind]: code });
  shop.tables.update(resource, { ...row, values: { ...row.values, active: "1" } });
}

const KINDS = new Set(["hooks", "webservice", "key", "tables", "country", "currency"]);

function repairKey(shop: Shop): void {
  const text = installation(shop)?.key;
  const key = allKeys(shop).find((it) => it.key === text);
  const permissions = moduleSettings(shop)?.permissions;
  if (!key) throw new Refusal("key_missing");
  const rights = permissions ? { permissions: keyRights(shop, permissions) } : {};
  putKey(shop, { ...key, active: true, ...rights });
}

/** Puts one thing right; the same again changes nothing. */
export function repair(shop: Shop, { what, code = "" }: With<"repair">): { done: true } {
  if (!KINDS.has(what)) throw new Refusal("repair_unknown", { what });
  const installed = installation(shop);
  if (installed && what === "hooks") putInstallation(shop, { ...installed, hooks: [...HOOKS] });
  if (installed && what === "tables") putInstallation(shop, { ...installed, lostTables: [] });
  if (what === "webservice") putSetting(shop, "PS_WEBSERVICE", "1");
  if (what === "key") repairKey(shop);
  if (what === "country" || what === "currency") switchOn(shop, what, code);
  return { done: true };
}
