// Orders that the module makes: once, to the cent, or not at all.
import { describe, expect, it } from "vitest";
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import { ask, done, pairedStore } from "./prestashop-module-client";
import {
  beginByWebservice,
  contents,
  draft,
  priced,
  type Report,
} from "./prestashop-module-drafts";
import { quantity, setState } from "./prestashop-order-client";

describe("an order by the module", () => {
  it("has the total the buyer paid, the wanted state, the carrier and the label", async () => {
    const store = pairedStore();
    const report = await done<Report>(store, "order", draft);
    expect(report).toEqual({
      id: "6",
      reference: expect.stringMatching(/^[A-Z]{9}$/),
      cartId: "6",
      stateId: "2",
      isPaid: true,
      isRepeat: false,
      currency: "GBP",
      productsMinor: 1998,
      shippingMinor: 399,
      discountMinor: 0,
      totalMinor: 2397,
      paidMinor: 2397,
      taxes: [{ rate: "20.000", netMinor: 1998, taxMinor: 399 }],
      oversold: [],
    });
    const values = store.orders().at(-1)?.values;
    expect(values).toMatchObject({
      id_carrier: "2",
      module: "weft",
      payment: "TikTok Shop",
      note: "Ring twice",
    });
    expect(quantity(store, "8")).toBe("298");
    const buyer = store.rows("customers").at(-1)?.values;
    expect(buyer).toMatchObject({
      email: "order-576461413038785752@weft.invalid",
      firstname: "Ann",
      is_guest: "1",
    });
  });

  it("is made once, however often and concurrently it is asked for", async () => {
    const store = pairedStore();
    const all = await Promise.all(
      Array.from({ length: 50 }, () => done<Report>(store, "order", draft)),
    );
    expect(new Set(all.map((it) => it.id)).size).toBe(1);
    expect(all.filter((it) => !it.isRepeat)).toHaveLength(1);
    expect(store.orders()).toHaveLength(6);
    expect(quantity(store, "8")).toBe("298");
  });

  it.each([
    ["right", "19.98", 2],
    ["wrong, which took no stock", "1.00", 8],
  ])("is the one the plain webservice began with a total that is %s", async (_, total, state) => {
    const store = pairedStore();
    const begun = await beginByWebservice(store, total);
    if (state === 2) await setState(store, begun, 2);
    const report = await done<Report>(store, "order", draft);
    expect(report).toMatchObject({
      id: begun,
      isRepeat: true,
      stateId: "2",
      productsMinor: 1998,
      shippingMinor: 399,
      totalMinor: 2397,
      paidMinor: 2397,
    });
    expect(store.orders()).toHaveLength(6);
    expect(quantity(store, "8")).toBe("298");
    const amounts = store.rows("order_payments").map((it) => it.values["amount"]);
    expect(amounts).toEqual(["23.970000"]);
    expect((await done<Report>(store, "order", draft)).id).toBe(begun);
  });

  it("leaves an order the webservice began in a state somebody chose since", async () => {
    const store = pairedStore();
    const begun = await beginByWebservice(store, "19.98");
    await setState(store, begun, 4);
    expect((await done<Report>(store, "order", draft)).stateId).toBe("4");
  });

  it("of goods sold at prices without a common one shows the cents as a discount", async () => {
    const store = pairedStore();
    const lines = priced(["8", "0", 1, 1000], ["8", "0", 2, 999]);
    const report = await done<Report>(store, "order", lines);
    expect(report).toMatchObject({
      productsMinor: 3000,
      discountMinor: 2,
      totalMinor: lines.totalMinor,
    });
  });

  it("takes a discount beyond the goods off the shipping", async () => {
    const store = pairedStore();
    const lines = priced(["8", "0", 1, 100]);
    const report = await done<Report>(store, "order", {
      ...lines,
      discountMinor: 250,
      totalMinor: lines.totalMinor - 250,
    });
    expect(report).toMatchObject({ discountMinor: 250, totalMinor: 249 });
    expect(report.taxes).toEqual([{ rate: "20.000", netMinor: 208, taxMinor: 41 }]);
  });

  it("counts in the reduction of the guests' group and the ecotax", async () => {
    const store = pairedStore();
    store.restore("groups", [{ id: "2", values: { reduction: "10.00" } }]);
    store.setSetting("PS_USE_ECOTAX", "1");
    store.saveProduct("8", { ecotax: "0.500000" });
    expect((await done<Report>(store, "order", draft)).totalMinor).toBe(2397);
  });

  it("takes a discount off, and splits the taxes by rate", async () => {
    const store = pairedStore();
    store.saveProduct("6", { id_tax_rules_group: "2" });
    const lines = priced(["6", "0", 1, 1050], ["8", "0", 1, 1200]);
    const report = await done<Report>(store, "order", {
      ...lines,
      discountMinor: 225,
      totalMinor: lines.totalMinor - 225,
    });
    expect(report).toMatchObject({ discountMinor: 225, totalMinor: 2424, paidMinor: 2424 });
    expect(report.taxes).toEqual([
      { rate: "5.000", netMinor: 900, taxMinor: 45 },
      { rate: "20.000", netMinor: 1233, taxMinor: 246 },
    ]);
  });

  it.each(["1", "2", "3"])("is exact with round type %s", async (type) => {
    const store = pairedStore();
    store.setSetting("PS_ROUND_TYPE", type);
    const lines = priced(["6", "0", 7, 333], ["8", "0", 80, 1], ["1", "3", 3, 2999]);
    const report = await done<Report>(store, "order", lines);
    expect(report.totalMinor).toBe(lines.totalMinor);
    const taxed = report.taxes.reduce((sum, row) => sum + row.netMinor + row.taxMinor, 0);
    expect(taxed).toBe(lines.totalMinor);
  });

  it("is made of goods that are out of stock, and reports how many are short", async () => {
    const store = pairedStore();
    const report = await done<Report>(store, "order", priced(["8", "0", 302, 100]));
    expect(report.oversold).toEqual([{ product: "8", variant: "0", short: 2 }]);
    expect(quantity(store, "8")).toBe("-2");
    const again = await done<Report>(store, "order", priced(["8", "0", 302, 100]));
    expect(again).toEqual({ ...report, isRepeat: true });
    const allowed = pairedStore();
    allowed.setSetting("PS_ORDER_OUT_OF_STOCK", "1");
    const { oversold } = await done<Report>(allowed, "order", priced(["8", "0", 302, 100]));
    expect(oversold).toEqual([]);
  });

  it("that the channel ships leaves the stock alone and says so in its note", async () => {
    const store = pairedStore();
    await done(store, "order", { ...draft, isFulfilledByChannel: true });
    expect(quantity(store, "8")).toBe("300");
    expect(store.orders().at(-1)?.values["note"]).toMatch(/^Ring twice .*own warehouse/);
  });

  it("causes no event for the call that made it, but events for later changes", async () => {
    const store = pairedStore();
    const { id } = await done<Report>(store, "order", draft);
    await store.tick();
    expect(store.deliveries()).toEqual([]);
    store.cancelOrder(id);
    await store.tick();
    expect(store.deliveries().map((it) => it.type)).toEqual([
      "stock.changed",
      "order.state_changed",
    ]);
  });
});

describe("an order is refused with its reason and rolled back", () => {
  const elsewhere = (country: string) => ({ ...draft, address: { ...draft.address, country } });
  it.each<[string, object, object, ((store: PrestaShop) => void)?]>([
    ["currency_missing", { ...draft, currency: "USD" }, { currency: "USD" }],
    ["country_missing", elsewhere("JP"), { country: "JP" }],
    ["country_inactive", elsewhere("DE"), { country: "DE" }],
    ["carrier_missing", { ...draft, carrierReference: "77" }, { reference: "77" }],
    ["carrier_missing", { ...draft, carrierReference: "3" }, { reference: "3" }],
    [
      "carrier_zone",
      draft,
      { country: "GB" },
      (store) => void store.setCarrierZones("2", ["1", "2"]),
    ],
    ["state_missing", { ...draft, stateId: "99" }, { stateId: "99" }],
    [
      "product_missing",
      priced(["999", "0", 1, 100], ["1", "0", 1, 100], ["1", "99", 1, 100]),
      { products: ["999", "1", "1:99"] },
    ],
    ["draft_sum_wrong", { ...draft, totalMinor: 2396 }, { channelOrderId: draft.channelOrderId }],
    [
      "order_total_differs",
      draft,
      { part: "products", expectedMinor: 1998, foundMinor: 0 },
      (store) => void store.restore("groups", [{ id: "2", values: { reduction: "100.00" } }]),
    ],
  ])("%s", async (code, asked, facts, spoil) => {
    const store = pairedStore();
    spoil?.(store);
    const before = contents(store);
    expect((await ask(store, "order", asked)).refused).toEqual({ code, facts });
    expect(contents(store)).toEqual(before);
    await store.tick();
    expect(store.deliveries()).toEqual([]);
  });
});

describe("a cart total", () => {
  it("is the total of the order and the carrier's cost; nothing is stored", async () => {
    const store = pairedStore();
    const before = contents(store);
    expect(await done(store, "cart-total", draft)).toEqual({
      productsMinor: 1998,
      shippingMinor: 399,
      discountMinor: 0,
      totalMinor: 2397,
      taxes: [{ rate: "20.000", netMinor: 1998, taxMinor: 399 }],
      oversold: [],
      carrierCostMinor: 840,
    });
    expect(contents(store)).toEqual(before);
    await store.tick();
    expect(store.deliveries()).toEqual([]);
    expect((await done<Report>(store, "order", draft)).id).toBe("6");
  });
});
