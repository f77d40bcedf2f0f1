/** The settings of our shop, and which shop of the installation that is. */
import type { Part } from "../../../domain/health/finding";
import { toStoreShop } from "../module/read-report";
import type { StoreClient } from "../request";
import { hasSeveralShops } from "../store-facts";
import { readShop, settingsOf, shopUnknown } from "../store-shop";
import type { Evidence, Health, Reader } from "./evidence";

const SETTINGS = [
  "PS_COUNTRY_DEFAULT",
  "PS_CURRENCY_DEFAULT",
  "PS_LANG_DEFAULT",
  "PS_MULTISHOP_FEATURE_ACTIVE",
  "PS_OS_CANCELED",
  "PS_OS_SHIPPING",
  "PS_OS_WS_PAYMENT",
  "PS_PACK_FEATURE_ACTIVE",
  "PS_SHOP_DEFAULT",
  "PS_SHOP_ENABLE",
  "PS_STOCK_MANAGEMENT",
  "PS_TAX",
  "PS_TIMEZONE",
];

/** One request; three more where the installation holds several shops. */
export async function readSettings(
  client: StoreClient,
  read: Reader,
  url: string,
  module: Part<Health>,
): Promise<Pick<Evidence, "settings" | "shop">> {
  const rows = await read.needed(() =>
    client.list("configurations", {
      sort: "[id_ASC]",
      display: "[id,name,value,id_shop,id_shop_group]",
      "filter[name]": `[${SETTINGS.join("|")}]`,
    }),
  );
  if (!("value" in rows)) return { settings: rows, shop: rows };
  const common = settingsOf(rows.value, undefined);
  if (!hasSeveralShops(common)) return { settings: { value: common }, shop: { value: "only" } };
  const byModule = "value" in module ? toStoreShop(module.value) : undefined;
  const found = await read.needed(async () => (await readShop(client, url)) ?? byModule);
  if (!("value" in found)) return { settings: { value: common }, shop: found };
  const shop = found.value ?? shopUnknown(common.get("PS_SHOP_DEFAULT") ?? "1");
  return { settings: { value: settingsOf(rows.value, shop) }, shop: found };
}
