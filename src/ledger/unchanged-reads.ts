/**
 * Of what the store was seen to have, that which needs nothing: known as it is, promised to nobody, and shown just
 * so. A pull of an unchanged catalogue is all of this kind, so it is told by one statement for a whole page. What
 * this does not find is looked at one by one, which decides; it never takes for unchanged what is not.
 */
import { keyOfVariant } from "../domain/catalogue/source-product";
import { linkOf } from "../domain/stock/pack";
import { MAX_OFFERED } from "../domain/stock/stock";
import type { StockRule } from "../domain/stock/stock-rule";
import { chunks } from "../lib/chunks";
import type { Observation } from "../sync/ledger-api";
import type { Notes } from "./notes";
import { STOCK_NAMES, stockRuleIn } from "./stock-settings";
import type { StockStore } from "./stock-store";
import { USUAL_SENDS, type Sends } from "../domain/stock/product-rule";
import { priceByRule, USUAL_DECIMALS, type KnownPrices } from "../domain/stock/price-rule";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

const NONE: ReadonlySet<Observation> = new Set();
/** One parameter of a statement stays far below two megabytes. */
const PER_STATEMENT = 5_000;

/** What holds for all products; `threshold` null: nothing is low. */
interface Shared {
  stockRule: StockRule;
  sends: Sends;
  threshold: number | null;
  price(store: KnownPrices): number | null;
}

export class UnchangedReads {
  readonly #sql: SqlPort;
  readonly #stock: Pick<StockStore, "confirm">;
  readonly #notes: Pick<Notes, "readMany">;

  constructor(
    { sql }: Pick<LedgerStoragePort, "sql">,
    stock: Pick<StockStore, "confirm">,
    notes: Pick<Notes, "readMany">,
  ) {
    this.#sql = sql;
    this.#stock = stock;
    this.#notes = notes;
  }

  /** Those that need nothing but to be known as read at `observedAt` (epoch ms). */
  confirm(observations: readonly Observation[], observedAt: number): ReadonlySet<Observation> {
    const { lowStock, packs, sends, priceRule, priceDecimals, ...stock } = this.#notes.readMany([
      ...STOCK_NAMES,
      "lowStock",
      "packs",
      "sends",
      "priceRule",
      "priceDecimals",
    ]);
    // What is in packs hangs on others.
    if (observations.length === 0) return NONE;
    const links = (packs ?? []).flatMap((pack) => [linkOf(pack), ...pack.parts]);
    const bound = new Set(links.map(keyOfVariant));
    const free = observations.filter((seen) => !bound.has(keyOfVariant(seen)));
    const found = new Set<Observation>();
    for (const some of chunks(free, PER_STATEMENT))
      for (const seen of this.#find(some, {
        stockRule: stockRuleIn(stock),
        sends: sends ?? USUAL_SENDS,
        threshold: lowStock?.threshold ?? null,
        price: (store) => priceByRule(priceRule ?? null, store, priceDecimals ?? USUAL_DECIMALS),
      }))
        found.add(seen);
    for (const seen of found) this.#stock.confirm(seen, observedAt);
    return found;
  }

  /** None of a product with a rule of its own, that is not sold, or that is low. */
  #find(seen: readonly Observation[], shared: Shared): Observation[] {
    const { stockRule, sends, threshold } = shared;
    const sellable = `(max(0, s.physical) * (100 - ?7) / 100 - ?2)`;
    const rows = this.#sql
      .exec<Found>(
        `SELECT seen.place, s.price_minor AS price, s.list_price_minor AS listPrice,
           (SELECT json_group_array(DISTINCT o.sent_price_minor) FROM offer o
             WHERE ?5 AND o.product_id = seen.product AND o.variant_id = seen.variant
               AND o.is_live = 1) AS shown
         FROM (SELECT key AS place, value->>'productId' AS product, value->>'variantId' AS variant,
             value->>'quantity' AS quantity, value->>'priceMinor' AS price,
             value->>'listPriceMinor' AS listPrice, value->>'isOffered' AS offered FROM json_each(?1)) AS seen
         CROSS JOIN stock s ON s.product_id = seen.product AND s.variant_id = seen.variant
         WHERE s.physical = seen.quantity AND (seen.price IS NULL OR seen.price = s.price_minor)
           AND (seen.price IS NULL OR coalesce(seen.listPrice, seen.price)
             = s.list_price_minor)
           AND seen.offered IS NOT 0
           AND (?6 IS NULL OR ${sellable} > ?6)
           AND NOT EXISTS (SELECT 1 FROM withdrawn w
             WHERE w.product_id = seen.product AND w.variant_id = seen.variant)
           AND NOT EXISTS (SELECT 1 FROM product_rule r WHERE r.product_id = seen.product)
           AND NOT EXISTS (SELECT 1 FROM product_category c
             JOIN category_stock k ON k.category_id = c.category_id
             WHERE c.product_id = seen.product)
           AND NOT EXISTS (SELECT 1 FROM reservation r
             WHERE r.product_id = seen.product AND r.variant_id = seen.variant)
           AND NOT EXISTS (SELECT 1 FROM offer o
             LEFT JOIN listing_sale l ON l.channel_product_id = o.channel_product_id
             WHERE o.product_id = seen.product AND o.variant_id = seen.variant
               AND (EXISTS (SELECT 1 FROM reservation r WHERE r.channel_sku_id = o.channel_sku_id)
                 OR o.is_live = 1 AND (l.cause IS NOT NULL
                   OR ?4 AND (o.quantity_doubt IS NOT NULL
                     OR o.sent_quantity <> min(?3, max(0, ${sellable})))
                   OR ?5 AND o.price_doubt IS NOT NULL)))`,
        JSON.stringify(seen),
        stockRule.units,
        Math.min(MAX_OFFERED, stockRule.maximum ?? MAX_OFFERED),
        Number(sends.stock),
        Number(sends.price),
        threshold,
        stockRule.percent,
      )
      .toArray();
    return rows.flatMap((row) => (isPriceShown(row, shared) ? (seen[row.place] ?? []) : []));
  }
}

/** `shown`: JSON of the prices that the channel is believed to show. */
type Found = { place: number; price: number | null; listPrice: number | null; shown: string };

/** A price that is not known is sent to nobody. */
function isPriceShown({ price, listPrice, shown }: Found, shared: Shared): boolean {
  if (price === null || shown === "[]") return true;
  const wanted = shared.price({ reduced: price, regular: listPrice });
  return wanted === null || shown === `[${wanted}]`;
}
