/** Thresholds of low stock: what a merchant sets, and what they did. */
import * as z from "zod";
import type { LowStockNote } from "../domain/stock/low-stock-note";
import {
  LOW_STOCK_ACTIONS,
  type LowStockChoice,
  type LowStockRule,
} from "../domain/stock/product-rule";
import { MAX_OFFERED } from "../domain/stock/stock";
import { EpochMs } from "./common";

export const LowStock = z
  .object({
    threshold: z.int().min(0).max(MAX_OFFERED).describe("Low at or below it, recovered above it."),
    action: z
      .enum(LOW_STOCK_ACTIONS)
      .describe("The product goes off sale, or the low SKU is shown with nothing left."),
  })
  .meta({ id: "LowStock" }) satisfies z.ZodType<LowStockRule>;
export type LowStock = z.infer<typeof LowStock>;

/** What a merchant chose for one product. */
export const OwnLowStock = z
  .object({
    lowStock: LowStock.nullable().describe("Beats that of all products; null: theirs counts."),
    isExcluded: z.boolean().describe("No threshold counts for it."),
  })
  .meta({ id: "OwnLowStock" }) satisfies z.ZodType<LowStockChoice>;
export type OwnLowStock = z.infer<typeof OwnLowStock>;

const ShownFlip = z.object({
  variantId: z.string(),
  what: z.enum(["off_sale", "on_sale", "emptied", "restored"]),
  physical: z.int().describe("Units the store counted."),
  reserved: z.int().describe("Of them, promised to buyers."),
  sellable: z.int().describe("Units that could be sold: counted, neither promised nor held back."),
  before: z.int().describe("Units the channel showed before."),
  after: z.int(),
  threshold: z.int().nullable().describe("That was reached or passed; null: it was lifted."),
  at: EpochMs,
}) satisfies z.ZodType<Omit<LowStockNote, "productId">>;

/** How one product stands to its threshold. */
export const ProductLowStock = z.object({
  own: OwnLowStock,
  ofAll: LowStock.nullable().describe("The threshold of all products."),
  isStockSent: z.boolean().describe("False: its stock is the channel's, so none is set to 0."),
  flips: z.array(ShownFlip).describe("What its threshold did and undid, the newest first."),
});
