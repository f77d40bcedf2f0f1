/** What products cost on TikTok Shop, given what they cost in PrestaShop: of all products, and of one. */
import type { Format } from "../../base/format";
import { plural } from "../grammar";

const products = (count: number, format: Format) =>
  `${format.number(count)} ${plural(count, { one: "product", other: "products" })}`;

export const prices = {
  "prices.title": "Prices",
  "prices.text":
    "What a product costs on TikTok Shop, given its price in PrestaShop: a percentage, then an amount, then rounding, and never below the floor. Orders carry what the buyer paid, whatever stands here.",
  "prices.which": "Prices on TikTok Shop",
  "prices.asStore": "As in PrestaShop",
  "prices.byRule": "By a rule",
  "prices.base": "Starting from",
  "prices.base.reduced": "The price with its discounts",
  "prices.base.regular": "The regular price, before discounts",
  "prices.percent": "Percentage",
  "prices.percentHint": "8.5 adds 8.5 %, -10 takes 10 % off.",
  "prices.percentInvalid": "Enter a number from -90 to 1000, with two decimals at most.",
  "prices.added": "Amount",
  "prices.addedHint": "Added after the percentage; with a minus it is taken off.",
  "prices.amountInvalid": "Enter an amount such as 1.50.",
  "prices.rounding": "Rounding",
  "prices.rounding.minor": "None",
  "prices.rounding.99": "Up to the next .99",
  "prices.rounding.95": "Up to the next .95",
  "prices.rounding.0": "Up to the next .00",
  "prices.rounding.step": "To the nearest step",
  "prices.step": "Step",
  "prices.stepHint": "0.50 gives 12.00, 12.50, 13.00.",
  "prices.floor": "Never below",
  "prices.floorHint": "Leave this empty for no such price.",
  "prices.storeFloor": "Never below the price in PrestaShop",
  "prices.notSent":
    "By the sync rules, prices stay as in Seller Center: this rule counts for new listings only.",
  "prices.try": "See what changes",
  "prices.wouldChange": (
    { count, of, isMore }: { count: number; of: number; isMore: boolean },
    format: Format,
  ) =>
    `${isMore ? "Of the first " : "Of "}${products(of, format)} on TikTok Shop with prices from PrestaShop, ${format.number(count)} would change. Nothing is sent before you save.`,
  "prices.col.product": "Product",
  "prices.col.store": "PrestaShop",
  "prices.col.now": "TikTok Shop now",
  "prices.col.then": "Then",
  "prices.save": "Save prices",
  "prices.ofProduct": "Price of this product",
  "prices.asAll": ({ rule }: { rule: string }) => `As all products: ${rule}`,
  "prices.own": "By a rule of its own",
  "prices.storeOnly": "As in PrestaShop, whatever holds for all",
  "prices.ruleStore": "as in PrestaShop",
  "prices.ruleSome": "by the rule in the settings",
  "prices.results": "What the rules that stand make of its prices",
  "prices.col.variant": "Variant",
  "prices.col.channel": "TikTok Shop",
};
