/** Orders when the store answers badly: played on the simulated store, with requests that break. */
import { beforeEach, describe, expect, it } from "vitest";
import type { OrderDraft } from "../../../src/domain/orders/order-draft";
import {
  draft,
  openOrderImport,
  type Break,
  type OrderImportHarness,
} from "./order-import-harness";
import { type Fetch } from "../source/source-harness";
import { failureOf } from "../../support/failure-of";

let harness: OrderImportHarness;

beforeEach(() => {
  harness = openOrderImport();
});

/** Lets the first POST of a resource go wrong. */
function breaking(
  resource: string,
  how: (inner: Fetch, request: Request) => Promise<Response>,
): Break {
  let broken = false;
  return (inner) => async (request) => {
    const isIt = request.method === "POST" && new URL(request.url).pathname.endsWith(resource);
    if (!isIt || broken) return inner(request);
    broken = true;
    return how(inner, request);
  };
}

describe("an order of the channel in the store", () => {
  it("has one payment, one invoice and the parts that the buyer paid", async () => {
    const order = await harness.importOnce();
    expect(order.totalMinor).toBe(2297);
    const [row] = harness.made();
    expect(row?.values).toMatchObject({
      total_paid_tax_incl: "22.970000",
      total_paid_real: "22.970000",
      total_shipping_tax_incl: "3.990000",
      total_discounts_tax_incl: "1.000000",
    });
    const payments = harness.store
      .rows("order_payments")
      .filter((payment) => payment.values["order_reference"] === row?.values["reference"]);
    expect(payments.map((payment) => Number(payment.values["amount"]))).toEqual([22.97]);
    const invoices = harness.store
      .rows("order_invoices")
      .filter((invoice) => invoice.values["id_order"] === order.id);
    expect(invoices.map((invoice) => Number(invoice.values["total_paid_tax_incl"]))).toEqual([
      22.97,
    ]);
    const discount = harness.store
      .rows("order_cart_rules")
      .find((rule) => rule.values["id_order"] === order.id);
    expect(Number(discount?.values["value"])).toBe(1);
  });

  it("has a right invoice even where the store found the total right and made one at once", async () => {
    const order = await harness.importOnce(undefined, {
      ...draft,
      discountMinor: 399,
      totalMinor: 1998,
    });
    const invoice = harness.store
      .rows("order_invoices")
      .find((row) => row.values["id_order"] === order.id);
    expect(Number(invoice?.values["total_shipping_tax_incl"])).toBe(3.99);
    expect(Number(invoice?.values["total_discount_tax_incl"])).toBe(3.99);
    expect(Number(invoice?.values["total_paid_tax_incl"])).toBe(19.98);
  });

  it("belongs to a guest whom no mail of the store can reach", async () => {
    const order = await harness.importOnce();
    const customerId = harness.made().find((row) => row.id === order.id)?.values["id_customer"];
    const customer = harness.store.rows("customers").find((row) => row.id === customerId);
    expect(customer?.values).toMatchObject({
      email: "order-576461413038785752@weft.invalid",
      is_guest: "1",
    });
    expect(JSON.stringify(harness.store.rows("customers"))).not.toContain("relay.example");
  });

  it("carries the channel's number and the buyer's remark as its note", async () => {
    await harness.importOnce();
    expect(harness.made()[0]?.values["note"]).toBe("TikTok Shop 576461413038785752 Ring twice");
  });

  it("has a carrier to enter a tracking number for, even where none serves the address", async () => {
    for (const id of ["1", "2", "3", "4"]) harness.store.setCarrierZones(id, []);
    const order = await harness.importOnce();
    const parcel = harness.store
      .rows("order_carriers")
      .find((row) => row.values["id_order"] === order.id);
    expect(parcel?.values["id_carrier"]).toBe("2");
    expect(Number(parcel?.values["shipping_cost_tax_incl"])).toBe(3.99);
  });
});

describe("a broken answer to the order", () => {
  it("is no failure when the order is there: 200 with an error page of the PDF library", async () => {
    harness.store.setBrokenInvoicePdf(true);
    const order = await harness.importOnce();
    expect(order.isPaid).toBe(true);
    expect(harness.made()).toHaveLength(1);
    expect(harness.posts()).toHaveLength(1);
  });

  it("makes the next try search first, when the order came to be", async () => {
    const lost = breaking("/orders", async (inner, request) => {
      await inner(request);
      throw new TypeError("connection lost");
    });
    expect(await failureOf(harness.importOnce(lost))).toMatchObject({
      remedy: "retry",
      facts: { maybeApplied: true },
    });
    expect((await harness.importOnce()).isPaid).toBe(true);
    expect(harness.made()).toHaveLength(1);
    expect(harness.posts()).toHaveLength(1);
  });

  it("makes the next try wait a minute, when no order can be seen yet", async () => {
    const unsent = breaking("/orders", async () => {
      throw new TypeError("connection lost");
    });
    await failureOf(harness.importOnce(unsent));
    harness.now += 20_000;
    expect(await failureOf(harness.importOnce())).toMatchObject({
      code: "prestashop.order_unsettled",
      facts: { retryAfterMs: 40_000 },
    });
    expect(harness.posts()).toHaveLength(0);
    harness.now += 40_000;
    expect((await harness.importOnce()).isPaid).toBe(true);
    expect(harness.made()).toHaveLength(1);
  });

  it("is not taken for a missing payment module when a gateway gave up waiting", async () => {
    const gateway = breaking("/orders", async () => new Response("<html>", { status: 504 }));
    expect((await failureOf(harness.importOnce(gateway))).remedy).toBe("retry");
    expect(harness.posts()).toHaveLength(0);
    expect((await failureOf(harness.importOnce())).code).toBe("prestashop.order_unsettled");
  });

  it("leads on to the next payment module, and to the merchant where none ever made an order", async () => {
    const without =
      (modules: RegExp): Break =>
      (inner) =>
      async (request) => {
        const isOrder = request.method === "POST" && request.url.includes("/api/orders?");
        const refused = isOrder && modules.test(await request.clone().text());
        return refused ? new Response("", { status: 500 }) : inner(request);
      };
    expect(await failureOf(harness.importOnce(without(/<module>/)))).toMatchObject({
      remedy: "retry",
      code: "prestashop.order_failed",
    });
    const isNew = (inner: Fetch): Fetch => {
      const broken = without(/<module>/)(inner);
      return (request) =>
        request.url.includes("%2Cmodule%5D")
          ? Promise.resolve(new Response("[]"))
          : broken(request);
    };
    expect(await failureOf(harness.importOnce(isNew))).toMatchObject({
      remedy: "merchant",
      code: "prestashop.payment_module_missing",
    });
    expect((await harness.importOnce(without(/<module>ps_wirepayment/))).isPaid).toBe(true);
    expect(harness.made()[0]?.values["module"]).toBe("ps_checkpayment");
  });
});

describe("the state and the note of an order", () => {
  it.each([
    ["11", "PS_OS_WS_PAYMENT"],
    ["8", "PS_OS_ERROR"],
  ])(
    "wait where PrestaShop's own state %s was removed, and nothing is written",
    async (id, name) => {
      const { tables } = harness.store.store;
      const state = tables.get("order_states", id);
      if (!state) throw new Error("no such state");
      tables.remove("order_states", id);
      expect(await failureOf(harness.importOnce())).toMatchObject({
        remedy: "merchant",
        code: "prestashop.own_state_missing",
        facts: { setting: name, orderStateId: id },
      });
      expect(harness.posts()).toHaveLength(0);
      tables.insert("order_states", state.values, { id });
      expect((await harness.importOnce()).isPaid).toBe(true);
    },
  );

  it("is paid in a state that the merchant took out of use since", async () => {
    const { tables } = harness.store.store;
    const state = tables.get("order_states", "11");
    if (!state) throw new Error("no such state");
    tables.update("order_states", { ...state, values: { ...state.values, deleted: "1" } });
    expect(await harness.importOnce()).toMatchObject({ isPaid: true, orderStateId: "11" });
  });

  it.each([
    ["with totals to put right", draft],
    ["with totals right at once", { ...draft, discountMinor: 399, totalMinor: 1998 }],
  ])("starts in the state the merchant chose, paid once, %s", async (_name, wanted) => {
    const order = await harness.importOnce(undefined, { ...wanted, orderStateId: "2" });
    expect(order).toMatchObject({ orderStateId: "2", isPaid: true, totalMinor: wanted.totalMinor });
    const { reference } = order;
    const payments = harness.store
      .rows("order_payments")
      .filter((payment) => payment.values["order_reference"] === reference);
    expect(payments).toHaveLength(1);
    expect(harness.made()[0]?.values["total_paid_real"]).toBe(
      harness.made()[0]?.values["total_paid_tax_incl"],
    );
  });

  it.each([
    [undefined, "9"],
    ["2", "2"],
  ])(
    "is paid although the store was out of the goods and had put it on backorder: %s",
    async (orderStateId, expected) => {
      harness.store.setSetting("PS_ENABLE_BACKORDER_STATUS", "1");
      harness.store.setStock("6", "0", -3);
      const wanted = { ...draft, ...(orderStateId ? { orderStateId } : {}) };
      const order = await harness.importOnce(undefined, wanted);
      expect(order).toMatchObject({ orderStateId: expected, isPaid: true, totalMinor: 2297 });
      expect(harness.made()[0]?.values["total_paid_real"]).toBe("22.970000");
    },
  );

  it("is not put back into the chosen state when somebody has moved it on meanwhile", async () => {
    const { id } = await harness.importOnce(undefined, { ...draft, orderStateId: "2" });
    harness.store.shipOrder(id, { carrierId: "2", trackingNumber: "RM1" });
    const again = await harness.importOnce(undefined, { ...draft, orderStateId: "2" });
    expect(again).toMatchObject({ id, orderStateId: "4" });
  });

  it("says what the buyer paid and which tax is no part of the order", async () => {
    await harness.importOnce(undefined, { ...draft, buyerPaidMinor: 2480, salesTaxMinor: 183 });
    expect(harness.made()[0]?.values["note"]).toBe(
      "TikTok Shop 576461413038785752 Ring twice The buyer paid 24.80 GBP. Sales tax of 1.83 GBP " +
        "is collected and paid by the marketplace and is no part of this order.",
    );
  });

  it("keeps to the message where the total is all the buyer paid", async () => {
    await harness.importOnce(undefined, { ...draft, buyerPaidMinor: draft.totalMinor });
    expect(harness.made()[0]?.values["note"]).toBe("TikTok Shop 576461413038785752 Ring twice");
  });
});

describe("a cart that an earlier try left behind", () => {
  const of = (variantId: string): OrderDraft => ({
    ...draft,
    lines: draft.lines.map((one) => ({ ...one, productId: "9", variantId })),
  });
  const variants = () =>
    harness.store
      .rows("order_details")
      .filter(({ values }) => values["id_order"] === harness.made()[0]?.id)
      .map(({ values }) => values["product_attribute_id"]);

  /** A try that filled its cart and broke off before the order. */
  const leaveCart = async () => {
    const stop: Break = (inner) => async (request) => {
      if (request.method === "POST" && new URL(request.url).pathname.endsWith("/api/orders"))
        throw new TypeError("cut off");
      return inner(request);
    };
    await failureOf(harness.importOnce(stop, of("22")));
    harness.now += 120_000;
  };

  it("becomes no order when another variant was chosen meanwhile", async () => {
    await leaveCart();
    harness.progress = {};
    await harness.importOnce(undefined, of("23"));
    expect(harness.made()).toHaveLength(1);
    expect(variants()).toEqual(["23"]);
  });

  it("becomes no order of a combination that was deleted meanwhile", async () => {
    await leaveCart();
    harness.store.store.tables.remove("combinations", "22");
    expect(await failureOf(harness.importOnce(undefined, of("22")))).toMatchObject({
      code: "prestashop.product_missing",
      facts: { productIds: ["9:22"] },
    });
    expect(harness.made()).toHaveLength(0);
  });
});

describe("an order that cannot be made", () => {
  it.each<[string, Partial<OrderDraft>, string]>([
    ["an unknown currency", { currency: "SGD" }, "prestashop.currency_missing"],
    ["a state that is not a paid one", { orderStateId: "1" }, "prestashop.state_missing"],
    ["a state that is gone", { orderStateId: "99" }, "prestashop.state_missing"],
    ["a carrier that is gone", { carrierReference: "99" }, "prestashop.carrier_missing"],
    [
      "an unknown country",
      { address: { ...draft.address, country: "XX" } },
      "prestashop.country_missing",
    ],
  ])("tells the merchant: %s", async (_name, wrong, code) => {
    const caught = await failureOf(harness.importOnce(undefined, { ...draft, ...wrong }));
    expect(caught).toMatchObject({ remedy: "merchant", code });
    expect(harness.made()).toHaveLength(0);
  });

  it("is reported when something in the store moved it to an unpaid state before it was finished", async () => {
    const order = await harness.importOnce();
    harness.store.setOrderState(order.id, "10");
    expect(await failureOf(harness.importOnce())).toMatchObject({
      remedy: "merchant",
      code: "prestashop.order_not_paid",
      facts: { sourceOrderId: order.id, maybeApplied: true },
    });
  });
});
