/** One order takes one transport into the store, whatever becomes of the module meanwhile. */
import { beforeEach, describe, expect, it } from "vitest";
import {
  draft,
  openOrderImport,
  type Break,
  type OrderImportHarness,
} from "./order-import-harness";
import { failureOf } from "../../support/failure-of";

let harness: OrderImportHarness;

beforeEach(async () => {
  harness = openOrderImport();
  await harness.installModule();
});

const isModuleCall = ({ url }: Request) => url.includes("controller=api");
/** Calls to the module get lost, before or after it has done them. */
const losing =
  (isDone: boolean): Break =>
  (inner) =>
  async (request) => {
    if (!isModuleCall(request)) return inner(request);
    if (isDone) await inner(request);
    throw new TypeError("connection lost");
  };
const counting = (calls: string[]): Break => {
  return (inner) => (request) => {
    calls.push(isModuleCall(request) ? "module" : "webservice");
    return inner(request);
  };
};

describe("an order in a store with the module", () => {
  it("is made by it in one request", async () => {
    const calls: string[] = [];
    const order = await harness.importOnce(counting(calls));
    expect(order).toMatchObject({
      transport: "module",
      isPaid: true,
      totalMinor: 2297,
      oversold: [],
    });
    expect(order.figures).toMatchObject({ shippingMinor: 399, discountMinor: 100 });
    expect(order.figures.taxes.length).toBeGreaterThan(0);
    expect(calls).toEqual(["module"]);
    expect(harness.made()).toHaveLength(1);
  });

  it("names what it sold beyond the store's stock", async () => {
    const lines = [{ ...draft.lines[0], quantity: 5_000 } as (typeof draft.lines)[number]];
    const totalMinor = 5_000 * 999 + draft.shippingMinor - draft.discountMinor;
    const { oversold } = await harness.importOnce(undefined, { ...draft, lines, totalMinor });
    expect(oversold).toMatchObject([{ productId: "6", variantId: "0" }]);
    expect(oversold[0]?.short).toBeGreaterThan(4_000);
  });

  it.each([
    ["was made", true],
    ["was never begun", false],
  ])(
    "is found or made by the webservice when the module is gone after a lost answer: it %s",
    async (_name, isDone) => {
      const lost = await failureOf(harness.importOnce(losing(isDone)));
      expect(lost.facts.maybeApplied).toBe(true);
      harness.removeModule();
      harness.now += 61_000;
      const order = await harness.importOnce();
      expect(order).toMatchObject({ transport: "webservice", isPaid: true, totalMinor: 2297 });
      expect(harness.made()).toHaveLength(1);
      expect(harness.posts()).toHaveLength(isDone ? 0 : 1);
    },
  );

  it("is found by the other transport also where units of one variant had different prices", async () => {
    const [first] = draft.lines;
    const lines = [998, 999, 1001].map((unitPriceMinor) => ({
      ...(first as typeof first & object),
      quantity: 1,
      unitPriceMinor,
    }));
    const mixed = { ...draft, lines, totalMinor: 2998 + 399 - 100 };
    await failureOf(harness.importOnce(losing(true), mixed));
    harness.removeModule();
    harness.now += 61_000;
    const order = await harness.importOnce(undefined, mixed);
    expect(order).toMatchObject({ transport: "webservice", totalMinor: 3297, isPaid: true });
    expect(harness.made()).toHaveLength(1);
  });

  it("writes nothing through the webservice while a lost call may still be at work", async () => {
    await failureOf(harness.importOnce(losing(false)));
    harness.removeModule();
    harness.now += 30_000;
    const waiting = await failureOf(harness.importOnce());
    expect(waiting).toMatchObject({ remedy: "retry", code: "prestashop.order_unsettled" });
    expect(waiting.facts).toMatchObject({ maybeApplied: true, retryAfterMs: 30_000 });
    expect(harness.store.rows("customers").filter(isBuyer)).toEqual([]);
  });

  it("is made through the webservice at once when the module is surely gone", async () => {
    harness.removeModule();
    const order = await harness.importOnce();
    expect(order.transport).toBe("webservice");
    expect(harness.made()).toHaveLength(1);
  });

  it("is made through the webservice where the module's address is led elsewhere", async () => {
    const order = await harness.importOnce(
      (inner) => async (request) =>
        isModuleCall(request)
          ? new Response(null, { status: 301, headers: { location: "https://shop.example/en/" } })
          : inner(request),
    );
    expect(order).toMatchObject({ transport: "webservice", isPaid: true });
    expect(harness.made()).toHaveLength(1);
  });

  it("is the same order when the module is asked again after a lost answer", async () => {
    await failureOf(harness.importOnce(losing(true)));
    const order = await harness.importOnce();
    expect(order.transport).toBe("module");
    expect(harness.made()).toHaveLength(1);
  });

  it("stays with the webservice that began it", async () => {
    harness = openOrderImport();
    let posts = 0;
    await failureOf(
      harness.importOnce((inner) => (request) => {
        if (request.method === "POST" && (posts += 1) > 2) throw new TypeError("crashed");
        return inner(request);
      }),
    );
    expect(harness.progress["customerId"]).toBeDefined();
    await harness.installModule();
    const order = await harness.importOnce();
    expect(order.transport).toBe("webservice");
    expect(harness.made()).toHaveLength(1);
  });

  it("is finished by the module when the webservice left it half done and forgot it", async () => {
    harness = openOrderImport();
    await failureOf(
      harness.importOnce((inner) => (request) => {
        if (request.method === "PATCH") throw new TypeError("crashed");
        return inner(request);
      }),
    );
    expect(harness.made()).toHaveLength(1);
    harness.progress = {};
    await harness.installModule();
    const order = await harness.importOnce();
    expect(order).toMatchObject({ transport: "module", isPaid: true, totalMinor: 2297 });
    expect(harness.made()).toHaveLength(1);
  });

  it("is known and taken up again when the module made it in a state that is not paid", async () => {
    const wrong = await failureOf(harness.importOnce(undefined, { ...draft, orderStateId: "1" }));
    const [made] = harness.made();
    expect(wrong).toMatchObject({ remedy: "merchant", code: "prestashop.order_not_paid" });
    expect(wrong.facts).toMatchObject({ maybeApplied: true, sourceOrderId: String(made?.id) });
    expect(harness.progress["orderId"]).toBe(String(made?.id));
    harness.store.setOrderState(String(made?.id), "2");
    const order = await harness.importOnce();
    expect(order).toMatchObject({ id: String(made?.id), isPaid: true, totalMinor: 2297 });
    expect(harness.made()).toHaveLength(1);
  });

  it("leaves no trace when the module refuses it", async () => {
    const refused = await failureOf(harness.importOnce(undefined, { ...draft, currency: "SEK" }));
    expect(refused).toMatchObject({ remedy: "merchant", code: "prestashop.currency_missing" });
    expect(harness.progress).toEqual({});
    expect(harness.made()).toEqual([]);
  });
});

function isBuyer(row: { values: Readonly<Record<string, unknown>> }): boolean {
  return String(row.values["email"]).endsWith("@weft.invalid");
}
