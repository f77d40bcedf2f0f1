// What one unit costs: base price, variant's impact, specific price, tax, reduction, in this order.
// Knows no cart totals.
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import { localMinute, setting, type Store } from "../store";
import { roundPrice, type RoundMode } from "./round";
import { taxRate } from "./tax";

export interface PriceQuestion {
  productId: string;
  /** Absent or "0": the default variant of the product. */
  combinationId?: string;
  withTax: boolean;
  withReduction: boolean;
  digits: number;
  countryId?: string;
  cartId?: string;
  customerId?: string;
  groupId?: string;
  /** False leaves the group's own percentage out, as the webservice does. */
  withGroupShare?: boolean;
  currencyId?: string;
  quantity?: number;
  /** False leaves the ecotax out; it only counts in stores that use it. */
  withEcotax?: boolean;
}

const NEVER = "0000-00-00 00:00:00";

function isOpen(rule: Row, now: string): boolean {
  const [from, to] = [valueOf(rule, "from") || NEVER, valueOf(rule, "to") || NEVER];
  return (from === NEVER || from <= now) && (to === NEVER || now <= to);
}

/** Whether a column of a rule is 0 (any) or equals the asked id. */
const fits = (rule: Row, column: string, asked: string | undefined) => {
  const value = valueOf(rule, column) || "0";
  return value === "0" || value === asked;
};

const rank = (rule: Row) => [
  Number(valueOf(rule, "id_product_attribute") || "0") > 0 ? 1 : 0,
  Number(valueOf(rule, "id_cart") || "0") > 0 ? 1 : 0,
  Number(valueOf(rule, "from_quantity") || "1"),
  Number(valueOf(rule, "id_customer") || "0") > 0 ? 1 : 0,
  Number(valueOf(rule, "id_country") || "0") > 0 ? 1 : 0,
  Number(valueOf(rule, "id_group") || "0") > 0 ? 1 : 0,
];

function strongerFirst(a: Row, b: Row): number {
  const [left, right] = [rank(a), rank(b)];
  for (const [index, value] of left.entries()) {
    const difference = (right[index] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return Number(a.id) - Number(b.id);
}

/** The one discount or fixed price that applies; the most specific rule wins. */
export function specificPriceFor(store: Store, asked: PriceQuestion): Row | undefined {
  const rules = store.tables.where("specific_prices", "id_product", asked.productId);
  if (rules.length === 0) return undefined;
  const now = localMinute(store);
  return rules
    .filter(
      (rule) =>
        fits(rule, "id_product_attribute", asked.combinationId) &&
        fits(rule, "id_shop", store.shopId) &&
        fits(rule, "id_cart", asked.cartId) &&
        fits(rule, "id_customer", asked.customerId) &&
        fits(rule, "id_country", asked.countryId ?? setting(store, "PS_COUNTRY_DEFAULT")) &&
        fits(rule, "id_group", asked.groupId) &&
        fits(rule, "id_currency", asked.currencyId ?? setting(store, "PS_CURRENCY_DEFAULT")) &&
        Number(valueOf(rule, "from_quantity") || "1") <= (asked.quantity ?? 1) &&
        isOpen(rule, now),
    )
    .toSorted(strongerFirst)[0];
}

function variantImpact(store: Store, asked: PriceQuestion, rule: Row | undefined): number {
  const fixed = rule !== undefined && Number(valueOf(rule, "price")) >= 0;
  if (fixed && Number(valueOf(rule, "id_product_attribute") || "0") > 0) return 0;
  const variants = store.tables.where("combinations", "id_product", asked.productId);
  const variant =
    asked.combinationId && asked.combinationId !== "0"
      ? variants.find((it) => it.id === asked.combinationId)
      : variants.find((it) => valueOf(it, "default_on") === "1");
  return Number(valueOf(variant, "price"));
}

function reductionOf(rule: Row, price: number, rate: number, withTax: boolean): number {
  const reduction = Number(valueOf(rule, "reduction"));
  if (valueOf(rule, "reduction_type") === "percentage") return price * reduction;
  const includesTax = valueOf(rule, "reduction_tax") !== "0";
  if (includesTax === withTax) return reduction;
  return withTax ? reduction * (1 + rate / 100) : reduction / (1 + rate / 100);
}

/** Ecotax of one unit, the variant's own before the product's; here it carries no tax itself. */
export function ecotaxOf(
  store: Store,
  asked: Pick<PriceQuestion, "productId" | "combinationId" | "withEcotax">,
): number {
  if (asked.withEcotax === false || setting(store, "PS_USE_ECOTAX") !== "1") return 0;
  const variant = store.tables.get("combinations", asked.combinationId ?? "0");
  const product = store.tables.get("products", asked.productId);
  return Number(valueOf(variant, "ecotax")) || Number(valueOf(product, "ecotax"));
}

/**
 * The share of a price that remains after the reduction of the customer's group, 0 to 1: that of the
 * product's default category, no reduction at all included, in place of the one off everything.
 */
export function groupShare(store: Store, groupId: string | undefined, productId: string): number {
  if (setting(store, "PS_GROUP_FEATURE_ACTIVE") !== "1") return 1;
  const group = store.tables.get("groups", groupId ?? "1");
  const categoryId = valueOf(store.tables.get("products", productId), "id_category_default");
  const ofCategory = store.tables
    .where("group_reductions", "id_category", categoryId)
    .find((row) => valueOf(row, "id_group") === group?.id);
  if (ofCategory) return 1 - Number(valueOf(ofCategory, "reduction"));
  return 1 - Number(valueOf(group, "reduction")) / 100;
}

/** How many units of the asked currency equal one unit of the store's default currency. */
export function exchangeRate(store: Store, currencyId: string | undefined): number {
  if (currencyId === undefined) return 1;
  return Number(valueOf(store.tables.get("currencies", currencyId), "conversion_rate")) || 1;
}

/** Price of one unit in the asked currency, rounded to `digits`; never below zero. */
export function productPrice(store: Store, asked: PriceQuestion): number {
  const product = store.tables.get("products", asked.productId);
  const rule = specificPriceFor(store, asked);
  const fixed = rule === undefined ? -1 : Number(valueOf(rule, "price"));
  const country = asked.countryId ?? setting(store, "PS_COUNTRY_DEFAULT");
  const rate = taxRate(store, valueOf(product, "id_tax_rules_group"), country);
  const exchange = exchangeRate(store, asked.currencyId);
  const isInCurrency = rule !== undefined && (valueOf(rule, "id_currency") || "0") !== "0";
  const own = fixed >= 0 ? fixed : Number(valueOf(product, "price"));
  const base = fixed >= 0 && isInCurrency ? own : own * exchange;
  const net = base + variantImpact(store, asked, rule) * exchange;
  const taxed = asked.withTax ? net * (1 + rate / 100) : net;
  const price = taxed + ecotaxOf(store, asked) * exchange;
  const off = rule && asked.withReduction ? reductionOf(rule, price, rate, asked.withTax) : 0;
  const left =
    (price - off) *
    (asked.withGroupShare === false ? 1 : groupShare(store, asked.groupId, asked.productId));
  const mode = Number(setting(store, "PS_PRICE_ROUND_MODE") || "2") as RoundMode;
  return Math.max(0, roundPrice(left, asked.digits, mode));
}
