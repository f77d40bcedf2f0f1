/**
 * Money to the cent on one store: orders made from a seed, imported under every rounding of the store,
 * then read back as an accountant would: order, rows, invoice and payments. Each is also held against
 * the model of the store's arithmetic, so that what is proved on the model holds for the store.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseMinor } from "../../../src/domain/money";
import { draftOrder } from "../../../src/domain/orders/order-draft";
import type { OrderMoneyChoice } from "../../../src/domain/orders/order-money";
import { text, type Row } from "../../../src/platforms/prestashop/json";
import { randomOrder, pick, randomOf } from "../../support/random-orders";
import { psRound } from "../../support/php-round";
import { cartTotals, type StoreRounding } from "../../support/prestashop-cart";
import { openMoneyStore, type MoneyStoreHarness, type SoldProduct } from "./money-store-harness";
import { prestashopHarness, type StoreUnderTest } from "./prestashop-harness";
import type { Fetch, SourceHarness } from "../source/source-harness";

/** How the store is set up for a run of orders. */
interface Setup {
  type: StoreRounding["type"];
  mode: StoreRounding["mode"];
  usesEcotax: boolean;
  groupReduction: number;
}

export const SETUPS: readonly Setup[] = [
  { type: 2, mode: 2, usesEcotax: false, groupReduction: 0 },
  { type: 1, mode: 2, usesEcotax: true, groupReduction: 0 },
  { type: 3, mode: 2, usesEcotax: false, groupReduction: 5 },
  { type: 1, mode: 0, usesEcotax: true, groupReduction: 12.5 },
  { type: 2, mode: 1, usesEcotax: true, groupReduction: 5 },
  { type: 3, mode: 0, usesEcotax: false, groupReduction: 0 },
  { type: 1, mode: 4, usesEcotax: false, groupReduction: 5 },
  { type: 2, mode: 5, usesEcotax: false, groupReduction: 0 },
  { type: 3, mode: 3, usesEcotax: true, groupReduction: 0 },
];

/** `count` orders in all; those that the plain webservice makes are compared with the model, too. */
export function moneyContract(
  name: string,
  store: StoreUnderTest,
  count: number,
  setups: readonly Setup[] = SETUPS,
): void {
  describe(`${name}, ${count} orders`, () => {
    let money: MoneyStoreHarness;
    let harness: SourceHarness;
    beforeAll(async () => {
      harness = prestashopHarness(store);
      money = await openMoneyStore(store);
    }, 120_000);
    afterAll(() => money.leave(), 120_000);

    const perSetup = Math.ceil(count / setups.length);
    it.each(setups)(
      "come out to the cent, rounding type $type and mode $mode, ecotax $usesEcotax, group $groupReduction %",
      { timeout: perSetup * 60_000 },
      async (setup) => {
        await money.set("PS_ROUND_TYPE", String(setup.type));
        await money.set("PS_PRICE_ROUND_MODE", String(setup.mode));
        await money.set("PS_USE_ECOTAX", setup.usesEcotax ? "1" : "0");
        await money.setGroupReduction(setup.groupReduction);
        const first = setups.indexOf(setup) * perSetup;
        for (let seed = first; seed < first + perSetup; seed += 1)
          await confirmOrder(money, harness, setup, seed);
      },
    );
  });
}

async function confirmOrder(
  money: MoneyStoreHarness,
  harness: SourceHarness,
  setup: Setup,
  seed: number,
): Promise<void> {
  const random = randomOf(seed);
  const currency = pick(random, money.currencies);
  // A store without ecotax still prints it on the rows of products that have one.
  const sold = money.products.filter(({ ecotax }) => setup.usesEcotax || ecotax === 0);
  const skuIds = sold.map(({ id }) => id);
  const wish = { skuIds, currency: currency.code, taxOnTop: false, mostUnits: 80 };
  const made = randomOrder(random, wish);
  const moneyChoice: OrderMoneyChoice = seed % 2 === 0 ? "paid" : "owed";
  const order = {
    ...made.order,
    id: harness.newChannelOrderId(),
    address: made.order.address && { ...made.order.address, country: money.country },
  };
  const links = new Map(skuIds.map((id) => [id, { productId: id, variantId: "0" }]));
  const wording = { paymentLabel: "TikTok Shop", mailDomain: "channel.invalid", moneyChoice };
  const draft = draftOrder(order, links, wording);
  if (!draft) throw new Error(`no draft of ${seed}`);
  const expected = moneyChoice === "paid" ? made.paidMinor : made.owedMinor;
  const wire = openWireTap();
  const session = harness.open(wire.through);
  const { id, figures, isPaid, transport } = await session.importOrder(draft, {}, () => {});
  const amounts = await readAmounts(money, id, currency, setup.mode);
  const where = `seed ${seed}, order ${id}`;
  expect({ isPaid, total: figures.totalMinor, ...amounts.totals }, where).toEqual({
    isPaid: true,
    total: expected,
    orderMinor: expected,
    paidRealMinor: expected,
    invoiceMinor: expected,
    paymentsMinor: expected,
    partsMinor: expected,
    isInPaymentError: false,
  });
  const taxed = figures.taxes.reduce((sum, tax) => sum + tax.netMinor + tax.taxMinor, 0);
  expect(taxed, where).toBe(expected);
  if (transport === "module") return;
  const cart = draft.lines.map(({ productId }) => productId);
  const rows = [...new Set(cart)].map((productId) => ({
    product: inCurrency(
      sold.find((product) => product.id === productId) ?? missing(productId),
      currency.rate,
    ),
    price: wire.prices.get(productId) ?? missing(productId),
    quantity: draft.lines.reduce(
      (sum, line) => sum + (line.productId === productId ? line.quantity : 0),
      0,
    ),
  }));
  const { type, mode, groupReduction } = setup;
  const totals = cartTotals(rows, groupReduction, { type, mode, digits: currency.digits });
  expect(amounts.shown, where).toEqual({
    products: stored(totals.products),
    productsNet: stored(totals.productsNet),
    rows: inOrder(totals.rows.map(stored)),
  });
}

/** The store keeps ecotax in its own currency. */
const inCurrency = (product: SoldProduct, rate: number): SoldProduct => ({
  ...product,
  ecotax: product.ecotax * rate,
});
/** An amount as the store's database keeps it. */
const stored = (amount: number) => Number(amount.toFixed(6));
/** The store lists the rows of a cart in an order of its own. */
const inOrder = (amounts: readonly number[]) => amounts.toSorted((a, b) => a - b);

function missing(what: string): never {
  throw new Error(`${what} is missing`);
}

/** Listens to the prices a cart is given: the store forgets them once the cart is an order. */
function openWireTap() {
  const prices = new Map<string, number>();
  const through =
    (inner: Fetch): Fetch =>
    async (request) => {
      if (request.method === "POST" && request.url.includes("/specific_prices")) {
        const rows = (await request.clone().text()).matchAll(
          /<id_product>(\d+)<.*?<price>([\d.]+)</g,
        );
        for (const [, productId = "", price] of rows) prices.set(productId, Number(price));
      }
      return inner(request);
    };
  return { prices, through };
}

/** Everything of an order that shows an amount, as the store holds it. */
async function readAmounts(
  { client }: MoneyStoreHarness,
  orderId: string,
  { code, digits }: { code: string; digits: number },
  mode: Setup["mode"],
) {
  const of = { "filter[id_order]": orderId };
  const [[order], invoices, rows, [errorState]] = await Promise.all([
    client.list("orders", { display: "full", "filter[id]": orderId }),
    client.list("order_invoices", { display: "[id,total_paid_tax_incl]", ...of }),
    client.list("order_details", {
      display: "[id,total_price_tax_incl]",
      sort: "[id_ASC]",
      ...of,
    }),
    client.list("configurations", { display: "[id,value]", "filter[name]": "PS_OS_ERROR" }),
  ]);
  if (!order || !errorState) throw new Error(`order ${orderId} is gone`);
  const payments = await client.list("order_payments", {
    display: "[id,amount]",
    "filter[order_reference]": text(order, "reference"),
  });
  const minor = (row: Row, field: string) => parseMinor(text(row, field) || "0", code);
  const sum = (of: readonly Row[], field: string) =>
    of.reduce((total, row) => total + minor(row, field), 0);
  const rowsMinor = sum(rows, "total_price_tax_incl");
  return {
    totals: {
      orderMinor: minor(order, "total_paid_tax_incl"),
      paidRealMinor: minor(order, "total_paid_real"),
      invoiceMinor: sum(invoices, "total_paid_tax_incl"),
      paymentsMinor: sum(payments, "amount"),
      partsMinor:
        rowsMinor +
        minor(order, "total_shipping_tax_incl") -
        minor(order, "total_discounts_tax_incl"),
      isInPaymentError: text(order, "current_state") === text(errorState, "value"),
    },
    shown: {
      products: Number(text(order, "total_products_wt")),
      productsNet: Number(text(order, "total_products")),
      rows: inOrder(
        rows.map((row) => psRound(Number(text(row, "total_price_tax_incl")), digits, mode)),
      ),
    },
  };
}
