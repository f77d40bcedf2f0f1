import { allKeys, allows, METHODS } from "../../api/keys";
import type { Flavour } from "../../data/schema";
import { valueOf } from "../../data/tables";
import { paymentModules } from "../../orders/payment-modules";
import { serves } from "../../orders/shipping";
import { groupIdOf, sharesStock } from "../../shops";
import { setting, switches, versionOf, wallTime, type Store } from "../../store";
import type { With } from "../bodies";
import { HOOKS } from "../hooks";
import { keyRights } from "../key-rights";
import { waitingEvents } from "../outbox";
import { installation, knows03, moduleSettings, sending } from "../state";

const PHP_OF: Record<Flavour, string> = {
  "1.7.8.11": "7.4.33",
  "8.2.1": "8.1.29",
  "9.1.4": "8.4.1",
};

const isOn = (store: Store, name: string): boolean => setting(store, name) === "1";

function storeHealth(store: Store) {
  const { baseUrl, flavour, tables } = store;
  return {
    version: versionOf(store),
    php: PHP_OF[flavour],
    name: setting(store, "PS_SHOP_NAME"),
    url: baseUrl,
    timeZone: setting(store, "PS_TIMEZONE"),
    now: wallTime(store),
    isSsl: isOn(store, "PS_SSL_ENABLED"),
    isRewriting: setting(store, "PS_REWRITING_SETTINGS") !== "0",
    isMaintenance: setting(store, "PS_SHOP_ENABLE") === "0",
    isMultishop: tables.all("shops").length > 1,
    isWebserviceOn: isOn(store, "PS_WEBSERVICE"),
    roundType: Number(setting(store, "PS_ROUND_TYPE")),
    roundMode: Number(setting(store, "PS_PRICE_ROUND_MODE")),
    ...(knows03(store) ? ownShop(store) : {}),
  };
}

const ownShop = (store: Store) => ({
  id: store.shopId,
  groupId: groupIdOf(store),
  sharesStock: sharesStock(store),
  adminPath: installation(store)?.adminPath ?? "",
});

const languagesHealth = ({ tables }: Store) =>
  tables.all("languages").map((row) => ({
    id: row.id,
    code: valueOf(row, "locale") || valueOf(row, "iso_code"),
    isActive: valueOf(row, "active") === "1",
  }));

/** The rights the module's own key lacks, as "orders: POST". */
function missingRights(store: Store, text: string): string[] {
  const key = allKeys(store).find((it) => it.key === text);
  const wanted = keyRights(store, moduleSettings(store)?.permissions ?? {});
  return Object.entries(wanted).flatMap(([resource, methods]) =>
    METHODS.filter((it) => methods.includes(it) && !(key && allows(key, resource, it))).map(
      (method) => `${resource}: ${method}`,
    ),
  );
}

function keyHealth(store: Store, text: string | undefined) {
  const key = allKeys(store).find((it) => it.key === text);
  if (text === undefined || !key) return { isMade: false, isActive: false, missing: [] };
  return { isMade: true, isActive: key.active, missing: missingRights(store, text) };
}

function languageHealth(store: Store) {
  const row = store.tables.get("languages", setting(store, "PS_LANG_DEFAULT"));
  return row ? { code: valueOf(row, "iso_code"), isActive: valueOf(row, "active") === "1" } : null;
}

function hasTax({ tables }: Store, countryId: string): boolean {
  return tables.where("tax_rules", "id_country", countryId).some((rule) => {
    const group = tables.get("tax_rule_groups", valueOf(rule, "id_tax_rules_group"));
    return valueOf(group, "active") === "1" && valueOf(group, "deleted") !== "1";
  });
}

function countryHealth(store: Store, code: string) {
  const [row] = store.tables.where("countries", "iso_code", code);
  if (!row) return [];
  const zone = valueOf(row, "id_zone");
  const carriers = store.tables.all("carriers").filter((it) => serves(it, zone));
  return [
    {
      code,
      isActive: valueOf(row, "active") === "1",
      isZoneActive: valueOf(store.tables.get("zones", zone), "active") === "1",
      carriers: [...new Set(carriers.map((it) => valueOf(it, "id_reference")))],
      hasTax: hasTax(store, row.id),
    },
  ];
}

const plainTables = (store: Store) =>
  switches.plainTables(store).map((name) => ({ name: `ps_${name}`, engine: "MyISAM" }));

/** Everything a health check reads, and how the store serves these countries. */
export function health(store: Store, { countries = [] }: With<"health">) {
  const installed = installation(store);
  const waiting = waitingEvents(store);
  const { lastDeliveredAt, lastError } = sending(store);
  return {
    module: installed?.version,
    shop: storeHealth(store),
    hooks: { missing: HOOKS.filter((hook) => !installed?.hooks.includes(hook)) },
    outbox: {
      waiting: waiting.length,
      oldestAt: waiting[0]?.createdAt ?? null,
      lastDeliveredAt,
      lastError,
    },
    key: keyHealth(store, installed?.key),
    paymentModules: paymentModules(store),
    tables: {
      missing: installed?.lostTables,
      ...(knows03(store) ? { withoutTransactions: plainTables(store) } : {}),
    },
    language: languageHealth(store),
    ...(knows03(store) ? { languages: languagesHealth(store) } : {}),
    countries: countries.flatMap((code) => countryHealth(store, code)),
  };
}
