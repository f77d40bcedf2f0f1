/**
 * Money to the cent: ten thousand orders of the channel, drafted and planned by the product, computed
 * by a model of the store's own arithmetic under every kind of rounding.
 */
import { describe, expect, it } from "vitest";
import { draftOrder, type OrderDraft } from "../../../src/domain/orders/order-draft";
import type { OrderMoneyChoice } from "../../../src/domain/orders/order-money";
import { decimalsOf } from "../../../src/domain/money";
import { planLines, type PriceRule } from "../../../src/platforms/prestashop/orders/plan-lines";
import { toPriceRule } from "../../../src/platforms/prestashop/orders/price-rules";
import { randomOrder, pick, randomOf, whole, type Random } from "../../support/random-orders";
import type { RoundMode } from "../../support/php-round";
import { cartTotals, unitPrice, type StoreProduct } from "../../support/prestashop-cart";

const ORDERS = 10_000;
const RATES = [0, 5.5, 7, 10, 19, 20, 21, 22, 25];
const ROUNDINGS = ([1, 2, 3] as const).flatMap((type) =>
  ([0, 1, 2, 3, 4, 5] as const).map((mode) => ({ type, mode })),
);
const CURRENCIES = ["GBP", "EUR", "EUR", "PLN", "JPY", "IDR", "VND", "USD"];
const SKU_IDS = Array.from({ length: 8 }, (_, index) => String(index + 1));
/** Digits a store keeps of a currency where they differ from what the channel uses. */
const STORE_DIGITS: Readonly<Record<string, number>> = { IDR: 2 };
const REDUCTIONS = [0, 0, 0, 0, 5, 12.5, 33.33];

interface Catalogue {
  products: ReadonlyMap<string, StoreProduct>;
  usesEcotax: boolean;
  /** Percent off for the buyer's group. */
  reduction: number;
}

const LINKS = new Map(SKU_IDS.map((id) => [id, { productId: id, variantId: "0" }]));

function catalogueOf(random: Random): Catalogue {
  const usesEcotax = random() < 0.2;
  const products = SKU_IDS.map((id): [string, StoreProduct] => [
    id,
    {
      price: whole(random, 10_000, pick(random, [200_000, 20_000_000, 900_000_000])) / 1_000_000,
      taxRate: pick(random, RATES),
      ecotax: usesEcotax && random() < 0.5 ? whole(random, 1, 3_000_000) / 1_000_000 : 0,
      ecotaxRate: pick(random, [0, 19, 20]),
    },
  ]);
  return { products: new Map(products), usesEcotax, reduction: pick(random, REDUCTIONS) };
}

/** The rule for a product, from what the store answers when it is asked for its prices. */
function ruleFor(product: StoreProduct, { usesEcotax, reduction }: Catalogue, mode: RoundMode) {
  const priced = (tax: boolean, ecotax: boolean) =>
    unitPrice(product, product.price, { tax, ecotax, groupReduction: 0 }, mode).toFixed(6);
  const row = { gross: priced(true, false), net: priced(false, false), eco: priced(true, true) };
  return toPriceRule(row, usesEcotax ? row : undefined, reduction);
}

/** What the store shows for a draft, in minor units of the channel's currency. */
function shopOrder(
  draft: OrderDraft,
  catalogue: Catalogue,
  { type, mode }: (typeof ROUNDINGS)[number],
) {
  const { currency } = draft;
  const productOf = (id: string) => {
    const product = catalogue.products.get(id);
    if (!product) throw new Error(`no product ${id}`);
    return product;
  };
  const ruleOf = (id: string): PriceRule => ruleFor(productOf(id), catalogue, mode);
  const rounding = mode === 0 ? "up" : mode === 1 ? "down" : "nearest";
  const plan = planLines(draft.lines, currency, ruleOf, rounding);
  const rows = plan.lines.map(({ productId, netUnitPrice, quantity }) => ({
    product: productOf(productId),
    price: Number(netUnitPrice),
    quantity,
  }));
  const digits = STORE_DIGITS[currency] ?? decimalsOf(currency);
  const totals = cartTotals(rows, catalogue.reduction, { type, mode, digits });
  const minor = (amount: number) => Number((amount * 10 ** decimalsOf(currency)).toFixed(4));
  const productsMinor = minor(totals.products);
  const discountMinor = draft.discountMinor + plan.roundingMinor;
  return {
    areRowsRight: plan.lines.every(
      (line, index) => line.grossMinor === minor(totals.rows[index] ?? 0),
    ),
    productsMinor,
    plannedMinor: plan.productsMinor,
    totalMinor: productsMinor + draft.shippingMinor - discountMinor,
  };
}

/** How an order fails to come out under one choice of the merchant, by the kinds of rounding. */
function wrongSums(seed: number, moneyChoice: OrderMoneyChoice): string[] {
  const random = randomOf(seed);
  const currency = pick(random, CURRENCIES);
  const taxOnTop = currency === "USD";
  const made = randomOrder(random, { skuIds: SKU_IDS, currency, taxOnTop, mostUnits: 80 });
  const catalogue = catalogueOf(random);
  const wording = { paymentLabel: "TikTok Shop", mailDomain: "channel.invalid", moneyChoice };
  const draft = draftOrder(made.order, LINKS, wording);
  if (!draft) throw new Error(`no draft of ${seed}`);
  const expected = moneyChoice === "paid" ? made.paidMinor : made.owedMinor;
  return ROUNDINGS.flatMap((rounding) => {
    const shown = shopOrder(draft, catalogue, rounding);
    const isRight =
      shown.totalMinor === expected &&
      draft.totalMinor === expected &&
      shown.productsMinor === shown.plannedMinor &&
      shown.areRowsRight;
    const { type, mode } = rounding;
    return isRight ? [] : [`${seed} ${type} ${mode}: ${shown.totalMinor} for ${expected}`];
  });
}

describe("the total of the store's order, however the store rounds", () => {
  const seeds = Array.from({ length: ORDERS }, (_, index) => index + 1);

  it("is what the buyer paid, to the cent", { timeout: 60_000 }, () =>
    expect(seeds.flatMap((seed) => wrongSums(seed, "paid"))).toEqual([]),
  );

  it("is what the merchant is owed, to the cent", { timeout: 60_000 }, () =>
    expect(seeds.flatMap((seed) => wrongSums(seed, "owed"))).toEqual([]),
  );
});
