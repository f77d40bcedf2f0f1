/** What products cost on the channel, given what they cost in the store. */
import * as z from "zod";
import {
  PRICE_BASES,
  PRICE_ENDINGS,
  PRICE_ROUNDINGS,
  type OwnPrice as DomainOwnPrice,
  type PriceRule as DomainPriceRule,
} from "../domain/stock/price-rule";
import { Count, Minor } from "./common";

/** Far beyond any price of the markets; they only catch slips of the keyboard. */
const MOST_MINOR = 1_000_000_000;

export const PriceRule = z
  .object({
    base: z.enum(PRICE_BASES).describe("The store's price with its discounts, or before them."),
    basisPoints: z
      .int()
      .min(-9_000)
      .max(100_000)
      .describe("Hundredths of a percent that are added; below 0 taken off."),
    addedMinor: z.int().min(-MOST_MINOR).max(MOST_MINOR).describe("Added after the percentage."),
    rounding: z
      .enum(PRICE_ROUNDINGS)
      .describe("To the minor unit, up to the next price with the ending, to the nearest step."),
    ending: z.literal(PRICE_ENDINGS).describe("Of a currency that has cents."),
    stepMinor: z.int().min(1).max(MOST_MINOR),
    floorMinor: z.int().min(1).max(MOST_MINOR).nullable().describe("Never below it; null: none."),
    isStorePriceFloor: z.boolean().describe("Never below the store's price with its discounts."),
  })
  .meta({ id: "PriceRule" }) satisfies z.ZodType<DomainPriceRule>;
export type PriceRule = z.infer<typeof PriceRule>;

export const OwnPrice = z
  .union([PriceRule, z.literal("store")])
  .describe(
    '"store": the store\'s price, whatever holds for all.',
  ) satisfies z.ZodType<DomainOwnPrice>;
export type OwnPrice = z.infer<typeof OwnPrice>;

export const ProductPriceRule = z.object({
  own: OwnPrice.nullable().describe("null: as all products."),
  ofAll: PriceRule.nullable(),
  isSent: z.boolean().describe("False: its prices are the channel's to say."),
  variants: z
    .array(z.object({ id: z.string(), storeMinor: Minor, channelMinor: Minor }))
    .describe("What the rules that stand make of each price."),
});

export const PricePreview = z
  .object({
    count: Count.describe("Listed products of which a price would change."),
    of: Count.describe("Listed products that were looked at."),
    isMore: z.boolean().describe("There are more than were looked at."),
    rows: z.array(
      z.object({
        productId: z.string(),
        name: z.string(),
        sku: z.string(),
        storeMinor: Minor,
        nowMinor: Minor.describe("By the rules that stand."),
        thenMinor: Minor.describe("By the rule that is tried."),
      }),
    ),
    currency: z.string(),
  })
  .meta({ id: "PricePreview" });
