import * as z from "zod";
import type { ChannelShop, ChannelWarehouse } from "../channel";
import { request, type Session } from "./request";
import { looseFlag, looseList, looseText, readableList } from "./shapes";

const ShopsAnswer = z.object({
  shops: readableList(
    z.object({
      id: z.string().min(1),
      name: looseText,
      region: z.string().length(2),
      seller_type: looseText,
      cipher: z.string().min(1),
    }),
  ),
});

/** Every shop the token covers; the only call that needs no shop. */
export async function listShops(session: Session): Promise<readonly ChannelShop[]> {
  const { shops } = await request(
    session,
    { method: "GET", path: "/authorization/202309/shops", needsShop: false },
    ShopsAnswer,
  );
  return shops.map((shop) => ({
    id: shop.id,
    name: shop.name,
    region: shop.region,
    cipher: shop.cipher,
    isCrossBorder: shop.seller_type === "CROSS_BORDER",
  }));
}

const WarehousesAnswer = z.object({
  warehouses: readableList(
    z.object({
      id: z.string().min(1),
      name: looseText,
      effect_status: looseText,
      type: looseText,
      is_default: looseFlag,
    }),
  ),
});

/** The shop's warehouses; the one for returns may come first. */
export async function listWarehouses(session: Session): Promise<readonly ChannelWarehouse[]> {
  const { warehouses } = await request(
    session,
    { method: "GET", path: "/logistics/202309/warehouses" },
    WarehousesAnswer,
  );
  return warehouses.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.type === "RETURN_WAREHOUSE" ? "return" : "sales",
    isDefault: row.is_default,
    isEnabled: row.effect_status === "ENABLED",
  }));
}

const PrerequisitesAnswer = z.object({
  check_results: looseList(
    z.object({ check_item: z.string(), is_failed: looseFlag, fail_reasons: looseList(z.string()) }),
  ),
});

/** What keeps the shop from listing, as "RETURN_WAREHOUSE: no return warehouse"; empty: nothing. */
export async function readPrerequisites(session: Session): Promise<readonly string[]> {
  const { check_results } = await request(
    session,
    { method: "GET", path: "/product/202312/prerequisites" },
    PrerequisitesAnswer,
  );
  return check_results
    .filter((check) => check.is_failed)
    .map(({ check_item, fail_reasons }) =>
      // The wire spells one item BANk_ACCOUNT.
      [check_item.toUpperCase(), fail_reasons.join("; ")].filter(Boolean).join(": "),
    );
}
