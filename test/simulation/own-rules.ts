/** What thresholds of low stock and rules of prices, as the merchant's pages say they stand, ask of the channel. */
import { productPrice } from "../../simulator/prestashop/prices/product-price";
import type { PriceRule } from "../../src/domain/stock/price-rule";
import type { LowStockRule } from "../../src/domain/stock/product-rule";
import { categoryOf } from "./categories";
import type { FreeUnits } from "./packs";
import { keyOf, type Participants, type SkuLink } from "./participants";

interface Settings {
  lowStock?: LowStockRule | null;
  priceRule?: PriceRule | null;
  holdBack?: number;
  holdBackPercent?: number;
  maximumShown?: number | null;
}

/** The settings that were read last: they are asked for with every SKU, and seldom change. */
const parsed = { text: "{}", settings: {} as Settings };

/** Whether a save went through is told by the pages alone, so what they show is what must hold. */
function settingsOf({ system, connectionId }: Participants): Settings {
  const asked = `SELECT settings FROM connection WHERE id = ?`;
  const [row] = system.worker.database.rows(asked, [connectionId]);
  const text = String(row?.[0] ?? "{}");
  if (text !== parsed.text) Object.assign(parsed, { text, settings: JSON.parse(text) });
  return parsed.settings;
}

function ownRowOf({ system, connectionId }: Participants, { productId }: SkuLink) {
  const asked = `SELECT threshold, threshold_action, price, stock FROM product_rule WHERE product_id = ?`;
  return system.worker.ledgers.file(connectionId).all(asked, [productId])[0];
}

function thresholdOf(people: Participants, link: SkuLink): LowStockRule | null {
  const own = ownRowOf(people, link);
  if (!own || own["threshold"] === null) return settingsOf(people).lowStock ?? null;
  const action = String(own["threshold_action"]) as LowStockRule["action"];
  return { threshold: Number(own["threshold"]), action };
}

/** What a threshold asks for a SKU of which so many units may be sold. */
export function lowOf(people: Participants, link: SkuLink, sellable: number) {
  const rule = thresholdOf(people, link);
  const isLow = rule !== null && sellable <= rule.threshold;
  return {
    isEmptied: isLow && rule.action === "out_of_stock",
    takesDown: isLow && rule.action === "deactivate",
  };
}

interface OwnShare {
  units?: number | null;
  percent?: number | null;
  maximum?: number | null;
}

function shareOfCategory(people: Participants, { productId }: SkuLink): OwnShare {
  const asked = `SELECT rule FROM category_stock WHERE category_id = ?`;
  const categoryId = categoryOf(people, productId);
  if (categoryId === undefined) return {};
  const [row] = people.system.worker.ledgers.file(people.connectionId).all(asked, [categoryId]);
  return row ? (JSON.parse(String(row["rule"])) as OwnShare) : {};
}

/** Of so many free units, those that may be sold, and those that are shown; what stays is rounded up. */
export function offeredOf(people: Participants, link: SkuLink, free: number) {
  const kept = ownRowOf(people, link)?.["stock"];
  const own = (typeof kept === "string" ? JSON.parse(kept) : {}) as OwnShare;
  const ofCategory = shareOfCategory(people, link);
  const { holdBack = 0, holdBackPercent = 0, maximumShown = null } = settingsOf(people);
  const percent = own.percent ?? ofCategory.percent ?? holdBackPercent;
  const stays = Math.ceil((free * percent) / 100);
  const left = Math.max(0, free - stays - (own.units ?? ofCategory.units ?? holdBack));
  const most = own.maximum ?? ofCategory.maximum ?? maximumShown ?? left;
  return { left, shown: Math.min(left, most) };
}

/** Whether a SKU of the same listing takes it off sale. */
export const isTakenDown = (
  people: Participants,
  { listingId }: SkuLink,
  free: FreeUnits,
): boolean =>
  people.links.some(
    (one) =>
      one.listingId === listingId &&
      people.isOn(one) &&
      people.isThere(one) &&
      lowOf(people, one, offeredOf(people, one, Math.max(0, free(one))).left).takesDown,
  );

export const namedThreshold = (people: Participants, link: SkuLink): string =>
  `${keyOf(link)} with ${JSON.stringify(thresholdOf(people, link))}`;

/** What a SKU costs on the channel, in minor units: worked out anew for the two rules that histories set. */
export function rightPrice(people: Participants, link: SkuLink): number {
  const { productId, combinationId } = link;
  const kept = ownRowOf(people, link)?.["price"];
  const rule =
    typeof kept === "string"
      ? (JSON.parse(kept) as PriceRule)
      : (settingsOf(people).priceRule ?? null);
  const price = productPrice(people.store.store, {
    productId,
    combinationId,
    withTax: true,
    withReduction: rule?.base !== "regular",
    digits: 2,
  });
  const minor = Math.round(price * 100);
  if (!rule) return minor;
  return rule.basisPoints === 10_000 ? minor * 2 : minor + 150;
}
