import type { Format } from "../../base/format";

/** How much of the stock goes on sale: for all products, a category, or one. */
export const stockRule = {
  "stockRule.title": "How much goes on sale",
  "stockRule.text":
    "What counts is what is free: the stock in PrestaShop less open orders. A product's own number beats that of its category, which beats that of all products.",
  "stockRule.percent": "Hold back percent",
  "stockRule.percentHint": "Of what is free; what is left is rounded down.",
  "stockRule.percentInvalid": "Enter a whole number from 0 to 100, or nothing.",
  "stockRule.units": "Hold back units",
  "stockRule.unitsHint": "Taken off after the percentage.",
  "stockRule.unitsInvalid": "Enter a whole number, zero or more, or nothing.",
  "stockRule.maximum": "Show at most",
  "stockRule.maximumHint": "TikTok Shop never shows more of a variant.",
  "stockRule.maximumInvalid": "Enter a whole number from 1 to 99,999, or nothing.",
  "stockRule.now": (f: { value: number; from: string }, format: Format) =>
    `Now ${format.number(f.value)}, ${f.from}.`,
  "stockRule.noLimit": ({ from }: { from: string }) => `Now no limit, ${from}.`,
  "stockRule.from.product": "set here",
  "stockRule.from.category": "from the category",
  "stockRule.from.all": "as of all products",
  "stockRule.notSent":
    "Stock is left as it is in Seller Center, so this counts once Weft sends it again.",
  "stockRule.save": "Save stock rule",
};
