import { allKeys, allows, METHODS } from "../../api/keys";
import { paymentModules } from "../../orders/payment-modules";
import { setting, wallTime, type Shop } from "../../shop";
import { HOOKS } from "../hooks";
import { waitingEvents } from "../outbox";
import { installation, moduleSettings, sending } from "../state";

const PHP_OF: Record<string, string> = { "8.2.1": "8.1.29", "9.1.4": "8.4.1" };

const isOn = (shop: Shop, name: string): boolean => setting(shop, name) === "1";

function shopHealth(shop: Shop) {
  const { baseUrl, flavour, tables } = shop;
  return {
    version: flavour,
    php: PHP_OF[flavour] ?? "7.4.33",
    name: setting(shop, "PS_SHOP_NAME"),
    url: baseUrl,
    timeZone: setting(shop, "PS_TIMEZONE"),
    now: wallTime(shop),
    isSsl: baseUrl.startsWith("https:"),
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
  const wanted = Object.entries(moduleSettings(shop)?.permissions ?? {});
  return wanted.flatMap(([resource, methods]) =>
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

/** Everything a doctor looks at. */
export function health(shop: Shop) {
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
  };
}
