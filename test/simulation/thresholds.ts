/** What thresholds of low stock ask of the channel. */
import type { LowStockRule } from "../../src/domain/stock/product-rule";
import { freeUnits } from "./packs";
import { keyOf, type Participants, type SkuLink } from "./participants";

/** What the merchant's pages say that counts for a product: whether a save went through is told by them alone. */
function thresholdOf(people: Participants, { productId }: SkuLink): LowStockRule | null {
  const { worker } = people.system;
  const [own] = worker.ledgers
    .file(people.connectionId)
    .all(`SELECT threshold, threshold_action FROM product_rule WHERE product_id = ?`, [productId]);
  if (own && own["threshold"] !== null)
    return {
      threshold: Number(own["threshold"]),
      action: String(own["threshold_action"]) as LowStockRule["action"],
    };
  const [row] = worker.database.rows(`SELECT settings FROM connection WHERE id = ?`, [
    people.connectionId,
  ]);
  return (
    (JSON.parse(String(row?.[0] ?? "{}")) as { lowStock?: LowStockRule | null }).lowStock ?? null
  );
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

/** Whether a SKU of the same listing takes it off sale. */
export const isTakenDown = (people: Participants, { listingId }: SkuLink): boolean =>
  people.links.some(
    (one) =>
      one.listingId === listingId &&
      people.isOn(one) &&
      people.isThere(one) &&
      lowOf(people, one, Math.max(0, freeUnits(people, one))).takesDown,
  );

export const namedThreshold = (people: Participants, link: SkuLink): string =>
  `${keyOf(link)} with ${JSON.stringify(thresholdOf(people, link))}`;
