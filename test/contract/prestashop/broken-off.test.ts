/** Orders that the store itself broke off, in another module's hook, before they had a state. */
import { describe, expect, it } from "vitest";
import type { DeathPlace } from "../../../simulator/prestashop/store";
import { SyncError } from "../../../src/domain/errors/sync-error";
import type { OrderDraft } from "../../../src/domain/orders/order-draft";
import { draft, openOrderImport, type Break } from "./order-import-harness";
import { openHealthHarness } from "./health-harness";

const PLAIN = ["orders", "cart", "customer", "address"];

const stockIn = ({ store }: ReturnType<typeof openOrderImport>) =>
  Number(
    store.rows("stock_availables").find((row) => row.values["id_product"] === "6")?.values[
      "quantity"
    ],
  );

/** What the store computes by itself: nothing of it has to be set right afterwards. */
const plain = { ...draft, shippingMinor: 0, discountMinor: 0, totalMinor: 1998 };

const twoLines = {
  ...draft,
  lines: [
    ...draft.lines,
    { productId: "7", variantId: "0", quantity: 1, unitPriceMinor: 500, name: "Cup" },
  ],
  totalMinor: 2797,
};
const plainTwo = { ...twoLines, shippingMinor: 0, discountMinor: 0, totalMinor: 2498 };
const MUG = { productId: "6", variantId: "0", units: 2 };
const CUP = { productId: "7", variantId: "0", units: 1 };

describe.each(["9.1.4", "8.2.1", "1.7.8.11"] as const)("an order that %s broke off", (flavour) => {
  it.each([
    ["that has shipping and a discount, through the webservice", draft, false],
    ["of the store's own sum, through the webservice", plain, false],
    ["by the module, on a database without transactions", draft, true],
  ])("is taken up, paid, and its units are taken once: %s", async (_name, wanted, hasModule) => {
    const harness = openOrderImport(flavour);
    if (hasModule) await harness.installModule();
    harness.store.setPlainTables(PLAIN);
    const stock = stockIn(harness);
    harness.store.dieInOrders(1);
    // The webservice is asked whether the order is there at once, the module with the next try.
    await harness.importOnce(undefined, wanted).catch(() => undefined);
    expect(harness.made()).toHaveLength(1);
    harness.now += 120_000;
    const { isPaid, totalMinor } = await harness.importOnce(undefined, wanted);
    expect([isPaid, totalMinor]).toEqual([true, wanted.totalMinor]);
    expect(harness.made()).toHaveLength(1);
    expect(stockIn(harness)).toBe(stock - 2);
  });

  it("behind some of its lines by the module is made anew, once, and nothing of it is left", async () => {
    const harness = openOrderImport(flavour);
    await harness.installModule();
    harness.store.setPlainTables(PLAIN);
    const stock = stockIn(harness);
    for (const lines of [0, 1]) {
      harness.store.dieInOrders(1, lines);
      await expect(harness.importOnce(undefined, twoLines)).rejects.toThrow();
      harness.now += 120_000;
    }
    const { id, isPaid } = await harness.importOnce(undefined, twoLines);
    expect(isPaid).toBe(true);
    expect(harness.made().map((order) => order.id)).toEqual([id]);
    const lines = harness.store.rows("order_details").filter((it) => it.values["id_order"] === id);
    expect(lines).toHaveLength(2);
    expect(stockIn(harness)).toBe(stock - 2);
  });

  /** Places of death, and the units of the first line that are then taken and cannot be seen. */
  const PLACES = [
    [0, 0],
    [1, 0],
    ["units", 2],
    ["payment", 0],
    ["hook", 0],
    ["state", 2],
  ] as const;

  it.each(
    [
      ["with shipping and a discount", twoLines],
      ["of the store's own sum", plainTwo],
    ].flatMap(([name, wanted]) =>
      PLACES.map(([place, lost]) => [name, place, wanted, lost] as const),
    ) as readonly (readonly [string, DeathPlace, OrderDraft, number])[],
  )(
    "through the webservice, %s, at %s, becomes one whole order, its units taken once or said",
    async (name, place, wanted, unseen) => {
      const harness = openOrderImport(flavour);
      const isPlain = name.startsWith("of");
      if (isPlain) harness.store.edit("carriers", "2", { is_free: "1" });
      // Units are taken behind the lines of a plain order, and in the state of another.
      const lost = isPlain === (place === "units") ? unseen : 0;
      const stock = stockIn(harness);
      harness.store.dieInOrders(1, place);
      const first = await harness.importOnce(undefined, wanted).catch((error) => error);
      if (typeof place === "number" || (place === "units" && !(first instanceof SyncError)))
        expect(first).toMatchObject({ remedy: "retry", code: "prestashop.order_incomplete" });
      harness.now += 60_000;
      await harness.importOnce(undefined, wanted).catch(() => undefined);
      harness.now += 300_000;
      const made = await harness.importOnce(undefined, wanted);
      expect(made).toMatchObject({ isPaid: true, totalMinor: wanted.totalMinor });
      const valid = harness.made();
      expect(valid.map(({ id }) => id)).toEqual([made.id]);
      expect(valid[0]?.values["total_paid_real"]).toBe((wanted.totalMinor / 100).toFixed(6));
      const reference = valid[0]?.values["reference"];
      const payments = harness.store
        .rows("order_payments")
        .filter((payment) => payment.values["order_reference"] === reference);
      expect(payments.map(({ values }) => Number(values["amount"]) * 100)).toEqual([
        wanted.totalMinor,
      ]);
      const lines = harness.store
        .rows("order_details")
        .filter(({ values }) => values["id_order"] === made.id);
      expect(lines).toHaveLength(2);
      expect(stockIn(harness)).toBe(stock - 2 - lost);
      const doubted = isPlain
        ? { 0: [MUG], 1: [CUP], units: [MUG] }[place as 0]
        : { state: [MUG, CUP] }[place as "state"];
      expect(made.recounted).toEqual(doubted);
      for (const { values } of harness.left())
        expect([values["current_state"], values["valid"] ?? "0"]).toEqual(["6", "0"]);
    },
  );

  it("is cancelled before another is made, also where the store first refuses that", async () => {
    const harness = openOrderImport(flavour);
    harness.store.setPlainTables(PLAIN);
    harness.store.dieInOrders(1, 0);
    await expect(harness.importOnce(undefined, twoLines)).rejects.toThrow();
    harness.now += 120_000;
    await expect(harness.importOnce(undefined, twoLines)).rejects.toThrow();
    harness.now += 600_000;
    // The order is named as left; the state that follows is refused.
    let changes = 0;
    const refusing: Break = (inner) => async (request) => {
      const isChange = ["PATCH", "PUT"].includes(request.method);
      if (isChange && request.url.includes("/api/orders")) changes += 1;
      return changes === 2 && isChange ? new Response("", { status: 500 }) : inner(request);
    };
    await expect(harness.importOnce(refusing, twoLines)).rejects.toThrow();
    expect(harness.made()).toEqual([]);
    expect((await harness.importOnce(undefined, twoLines)).isPaid).toBe(true);
    expect(harness.left().map(({ values }) => values["current_state"])).toEqual(["6"]);
  });

  it("is taken up through the webservice where the module that began it is gone", async () => {
    const harness = openOrderImport(flavour);
    await harness.installModule();
    harness.store.setPlainTables(PLAIN);
    const stock = stockIn(harness);
    harness.store.dieInOrders(1);
    await expect(harness.importOnce()).rejects.toThrow();
    harness.removeModule();
    harness.now += 120_000;
    expect((await harness.importOnce()).isPaid).toBe(true);
    expect(harness.made()).toHaveLength(1);
    expect(stockIn(harness)).toBe(stock - 2);
  });

  it("leaves nothing behind where the database takes it back, and is made anew", async () => {
    const harness = openOrderImport(flavour);
    await harness.installModule();
    const stock = stockIn(harness);
    harness.store.dieInOrders(1);
    await expect(harness.importOnce()).rejects.toThrow();
    expect(harness.made()).toHaveLength(0);
    harness.now += 120_000;
    expect((await harness.importOnce()).isPaid).toBe(true);
    expect(stockIn(harness)).toBe(stock - 2);
  });
});

describe.each(["6", "7"])(
  "an order that Weft does not know it made, in state %s since",
  (state) => {
    it.each([false, true])("is taken as made, once; with the module: %s", async (hasModule) => {
      const harness = openOrderImport("8.2.1");
      if (hasModule) await harness.installModule();
      const { id } = await harness.importOnce();
      harness.store.setOrderState(id, state);
      harness.now += 120_000;
      expect(await harness.importOnce()).toMatchObject({ id, isPaid: false, orderStateId: state });
      expect(harness.made()).toHaveLength(1);
    });
  },
);

describe("the health check of a database without transactions", () => {
  it("names the engine, makes no trial order and leaves no row behind", async () => {
    const harness = openHealthHarness();
    harness.store.setPlainTables(["orders"]);
    const count = () =>
      ["orders", "carts", "addresses", "customers", "specific_prices"].map(
        (resource) => harness.store.rows(resource).length,
      );
    const before = count();
    const findings = await harness.examine();
    expect(count()).toEqual(before);
    const found = (name: string) => findings.find(({ check }) => check === name);
    expect(found("store.transactions")).toMatchObject({
      verdict: "warn",
      facts: { engines: ["MyISAM"], tables: ["ps_orders"] },
    });
    expect(found("orders.trial")).toMatchObject({ verdict: "skipped" });
  });
});
