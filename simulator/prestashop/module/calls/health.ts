import { allKeys, allows, METHODS } from "../../api/keys";
import type { Flavour } from "../../data/schema";
import { valueOf } from "../../data/tables";
import { paymentModules } from "../../orders/payment-modules";
import { serves } from "../../orders/shipping";
import { setting, versionOf, wallTime, type Shop } from "../../shop";
import type { With } from "../bodies";
import { HOOKS } from "../hooks";
import { keyRights } from "../key-rights";
import { waitingEvents } from "../outbox";
import { installation, moduleSettings, sending } from "../state";

const PHP_OF: Record<Flavour, string> = {
  "1.7.8.11": "7.4.33",
  "8.2.1": "8.1.29",
  "9.1.4": "8.4.1",
};

const isOn = (shop: Shop, name: string): boolean => setting(shop, name) === "1";

function shopHealth(shop: Shop) {
  const { baseUrl, flavour, tables } = shop;
  return {
    version: versionOf(shop),
    php: PHP_OF[flavour],
    name: setting(shop, "PS_SHOP_NAME"),
    url: baseUrl,
    timeZone: setting(shop, "PS_TIMEZONE"),
    now: wallTime(shop),
    isSsl: isOn(shop, "PS_SSL_ENABLED"),
    isRewriting: setting(shop, "PS_REWRITING_SETTINGS") !== "0",
    isMaintenance: setting(shop, "PS_SHOP_ENABLE") === "0",
    isMultishop: tables.all("shops").length > 1,
    isWebserviceOn: isOn(shop, "PS_WEBSERVICE"),
    roundType: Number(setting(shop, "PS_ROUND_TYPE")),
    roundMode: Number(setting(shop, "PS_PRICE_ROUND_MODE")),
  };
}

/** The rights the module's own key lacks, as "orders: POST". */
export function missingRights(shop: Shop, text: string): string[] {
  const key = allKeys(shop).find((it) => it.key === text);
  const wanted = keyRights(shop, moduleSettings(shop)?.permissions ?? {});
  return Object.entries(wanted).flatMap(([resource, methods]) =>
    METHODS.filter((it) => methods.includes(it) && !(key && allows(key, resource, it))).map(
      (method) => `${resource}: ${method}`,
    ),
  );
}

function keyHealth(shop: Shop, text: string | undefined) {
  const key = allKeys(shop).find((it) => it.key === text);
  if (text === undefined || !key) return { isMade: false, isActive: false, missing: [] };
  return { isMade: true, isActive: key.active, missing: missingRights(shop, text) };
}

function languageHealth(shop: Shop) {
  const row = shop.tables.get("languages", setting(shop, "PS_LANG_DEFAULT"));
  return row ? { code: valueOf(row, "iso_code"), isActive: valueOf(row, "active") === "1" } : null;
}

function hasTax({ tables }: Shop, countryId: string): boolean {
  return tables.where("tax_rules", "id_country", countryId).some((rule) => {
    const group = tables.get("tax_rule_groups", valueOf(rule, "id_tax_rules_group"));
    return valueOf(group, "active") === "1" && valueOf(group, "deleted") !== "1";
  });
}

function countryHealth(shop: Shop, code: string) {
  const [row] = shop.tables.where("countries", "iso_code", code);
  if (!row) return [];
  const zone = valueOf(row, "id_zone");
  const carriers = shop.tables.all("carriers").filter((it) => serves(it, zone));
  return [
    {
      code,
      isActive: valueOf(row, "active") === "1",
      isZoneActive: valueOf(shop.tables.get("zones", zone), "active") === "1",
      carriers: [...new Set(carriers.map((it) => valueOf(it, "id_reference")))],
      hasTax: hasTax(shop, row.id),
    },
  ];
}

/** Everything a health check looks at, and how the shop serves these countries. */
export function health(shop: Shop, { countries = [] }: With<"health">) {
  const installed = installation(shop);
  const waiting = waitingEvents(shop);
  const { lastDeliveredAt, lastError } = sending(shop);
  return {
    module: installed?.version,
    shop: shopHealth(shop),
    hooks: { missing: HOOKS.filter((hook) => !installed?.hooks.includes(hook)) },
    outbox: {
      waiting: waiting.length,
      oldestAt: waiting[0]?.createdAt ?? null,
      lastDeliveredAt,
      lastError,
    },
    key: keyHealth(shop, installed?.key),
    paymentModules: paymentModules(shop),
    tables: { missing: installed?.lostTables },
    language: languageHealth(shop),
    countries: countries.flatMap((code) => countryHealth(shop, code)),
  };
}
