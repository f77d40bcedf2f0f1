/** Goods that are deleted while an order of them is on its way into the store. */
import { describe, expect, it } from "vitest";
import type { OrderDraft } from "../../../src/domain/orders/order-draft";
import { failureOf } from "../../support/failure-of";
import {
  draft,
  openOrderImport,
  type Break,
  type OrderImportHarness,
} from "./order-import-harness";

const ofVariant: OrderDraft = {
  ...draft,
  lines: draft.lines.map((line) => ({ ...line, productId: "9", variantId: "22" })),
};

/** The order is made, in "payment error" as its sum is not the cart's; nothing after it arrives. */
function cutAfterOrder(): Break {
  let isMade = false;
  return (inner) => async (request) => {
    if (isMade) throw new TypeError("cut off");
    isMade = request.method === "POST" && new URL(request.url).pathname.endsWith("/api/orders");
    const answer = await inner(request);
    if (isMade) throw new TypeError("cut off");
    return answer;
  };
}

const cutBeforeOrder: Break = (inner) => async (request) => {
  if (request.method === "POST" && new URL(request.url).pathname.endsWith("/api/orders"))
    throw new TypeError("cut off");
  return inner(request);
};

const GONE: [string, OrderDraft, (harness: OrderImportHarness) => void][] = [
  ["product", draft, ({ store }) => store.store.tables.remove("products", "6")],
  ["combination", ofVariant, ({ store }) => store.store.tables.remove("combinations", "22")],
];

describe.each(GONE)("an order whose %s is deleted", (_name, wanted, remove) => {
  const begin = async () => {
    const harness = openOrderImport("8.2.1");
    await failureOf(harness.importOnce(cutAfterOrder(), wanted));
    const error = harness.store
      .rows("configurations")
      .find((row) => row.values["name"] === "PS_OS_ERROR");
    expect(harness.made().map(({ values }) => values["current_state"])).toEqual([
      error?.values["value"],
    ]);
    harness.now += 120_000;
    remove(harness);
    return harness;
  };

  it.each([
    ["its progress kept", true, false],
    ["its progress lost", false, false],
    ["its progress lost, by the module", false, true],
  ])("after the store made it is finished and paid: %s", async (_case, isKept, hasModule) => {
    const harness = await begin();
    if (!isKept) harness.progress = {};
    if (hasModule) await harness.installModule();
    const { totalMinor, isPaid } = await harness.importOnce(undefined, wanted);
    expect([totalMinor, isPaid]).toEqual([2297, true]);
    expect(harness.made()).toHaveLength(1);
  });

  it("while its request may still be at work waits for that, and is not called missing", async () => {
    const harness = openOrderImport("8.2.1");
    await failureOf(harness.importOnce(cutBeforeOrder, wanted));
    remove(harness);
    harness.now += 30_000;
    expect(await failureOf(harness.importOnce(undefined, wanted))).toMatchObject({
      remedy: "retry",
      code: "prestashop.order_unsettled",
    });
    harness.now += 60_000;
    expect(await failureOf(harness.importOnce(undefined, wanted))).toMatchObject({
      remedy: "merchant",
      code: "prestashop.product_missing",
    });
    expect(harness.made()).toHaveLength(0);
  });
});

it("is called missing where the only order of it is one that was left as broken off", async () => {
  const harness = openOrderImport("8.2.1");
  harness.store.dieInOrders(1, 0);
  await failureOf(harness.importOnce());
  harness.now += 6 * 60_000;
  await failureOf(harness.importOnce(cutBeforeOrder));
  expect(harness.left()).toHaveLength(1);
  harness.now += 2 * 60_000;
  harness.store.store.tables.remove("products", "6");
  expect(await failureOf(harness.importOnce())).toMatchObject({
    code: "prestashop.product_missing",
  });
  expect(harness.made()).toHaveLength(0);
});
