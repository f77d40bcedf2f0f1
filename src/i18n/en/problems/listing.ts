import type { Facts } from "../../../domain/facts";
import type { Format } from "../../base/format";
import type { ProblemWording } from "../../base/wording";
import { after, fact, quoted } from "../facts";
import { NOT_LIVE, NOT_SENT, PULL_AND_PUSH, ADD_PAPER, CHOOSE_PARTY } from "./sentences";

/** ", £0.01 – £5,600.00", where it is known. */
function allowed({ minMinor, maxMinor, currency }: Facts, format: Format): string {
  if (typeof minMinor !== "number" || typeof maxMinor !== "number") return "";
  return `, ${format.moneyRange(minMinor, maxMinor, String(currency))}`;
}

const SUBJECTS: Readonly<Record<string, string>> = {
  size_chart: "a size chart",
  package: "the size of the parcel",
  manufacturer: "a manufacturer",
  responsible_person: "a responsible person",
  producer_responsibility: "your number for producer responsibility",
  deposit: "the deposit on packaging",
};

/** ". It now asks for Material and a size chart", where that is known. */
function asksNow({ names, subjects }: Facts): string {
  const asked = [names ?? [], subjects ?? []]
    .flat()
    .map((one) => SUBJECTS[String(one)] ?? String(one));
  return asked.length === 0 ? "" : `. It now asks for ${fact({ asked }, "asked")}`;
}

/** What Weft itself finds before anything is sent to TikTok Shop. */
export const listingProblems = {
  "listing.deleted_in_store": {
    what: "This product no longer exists in PrestaShop.",
    means:
      "It is not pushed any more. A listing already on TikTok Shop stays until you deactivate it.",
    act: "Deactivate it on TikTok Shop, or restore it in PrestaShop and pull again.",
  },
  "listing.made_by_hand": {
    what: (f) =>
      `TikTok Shop has a listing of this product already${after(f, "id")}, made in Seller Center.`,
    means: "Nothing was sent: the same goods would be on sale twice.",
    act: "Map that listing to this product. To make a second one all the same, hide it on the page Map products, then push again. If it is gone from Seller Center, look for listings again there.",
  },
  "listing.inactive": {
    what: "This product is switched off in PrestaShop.",
    means: "Weft does not offer on TikTok Shop what your own store does not sell.",
    act: "Switch the product on in PrestaShop, then pull and push it again.",
  },
  "listing.virtual": {
    what: "This product is virtual: there is nothing to send.",
    means: NOT_SENT,
    act: "TikTok Shop sells parcels only. Switch “virtual product” off in PrestaShop if it is one.",
  },
  "listing.customisable": {
    what: "This product cannot be ordered without a text or a picture of the buyer's.",
    means: "Nothing was sent to TikTok Shop, whose orders cannot bring either.",
    act: "Make the customisation optional in PrestaShop, or list a product without it.",
  },
  "listing.category_missing": {
    what: "The product has no TikTok Shop category.",
    means: NOT_SENT,
    act: "Choose a TikTok Shop category for its store category, or for this product alone.",
  },
  "category.not_leaf": {
    what: (f) => `The TikTok Shop category is too general${after(f, "category")}.`,
    means: NOT_SENT,
    act: "Choose one of its subcategories.",
  },
  "category.forbidden": {
    what: (f) => `Your shop may not sell in this TikTok Shop category${after(f, "category")}.`,
    means: NOT_SENT,
    act: "Ask for access in Seller Center, or choose another category.",
  },
  "listing.changes_wait": {
    what: "Changes wait for a push.",
    means: "TikTok Shop still shows what was sent last.",
    act: "Push these products to bring their listings up to date.",
  },
  "category.rules_changed": {
    what: (f) => `TikTok Shop changed its rules${after(f, "category")}${asksNow(f)}.`,
    means: "These products lack it: a push or an update of them would be refused.",
    act: "Fill it in once for all products of the category, or one by one.",
  },
  "listing.title_missing": {
    what: "The product has no name.",
    means: NOT_SENT,
    act: PULL_AND_PUSH,
  },
  "listing.title_too_long": {
    what: (f) =>
      `The name is too long: ${fact(f, "length")} characters, ${fact(f, "limit")} are allowed.`,
    means: NOT_SENT,
    act: `Shorten the name. ${PULL_AND_PUSH}`,
  },
  "listing.title_too_short": {
    what: (f) =>
      `The name is too short: ${fact(f, "length")} characters, ${fact(f, "limit")} are needed.`,
    means: NOT_SENT,
    act: `Write a fuller name. ${PULL_AND_PUSH}`,
  },
  "listing.description_too_long": {
    what: (f) =>
      `The description is too long: ${fact(f, "length")} characters, ${fact(f, "limit")} are allowed.`,
    means: NOT_SENT,
    act: PULL_AND_PUSH,
  },
  "listing.empty_sku": {
    what: "A variant must not be sold, because none is left or your store does not have it any more, and TikTok Shop does not take 0 as its stock.",
    means:
      "Weft took the whole product off sale on TikTok Shop, so that nothing is sold that is not there. Its other variants cannot be bought meanwhile.",
    act: "Add stock of the variant: the product is back by itself. A variant that your store does not have any more goes with the next push of the product.",
  },
  "listing.image_missing": {
    what: "The product has no image.",
    means: NOT_SENT,
    act: `Add at least one image. ${PULL_AND_PUSH}`,
  },
  "listing.currency_differs": {
    what: (f) =>
      `The store's prices are in ${fact(f, "store")}, the market needs ${fact(f, "market")}.`,
    means: NOT_SENT,
    act: (f) =>
      `Choose ${fact(f, "market", "the market's")} as the currency of prices in the settings, if your store has it, or connect a TikTok Shop of your own market.`,
  },
  "listing.attribute_missing": {
    what: (f) => `Required details are missing${after(f, "names")}.`,
    means: NOT_SENT,
    act: "Fill them in for the product or its category, then push again.",
  },
  "listing.certificate_missing": {
    what: (f) => `The product is missing a required certificate file${after(f, "names")}.`,
    means: NOT_SENT,
    act: ADD_PAPER,
  },
  "listing.certificate_expired": {
    what: (f) => `A certificate has expired or has no date${after(f, "names")}.`,
    means: NOT_SENT,
    act: ADD_PAPER,
  },
  "listing.size_chart_missing": {
    what: "This category needs a size chart.",
    means: NOT_SENT,
    act: "Upload a size chart with the details of the product, then push it again.",
  },
  "certificate.invalid": {
    what: (f) => `The file is no PDF, JPEG or PNG${after(f, "fileName")}.`,
    means: "It was not saved.",
    act: "Save it as PDF, JPEG or PNG, then upload it again.",
  },
  "size_chart.invalid": {
    what: "The size chart is no picture Weft can read.",
    means: "It was not saved.",
    act: "Choose a PNG or JPEG file.",
  },
  "size_chart.too_small": {
    what: (f) => `The size chart is too small: ${fact(f, "width")} by ${fact(f, "height")} pixels.`,
    means: "It was not saved.",
    act: "Choose a picture whose sides are at least 1024 pixels each.",
  },
  "listing.manufacturer_missing": {
    what: "This category needs the manufacturer's contact.",
    means: NOT_SENT,
    act: CHOOSE_PARTY,
  },
  "listing.responsible_person_missing": {
    what: "This category needs a responsible person in the EU.",
    means: NOT_SENT,
    act: CHOOSE_PARTY,
  },
  "listing.package_weight_missing": {
    what: "The package weight is unknown.",
    means: NOT_SENT,
    act: "Enter the weight in PrestaShop, or a default package in the settings; then push again.",
  },
  "listing.package_dimension_missing": {
    what: "The package dimensions are unknown.",
    means: NOT_SENT,
    act: "Enter width, height and depth in PrestaShop, or a default package in the settings.",
  },
  "listing.warehouse_missing": {
    what: "No TikTok Shop warehouse is chosen.",
    means: NOT_SENT,
    act: "Choose the warehouse whose stock Weft keeps.",
  },
  "listing.too_many_variants": {
    what: (f) =>
      `The product has ${fact(f, "count")} variants, TikTok Shop takes ${fact(f, "limit")}.`,
    means: "Nothing is cut off silently, so nothing was sent.",
    act: `Split the product in PrestaShop. ${PULL_AND_PUSH}`,
  },
  "listing.variant_missing": {
    what: "The product has no variant that can be sold.",
    means: NOT_SENT,
    act: PULL_AND_PUSH,
  },
  "listing.minimum_too_high": {
    what: (f) =>
      `Your store sells no fewer than ${fact(f, "quantity")} of it at once, TikTok Shop asks for ${fact(f, "limit")} at most.`,
    means: NOT_SENT,
    act: `Lower the minimum quantity in PrestaShop, or list packs of it. ${PULL_AND_PUSH}`,
  },
  "listing.too_many_options": {
    what: (f) => `The variants differ in too many ways${after(f, "options")}. Three are allowed.`,
    means: NOT_SENT,
    act: `Use fewer attributes. ${PULL_AND_PUSH}`,
  },
  "listing.option_missing": {
    what: (f) => `Some variants lack a value the others have${after(f, "variants")}.`,
    means: NOT_SENT,
    act: `Give every combination the same attributes. ${PULL_AND_PUSH}`,
  },
  "listing.duplicate_options": {
    what: (f) => `Two variants look the same to a buyer${after(f, "variants")}.`,
    means: NOT_SENT,
    act: `Give them different attribute values. ${PULL_AND_PUSH}`,
  },
  "listing.option_name_too_long": {
    what: (f) =>
      `An attribute name is longer than ${fact(f, "limit")} characters${after(f, "names")}.`,
    means: NOT_SENT,
    act: PULL_AND_PUSH,
  },
  "listing.option_value_too_long": {
    what: (f) =>
      `An attribute value is longer than ${fact(f, "limit")} characters${after(f, "values")}.`,
    means: NOT_SENT,
    act: PULL_AND_PUSH,
  },
  "listing.chinese_text": {
    what: (f) => `TikTok Shop takes no Chinese characters in this market${after(f, "texts")}.`,
    means: NOT_SENT,
    act: PULL_AND_PUSH,
  },
  "listing.option_unreadable": {
    what: (f) => `An attribute's name or value has no letter or digit${after(f, "values")}.`,
    means: NOT_SENT,
    act: PULL_AND_PUSH,
  },
  "listing.sku_missing": {
    what: (f) => `There is no SKU (reference)${after(f, "variants")}.`,
    means: "Orders could not be matched to your stock, so nothing was sent.",
    act: `Enter a reference. ${PULL_AND_PUSH}`,
  },
  "listing.duplicate_skus": {
    what: (f) => `Several variants share one SKU${after(f, "skus")}.`,
    means: "Orders could be booked on the wrong variant, so nothing was sent.",
    act: `Give each its own reference. ${PULL_AND_PUSH}`,
  },
  "listing.sku_invalid": {
    what: (f) => `A SKU is longer than ${fact(f, "limit", "50")} characters${after(f, "skus")}.`,
    means: NOT_SENT,
    act: PULL_AND_PUSH,
  },
  "listing.price_zero": {
    what: (f) => `The price is zero${after(f, "variants")}.`,
    means: "TikTok Shop takes no such price; what it showed before stays.",
    act: "Enter a price in PrestaShop, then re-pull and push the product.",
  },
  "listing.price_range": {
    what: (f, format) =>
      `A price lies outside of what TikTok Shop allows in this market${allowed(f, format)}${after(f, "variants")}.`,
    means: NOT_SENT,
    act: PULL_AND_PUSH,
  },
  "listing.sold_out": {
    what: "Every variant is sold out.",
    means:
      "TikTok Shop takes no new product without stock, and Weft sells only what PrestaShop counts, also where it allows orders at stock 0.",
    act: "Restock in PrestaShop, pull and push again. To sell on order, enter the quantity that you can get in time.",
  },
  "listing.audit_rejected": {
    what: (f) => `TikTok Shop's review refused the product${quoted(f, "text")}.`,
    means: NOT_LIVE,
    act: `Correct what the review names. ${PULL_AND_PUSH}`,
  },
} satisfies Record<string, ProblemWording>;
