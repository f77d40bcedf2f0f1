/** The variants of a product as its page shows them. */
import * as z from "zod";
import type { CorrectionNote } from "../domain/stock/correction-note";
import { EpochMs, Minor } from "./common";

export const VariantRow = z
  .object({
    id: z.string(),
    sku: z.string(),
    barcode: z.string().nullable(),
    options: z.array(z.object({ name: z.string(), value: z.string() })),
    priceMinor: Minor,
    stock: z.int(),
    published: z.int().nullable().describe("Sent to the channel last; null when not published."),
    channelSkuId: z.string().nullable(),
  })
  .meta({ id: "Variant" });
export type VariantRow = z.infer<typeof VariantRow>;

/** A variant that the store has deleted, with a SKU that is still on the channel. */
export const DeletedVariant = z
  .object({
    channelSkuId: z.string(),
    sku: z.string().describe("The seller's code on the channel."),
    options: z
      .array(z.object({ name: z.string(), value: z.string() }))
      .describe("As the store had them when it was sent; empty where that was not kept."),
    published: z.int().nullable().describe("What the channel shows, as far as is known."),
    done: z
      .enum(["emptied", "off_sale", "waiting"])
      .describe("Shown with 0; the whole listing is off sale; to be sent still."),
  })
  .meta({ id: "DeletedVariant" });
export type DeletedVariant = z.infer<typeof DeletedVariant>;

export const ShownCorrection = z.object({
  variantId: z.string(),
  what: z.enum(["quantity", "price"]),
  shown: z.int().describe("Units, or minor units of the price."),
  set: z.int().nullable().describe("What Weft sent in its place; null where that was not kept."),
  cause: z.enum(["seller_edit", "returned", "cancelled"]),
  at: EpochMs,
}) satisfies z.ZodType<Omit<CorrectionNote, "productId">>;
