/** Packs as the store sells them: by their own number, out of the stock of their parts, or both. */
import { valueOf } from "../../simulator/prestashop/data/tables";
import type { Order } from "../../simulator/tiktok-shop/orders/order";
import type { PackType } from "./notes";
import { keyOf, type Participants, type SkuLink, type Variant } from "./participants";

interface CountedPack {
  link: Variant;
  type: PackType;
  parts: { of: Variant; units: number }[];
}

const BY_SETTING = "3";

/** The packs of the store whose number depends on that of others. */
function countedPacks({ store }: Participants): CountedPack[] {
  return store.products().flatMap((row): CountedPack[] => {
    const parts = (row.links?.["product_bundle"] ?? []).map((part) => ({
      of: { productId: part["id"] ?? "", combinationId: part["id_product_attribute"] ?? "0" },
      units: Number(part["quantity"] ?? 1),
    }));
    const type = valueOf(row, "pack_stock_type") || BY_SETTING;
    if (parts.length === 0 || type === BY_SETTING || type === "0") return [];
    const link = { productId: row.id, combinationId: "0" };
    return [{ link, type: type as PackType, parts }];
  });
}

const isSame = (one: Variant, other: Variant): boolean => keyOf(one) === keyOf(other);

/** Units of SKUs promised to orders that the store does not know, by their keys. */
function promisedUnits(people: Participants): Map<string, number> {
  const keys = new Map(people.links.map((link) => [link.skuId, keyOf(link)]));
  const units = new Map<string, number>();
  for (const id of people.orders) {
    const order = people.orderOf(id);
    if (!order || people.storeOrdersOf(id).length > 0) continue;
    for (const { skuId, status } of order.lines) {
      const key = keys.get(skuId);
      if (key !== undefined && status !== "CANCELLED") units.set(key, (units.get(key) ?? 0) + 1);
    }
  }
  return units;
}

/** What the store has of a SKU less what is promised, its packs and its parts in view. */
export type FreeUnits = (link: SkuLink) => number;

/** The free units as things stand now: what counts for every SKU is read once. */
export function readFreeUnits(people: Participants): FreeUnits {
  const packs = countedPacks(people);
  const promised = promisedUnits(people);
  const promisedOf = (of: Variant) => promised.get(keyOf(of)) ?? 0;
  const partsPromised = (of: Variant, without?: CountedPack): number =>
    packs
      .filter((pack) => pack !== without)
      .flatMap((pack) => pack.parts.map((part) => ({ pack, part })))
      .filter(({ part }) => isSame(part.of, of))
      .reduce((sum, { pack, part }) => sum + part.units * promisedOf(pack.link), 0);
  return (link) => {
    const pack = packs.find((one) => isSame(one.link, link));
    const own = people.quantityOf(link);
    if (!pack) return own - promisedOf(link) - partsPromised(link);
    const whole = pack.parts.map(({ of, units }) => {
      const left = people.quantityOf(of) - promisedOf(of) - partsPromised(of, pack);
      return Math.max(0, Math.floor(left / units));
    });
    return Math.min(...whole, ...(pack.type === "2" ? [own] : [])) - promisedOf(link);
  };
}

/** Whether a product is a pack, or one of its parts. */
export const isBoundByPack = (people: Participants, { productId }: Variant): boolean =>
  people.packs.has(productId) || people.packParts.has(productId);

/** The webservice takes the parts of no pack, so its orders wait for the module. */
export const waitsForModule = (people: Participants, { lines }: Order): boolean =>
  people.transport === "store" &&
  lines.some(({ skuId }) =>
    people.links.some((link) => link.skuId === skuId && people.packs.has(link.productId)),
  );
