/** Vouchers without a code, which a store puts into every cart by itself. */
import { describe, expect, it } from "vitest";
import type { OrderDraft } from "../../../src/domain/orders/order-draft";
import { failureOf } from "../../support/failure-of";
import {
  draft,
  openOrderImport,
  type Break,
  type OrderImportHarness,
} from "./order-import-harness";

const VOUCHERS = [
  ["ten per cent off", { reduction_percent: "10.00" }],
  ["five off", { reduction_amount: "5.000000" }],
  ["free shipping", { free_shipping: "1" }],
] as const;
const plain: OrderDraft = { ...draft, shippingMinor: 0, discountMinor: 0, totalMinor: 1998 };

function addVoucher({ store }: OrderImportHarness, values: Record<string, string>): void {
  store.store.tables.insert("cart_rules", {
    date_from: "2020-01-01 00:00:00",
    date_to: "2035-01-01 00:00:00",
    quantity: "1000",
    quantity_per_user: "1000",
    code: "",
    active: "1",
    ...values,
  });
}

/** What the order shows as its discount, and what its rows of it come to. */
function discountsOf({ store, made }: OrderImportHarness): [number, number] {
  const [order] = made();
  const rows = store
    .rows("order_cart_rules")
    .filter(({ values }) => values["id_order"] === order?.id);
  const sum = rows.reduce((all, { values }) => all + Math.round(Number(values["value"]) * 100), 0);
  return [Math.round(Number(order?.values["total_discounts_tax_incl"]) * 100), sum];
}

const cutAfterOrder: Break = (inner) => {
  let isMade = false;
  return async (request) => {
    if (isMade) throw new TypeError("cut off");
    isMade = request.method === "POST" && new URL(request.url).pathname.endsWith("/api/orders");
    return inner(request);
  };
};

describe.each(VOUCHERS)("a store whose carts all get a voucher: %s", (_name, values) => {
  it.each([
    ["with shipping and a discount", draft],
    ["of the goods alone", plain],
  ])("takes an order %s as the buyer paid it", async (_case, wanted) => {
    for (const hasModule of [false, true]) {
      const harness = openOrderImport("8.2.1");
      if (hasModule) await harness.installModule();
      addVoucher(harness, values);
      expect(await harness.importOnce(undefined, wanted)).toMatchObject({
        isPaid: true,
        totalMinor: wanted.totalMinor,
      });
      expect(discountsOf(harness)).toEqual([wanted.discountMinor, wanted.discountMinor]);
      await harness.importOnce(undefined, wanted);
      expect(discountsOf(harness)).toEqual([wanted.discountMinor, wanted.discountMinor]);
    }
  });

  it("takes up by its module what the webservice began", async () => {
    const harness = openOrderImport("8.2.1");
    addVoucher(harness, values);
    await failureOf(harness.importOnce(cutAfterOrder));
    harness.progress = {};
    harness.now += 120_000;
    await harness.installModule();
    await harness.importOnce();
    expect(discountsOf(harness)).toEqual([100, 100]);
  });
});
