// Carts as three real stores added them up: random goods at 0, 5, 5.5 and 20 % of tax, prices of their
// own, reductions by amount and by percentage, with and without a paid carrier, in every round type and
// several round modes.
import { describe, expect, it } from "vitest";
import type { Flavour } from "../../simulator/prestashop/data/schema";
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import measured from "../golden/prestashop/measured-carts.json";
import { demoStore } from "./prestashop-goldens";
import { order, type CartOptions, type Line } from "./prestashop-order-client";

interface MeasuredLine {
  product: number;
  quantity: number;
  price?: string;
  reduction?: string;
  reduction_type?: string;
  reduction_tax?: number;
  found: string[];
}

interface Cart {
  flavour: string;
  roundType: number;
  roundMode: number;
  asksForCarrier2: boolean;
  lines: MeasuredLine[];
  found: string[];
}

const all: readonly Cart[] = measured.carts;

const ORDER = [
  "id_carrier",
  "total_products",
  "total_products_wt",
  "total_shipping_tax_excl",
  "total_shipping_tax_incl",
  "total_paid_tax_excl",
  "total_paid_tax_incl",
];
const LINE = [
  "unit_price_tax_excl",
  "unit_price_tax_incl",
  "total_price_tax_excl",
  "total_price_tax_incl",
  "reduction_amount_tax_excl",
  "reduction_amount_tax_incl",
];

/** A demo store with the taxes, prices and rounding of the measured one. */
function storeOf({ roundType, roundMode }: Cart, flavour: Flavour): PrestaShop {
  const store = demoStore(flavour);
  const { tables } = store.store;
  store.setSetting("PS_ROUND_TYPE", String(roundType));
  store.setSetting("PS_PRICE_ROUND_MODE", String(roundMode));
  const tax = tables.insert("taxes", { rate: "5.500", active: "1" });
  const odd = tables.insert("tax_rule_groups", { name: "5.5 %", active: "1" });
  tables.insert("tax_rules", { id_tax_rules_group: odd.id, id_country: "17", id_tax: tax.id });
  const groups = new Map([
    [0, "0"],
    [5, "2"],
    [20, "1"],
    [5.5, odd.id],
  ]);
  const prices = new Map(Object.entries(measured.prices));
  for (const [id, rate] of Object.entries(measured.rates))
    store.saveProduct(id, {
      id_tax_rules_group: groups.get(rate) ?? "",
      price: prices.get(id) ?? "",
    });
  return store;
}

/** A line with a price or a reduction has a specific price for this cart. */
function lineOf({ product, quantity, price, reduction, ...rest }: MeasuredLine): Line {
  if (price === undefined && reduction === undefined) return { product, quantity };
  return {
    product,
    quantity,
    price: price ?? "-1",
    ...(reduction === undefined ? {} : { reduction }),
    ...(rest.reduction_type === undefined ? {} : { reductionType: rest.reduction_type }),
    reductionTax: rest.reduction_tax ?? 1,
  };
}

describe.each(["1.7.8.11", "8.2.1", "9.1.4"] as const)("a %s store", (flavour) => {
  const carts = all.filter((it) => it.flavour === flavour);

  it(`adds up ${carts.length} measured carts to the cent, line by line`, async () => {
    for (const cart of carts) {
      const store = storeOf(cart, flavour);
      const options: CartOptions = cart.asksForCarrier2
        ? { deliveryOption: (address) => `{"${address}":"2,"}` }
        : {};
      const { id, read } = await order(store, cart.lines.map(lineOf), "0.01", options);
      const values = read();
      expect(ORDER.map((name) => values[name])).toEqual(cart.found);
      const details = store.rows("order_details").filter((it) => it.values["id_order"] === id);
      for (const line of cart.lines) {
        const row = details.find((it) => it.values["product_id"] === String(line.product));
        const found = LINE.map((name) => row?.values[name] ?? "0.000000");
        expect(found, `product ${line.product}`).toEqual(line.found);
      }
    }
  });
});
