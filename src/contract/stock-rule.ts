/** How much of what is free goes on sale, by level. */
import * as z from "zod";
import {
  STOCK_LEVELS,
  type OwnStockRule as DomainOwn,
  type StockRule as DomainRule,
} from "../domain/stock/stock-rule";
import { MAX_OFFERED } from "../domain/stock/stock";
import { Count } from "./common";

export const HeldPercent = z.int().min(0).max(100);
export const MostShown = z.int().min(1).max(MAX_OFFERED);

const HeldUnits = z.int().min(0).max(1_000_000);

export const StockRule = z
  .object({ units: HeldUnits, percent: HeldPercent, maximum: MostShown.nullable() })
  .meta({ id: "StockRule" }) satisfies z.ZodType<DomainRule>;
export type StockRule = z.infer<typeof StockRule>;

export const OwnStockRule = z
  .object({
    units: HeldUnits.nullable().describe("Never offered; null: as the level above."),
    percent: HeldPercent.nullable().describe("Of what is free, never offered."),
    maximum: MostShown.nullable().describe("No more is shown of a variant."),
  })
  .meta({ id: "OwnStockRule" }) satisfies z.ZodType<DomainOwn>;
export type OwnStockRule = z.infer<typeof OwnStockRule>;

const Level = z.enum(STOCK_LEVELS);

/** What counts for one product, and where each part of it is from. */
export const ProductStockRule = z.object({
  own: OwnStockRule.nullable(),
  counts: StockRule,
  from: z.object({ units: Level, percent: Level, maximum: Level }),
  isSent: z.boolean().describe("False: its stock is the channel's to say."),
});

/** What a category of the channel says. */
export const CategoryStockRule = z
  .object({
    own: OwnStockRule.nullable(),
    ofAll: StockRule,
    productCount: Count.describe("Products of the store that are sold in it."),
  })
  .meta({ id: "CategoryStockRule" });
export type CategoryStockRule = z.infer<typeof CategoryStockRule>;

/** What holds for all products, out of the connection's settings. */
export const stockRuleOfAll = (settings: {
  holdBack: number;
  holdBackPercent: number;
  maximumShown: number | null;
}): StockRule => ({
  units: settings.holdBack,
  percent: settings.holdBackPercent,
  maximum: settings.maximumShown,
});
