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

/** Units of a SKU promised to orders that the store does not know. */
function promisedOf(people: Participants, of: Variant): number {
  const skus = new Set(people.links.filter((link) => isSame(link, of)).map(({ skuId }) => skuId));
  return people.orders
    .map((id) => people.orderOf(id))
    .filter((order) => order && people.storeOrdersOf(order.id).length === 0)
    .flatMap((order) => order?.lines ?? [])
    .filter(({ skuId, status }) => skus.has(skuId) && status !== "CANCELLED").length;
}

/** What the store has of a SKU less what is promised, its packs and its parts in view. */
export function freeUnits(people: Participants, link: SkuLink): number {
  const packs = countedPacks(people);
  const partsPromised = (of: Variant, without?: CountedPack): number =>
    packs
      .filter((pack) => pack !== without)
      .flatMap((pack) => pack.parts.map((part) => ({ pack, part })))
      .filter(({ part }) => isSame(part.of, of))
      .reduce((sum, { pack, part }) => sum + part.units * promisedOf(people, pack.link), 0);
  const pack = packs.find((one) => isSame(one.link, link));
  const own = people.quantityOf(link);
  const promised = promisedOf(people, link);
  if (!pack) return own - promised - partsPromised(link);
  const whole = pack.parts.map(({ of, units }) => {
    const left = people.quantityOf(of) - promisedOf(people, of) - partsPromised(of, pack);
    return Math.max(0, Math.floor(left / units));
  });
  return Math.min(...whole, ...(pack.type === "2" ? [own] : [])) - promised;
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
