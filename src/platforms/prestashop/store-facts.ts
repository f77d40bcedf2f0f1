/**
 * What the rest of the folder needs to know about the store: its zone, language, currency, units
 * and the ids of the order states with a fixed role. Two requests, once per session, and three more
 * where the installation holds several shops.
 */
import { SyncError } from "../../domain/errors/sync-error";
import { flag, text, type Row } from "./json";
import { readCurrencies } from "./currencies";
import type { StoreClient } from "./request";
import type { ProductFacts } from "./store-memory";
import { readShop, settingsOf, shopUnknown, type StoreShop } from "./store-shop";

export interface Currency {
  id: string;
  code: string;
  /** How many of this currency one unit of the store's own buys, as the store writes it. */
  rate: string;
}

/** By its own number: how a pack is counted where nothing else is said. */
export const OWN_NUMBER = "0";

export interface StoreFacts {
  shopName: string;
  shopId: string;
  /** The shop of several that the address answers for; absent where there is one. */
  shop?: StoreShop;
  /** False where nobody tells which shop that is: then it is taken for the default one. */
  isShopKnown: boolean;
  /** Of the prices that are read. */
  currency: string;
  currencyId: string;
  /** The customer group whose prices are read. */
  priceGroupId: string;
  /** True when a customer group may have a percentage off every price. */
  usesGroups: boolean;
  currencies: readonly Currency[];
  timeZone: string;
  languageId: string;
  countryId: string;
  guestGroupId: string;
  /** The carrier the store takes by itself; "-1" and "-2" name none: the cheapest and the fastest. */
  carrierId: string;
  /** Grams of one weight unit and millimetres of one length unit. */
  gramsPerUnit: number;
  mmPerUnit: number;
  /** True when products may carry an ecotax on top of their price. */
  usesEcotax: boolean;
  /** How packs are counted that do not say it themselves; "": the store has none. */
  packStockType: string;
  /** What the store does with amounts between two cents. */
  rounding: "nearest" | "up" | "down";
  states: {
    paid: string;
    error: string;
    cancelled: string;
    refunded: string;
    shipped: string;
    delivered: string;
    /**
     * Where the store puts orders of goods it is out of, paid and not; "" where it has no such
     * state.
     */
    backorderPaid: string;
    backorderUnpaid: string;
  };
}

const NAMES = [
  "PS_SHOP_NAME",
  "PS_SHOP_DEFAULT",
  "PS_MULTISHOP_FEATURE_ACTIVE",
  "PS_CURRENCY_DEFAULT",
  "PS_COUNTRY_DEFAULT",
  "PS_LANG_DEFAULT",
  "PS_TIMEZONE",
  "PS_WEIGHT_UNIT",
  "PS_DIMENSION_UNIT",
  "PS_GUEST_GROUP",
  "PS_CARRIER_DEFAULT",
  "PS_UNIDENTIFIED_GROUP",
  "PS_GROUP_FEATURE_ACTIVE",
  "PS_USE_ECOTAX",
  "PS_PACK_FEATURE_ACTIVE",
  "PS_PACK_STOCK_TYPE",
  "PS_PRICE_ROUND_MODE",
  "PS_OS_WS_PAYMENT",
  "PS_OS_ERROR",
  "PS_OS_CANCELED",
  "PS_OS_REFUND",
  "PS_OS_SHIPPING",
  "PS_OS_DELIVERED",
  "PS_OS_OUTOFSTOCK_PAID",
  "PS_OS_OUTOFSTOCK_UNPAID",
];
/** The other modes differ only in exact halves of a cent. */
const ROUNDING: Readonly<Record<string, StoreFacts["rounding"]>> = { "0": "up", "1": "down" };
const GRAMS: Readonly<Record<string, number>> = {
  kg: 1000,
  g: 1,
  mg: 0.001,
  lb: 453.592_37,
  lbs: 453.592_37,
  oz: 28.349_523_125,
};
const MILLIMETRES: Readonly<Record<string, number>> = {
  cm: 10,
  mm: 1,
  m: 1000,
  in: 25.4,
  '"': 25.4,
  ft: 304.8,
};

/**
 * `askModule`: the shop as the store's module tells it, for a key that may not read shops.
 * Throws SyncError("merchant", "prestashop.setting_missing") with the name of the setting.
 */
export async function readStoreFacts(
  client: StoreClient,
  url: string,
  askModule: () => Promise<StoreShop | undefined>,
): Promise<StoreFacts> {
  const reading = client.list("configurations", {
    display: "[name,value,id_shop,id_shop_group]",
    "filter[name]": `[${NAMES.join("|")}]`,
  });
  const ownCurrency = async () =>
    settingsOf(await reading, undefined).get("PS_CURRENCY_DEFAULT") ?? "";
  const [settings, currencies] = await Promise.all([reading, readCurrencies(client, ownCurrency)]);
  const common = settingsOf(settings, undefined);
  if (!hasSeveralShops(common)) return toStoreFacts(common, currencies);
  const found = (await readShop(client, url)) ?? (await askModule());
  const shop = found ?? shopUnknown(common.get("PS_SHOP_DEFAULT") ?? "1");
  const facts = toStoreFacts(settingsOf(settings, shop), currencies);
  return { ...facts, shopId: shop.id, shop, isShopKnown: found !== undefined };
}

/** Whether products are read the same by both. */
export function readsAlike(a: ProductFacts, b: ProductFacts): boolean {
  const settingsOfProducts = ({ currency, languageId, timeZone, ...units }: ProductFacts) =>
    [
      currency,
      languageId,
      timeZone,
      units.priceGroupId,
      units.groupPercent,
      units.rounding,
      units.gramsPerUnit,
      units.mmPerUnit,
      units.shop?.id,
      units.packStockType,
    ].join("|");
  return settingsOfProducts(a) === settingsOfProducts(b);
}

export function hasSeveralShops(settings: ReadonlyMap<string, string>): boolean {
  return settings.get("PS_MULTISHOP_FEATURE_ACTIVE") === "1";
}

function toStoreFacts(
  values: ReadonlyMap<string, string>,
  currencyRows: readonly Row[],
): StoreFacts {
  const value = (name: string) => values.get(name) ?? "";
  const required = (name: string) => value(name) || missing(name);
  const currencies = currencyRows
    .filter((row) => !flag(row, "deleted") && flag(row, "active"))
    .map(toCurrency);
  const own = currencies.find(({ id }) => id === value("PS_CURRENCY_DEFAULT"));
  return {
    shopName: value("PS_SHOP_NAME"),
    shopId: value("PS_SHOP_DEFAULT") || "1",
    isShopKnown: true,
    currency: own?.code ?? missing("PS_CURRENCY_DEFAULT"),
    currencyId: own?.id ?? missing("PS_CURRENCY_DEFAULT"),
    // What anybody sees who has not logged in; the webservice itself would take registered customers'.
    priceGroupId: value("PS_UNIDENTIFIED_GROUP") || "1",
    usesGroups: value("PS_GROUP_FEATURE_ACTIVE") === "1",
    currencies,
    timeZone: required("PS_TIMEZONE"),
    languageId: required("PS_LANG_DEFAULT"),
    countryId: required("PS_COUNTRY_DEFAULT"),
    guestGroupId: value("PS_GUEST_GROUP") || "2",
    carrierId: value("PS_CARRIER_DEFAULT"),
    gramsPerUnit: GRAMS[value("PS_WEIGHT_UNIT").toLowerCase()] ?? 1000,
    mmPerUnit: MILLIMETRES[value("PS_DIMENSION_UNIT").toLowerCase()] ?? 10,
    usesEcotax: value("PS_USE_ECOTAX") === "1",
    packStockType:
      value("PS_PACK_FEATURE_ACTIVE") === "1" ? value("PS_PACK_STOCK_TYPE") || OWN_NUMBER : "",
    rounding: ROUNDING[value("PS_PRICE_ROUND_MODE")] ?? "nearest",
    states: {
      paid: required("PS_OS_WS_PAYMENT"),
      error: required("PS_OS_ERROR"),
      cancelled: required("PS_OS_CANCELED"),
      refunded: value("PS_OS_REFUND"),
      shipped: value("PS_OS_SHIPPING"),
      delivered: value("PS_OS_DELIVERED"),
      backorderPaid: value("PS_OS_OUTOFSTOCK_PAID"),
      backorderUnpaid: value("PS_OS_OUTOFSTOCK_UNPAID"),
    },
  };
}

function toCurrency(row: Row): Currency {
  return {
    id: text(row, "id"),
    code: text(row, "iso_code").toUpperCase(),
    rate: text(row, "conversion_rate") || "1",
  };
}

function missing(setting: string): never {
  throw new SyncError("merchant", "prestashop.setting_missing", { setting });
}
