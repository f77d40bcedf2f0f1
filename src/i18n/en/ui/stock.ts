/** Thresholds of low stock: of all products, and of one. */
import type { Format } from "../../base/format";
import { plural } from "../grammar";

const units = (count: number, format: Format) =>
  `${format.number(count)} ${plural(count, { one: "unit", other: "units" })}`;

export const stock = {
  "stock.low": "Low stock",
  "stock.lowText":
    "Keeps the last units from being sold twice. What counts is what could be sold: stock in PrestaShop, less open orders and less what is held back. A SKU is low at the threshold or below, and recovers above it.",
  "stock.when": "While a SKU is low",
  "stock.action.off": "Go on selling",
  "stock.action.deactivate": "Take the whole product off sale",
  "stock.action.deactivateHint":
    "One low SKU is enough. Weft puts the product back when all of its SKUs are above the threshold. What you or TikTok took off sale stays off.",
  "stock.action.out_of_stock": "Show that SKU as sold out",
  "stock.action.out_of_stockHint":
    "The others go on selling. Where TikTok Shop takes no 0, the whole product is off sale meanwhile.",
  "stock.threshold": "Threshold",
  "stock.thresholdHint": "More than 5 is advisable.",
  "stock.thresholdInvalid": "Enter a whole number from 0 to 99,999.",
  "stock.save": "Save threshold",
  "stock.notSent":
    "By the sync rules, stock stays as in Seller Center, so Weft sets none to 0. Taking the product off sale works all the same.",
  "stock.ofProduct": "Low stock of this product",
  "stock.which": "Which threshold counts",
  "stock.asAll": ({ rule }: { rule: string }) => `As all products: ${rule}`,
  "stock.own": "One of its own",
  "stock.excluded": "None: never taken off sale for low stock",
  "stock.ruleOff": "none",
  "stock.rule.deactivate": ({ threshold }: { threshold: number }, format: Format) =>
    `off sale at ${units(threshold, format)}`,
  "stock.rule.out_of_stock": ({ threshold }: { threshold: number }, format: Format) =>
    `shown as sold out at ${units(threshold, format)}`,
  "stock.flips": "What the threshold did",
  "stock.flipAt": "When",
  "stock.flipVariant": "Variant",
  "stock.flipWhat": "What",
  "stock.flipShown": "Shown on TikTok Shop",
  "stock.flipWhy": "Why",
  "stock.flip.off_sale": "Taken off sale",
  "stock.flip.on_sale": "Put back on sale",
  "stock.flip.emptied": "Shown as sold out",
  "stock.flip.restored": "Shown again",
  "stock.flipFromTo": ({ before, after }: { before: number; after: number }, format: Format) =>
    `${format.number(before)} → ${format.number(after)}`,
  "stock.flipLow": ({ count, threshold }: { count: number; threshold: number }, format: Format) =>
    `${units(count, format)} in PrestaShop, threshold ${format.number(threshold)}`,
  "stock.flipLowHeld": (
    {
      count,
      physical,
      held,
      threshold,
    }: { count: number; physical: number; held: number; threshold: number },
    format: Format,
  ) =>
    `${format.number(count)} could be sold (${format.number(physical)} in PrestaShop, ${format.number(held)} promised or held back), threshold ${format.number(threshold)}`,
  "stock.flipLifted": "No threshold counts any more",
};
