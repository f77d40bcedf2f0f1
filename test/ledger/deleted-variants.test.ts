/** Combinations and products that the store deleted, with orders open and SKUs on sale. */
import { beforeEach, describe, expect, it } from "vitest";
import {
  channelStatus,
  countOf,
  importedOrders,
  link,
  observed,
  place,
  shownOf,
  storeEvent,
  webhook,
} from "../support/ledger-acts";
import { openLedger, type LedgerHarness } from "../support/ledger-harness";
import { REQUESTS } from "../support/request-names";
import { live } from "../support/live";
import type { ListedVariant } from "../support/simulated-shops";

const OTHER = () => ({ ...harness.white, productId: "6", variantId: "0" });
const MINUTE_MS = 60_000;

let harness: LedgerHarness;

/** Both variants on sale, and the store swept. */
beforeEach(async () => {
  harness = await openLedger();
  harness.connection.productScanMs = MINUTE_MS;
  harness.world.tiktok.setSwitches({ zeroQuantity: true });
  store().edit("combinations", "22", { reference: "CUSHION-W" });
  store().edit("combinations", "23", { reference: "CUSHION-B" });
  for (const variant of [harness.white, harness.black]) {
    observed(harness, variant, 10, 1000);
    link(harness, variant);
  }
  harness.storage.outbox.schedule("scan-products", "scan-products", harness.now);
  harness.storage.outbox.schedule("walk-products", "walk-products", harness.now);
  await live(harness, 10 * MINUTE_MS);
  for (const { channelSkuId, productId, variantId } of [harness.white, harness.black])
    harness.sold.set(channelSkuId, {
      channelSkuId,
      productId,
      variantId,
      soldAs: soldAs(variantId),
    });
});

const store = () => harness.world.prestashop8;
const kept = (variantId: string) =>
  harness.catalogue.get("9")?.body.variants.find(({ id }) => id === variantId);

function soldAs(variantId: string) {
  const { sku = "", options = [] } = kept(variantId) ?? {};
  return { sku, options };
}

/** A buyer has ordered one white unit and may still step back. */
async function onHold(): Promise<string> {
  const orderId = place(harness, { status: "ON_HOLD" });
  webhook(harness, orderId);
  await live(harness, MINUTE_MS);
  return orderId;
}

/** The order is to be sent. */
async function becomesDue(orderId: string): Promise<void> {
  harness.world.tiktok.advanceOrder(orderId, "AWAITING_SHIPMENT");
  webhook(harness, orderId);
  await live(harness, MINUTE_MS);
}

/** A buyer has ordered one white unit, which is deleted before the order is to be sent. */
async function orderOfDeleted(change: () => void): Promise<string> {
  const orderId = await onHold();
  change();
  await live(harness, 15 * MINUTE_MS);
  await becomesDue(orderId);
  return orderId;
}

const shown = (orderId: string) => harness.projections.get(orderId);
const choose = (channelOrderId: string, { productId, variantId }: ListedVariant) =>
  harness.ledger.chooseVariant({
    channelOrderId,
    channelSkuId: harness.white.channelSkuId,
    productId,
    variantId,
  });
/** What was ordered in the store, as "product:combination". */
const goods = () =>
  store()
    .rows("order_details")
    .filter(({ values }) => importedOrders(harness).some(({ id }) => id === values["id_order"]))
    .map(({ values }) => `${values["product_id"]}:${values["product_attribute_id"]}`);

describe("an order for a combination that was deleted", () => {
  const deleted = () => orderOfDeleted(() => store().deleteCombination("22"));

  it("is held and says which SKU has nothing behind it", async () => {
    const orderId = await deleted();
    expect(importedOrders(harness)).toHaveLength(0);
    const { sellerSku, channelSkuId } = harness.white;
    expect(shown(orderId)).toMatchObject({
      tab: "unsynced",
      problem: {
        code: "order.variant_gone",
        facts: { skus: [sellerSku], skuIds: [channelSkuId] },
      },
    });
  });

  it("is held as well when its SKU has left the listing", async () => {
    const orderId = await onHold();
    await harness.ledger.unbindOffers([harness.white.channelSkuId]);
    store().deleteCombination("22");
    await live(harness, 15 * MINUTE_MS);
    await becomesDue(orderId);
    expect(shown(orderId)?.problem?.code).toBe("order.variant_gone");
  });

  it("is refused by the store, and may be chosen for, where nobody has seen the deletion yet", async () => {
    const orderId = await onHold();
    store().deleteCombination("22");
    await becomesDue(orderId);
    expect(importedOrders(harness)).toHaveLength(0);
    expect(shown(orderId)?.problem).toMatchObject({
      code: "prestashop.product_missing",
      facts: { productIds: ["9:22"] },
    });
    expect(await choose(orderId, harness.black)).toBe("chosen");
    await live(harness, MINUTE_MS);
    expect(goods()).toEqual(["9:23"]);
  });

  it("becomes an order of the variant that a person chose, once, and says so", async () => {
    const orderId = await deleted();
    expect(await choose(orderId, harness.black)).toBe("chosen");
    await live(harness, MINUTE_MS);
    expect(goods()).toEqual(["9:23"]);
    expect(countOf(harness, harness.black)).toBe(9);
    expect(shown(orderId)).toMatchObject({ tab: "unfulfilled", problem: null });
    expect(await choose(orderId, harness.black)).toBe("chosen");
    await live(harness, 5 * MINUTE_MS);
    expect(goods()).toEqual(["9:23"]);
    const kinds = shown(orderId)?.entries.map(({ kind }) => kind);
    expect(kinds?.filter((kind) => kind === "variant_chosen")).toHaveLength(1);
    expect(shown(orderId)?.lines).toMatchObject([{ productId: "9", variantId: "23" }]);
  });

  it("holds units of the chosen variant back until the store has the order", async () => {
    const orderId = await onHold();
    store().deleteCombination("22");
    await live(harness, 15 * MINUTE_MS);
    expect(await choose(orderId, harness.black)).toBe("chosen");
    expect(harness.storage.publisher.view(harness.black)).toMatchObject({
      reserved: 1,
      sellable: 9,
    });
    await becomesDue(orderId);
    await live(harness, 15 * MINUTE_MS);
    expect(harness.storage.publisher.view(harness.black)).toMatchObject({
      physical: 9,
      reserved: 0,
      sellable: 9,
    });
  });

  it("may be chosen for again while it is not in the store", async () => {
    const orderId = await onHold();
    store().deleteCombination("22");
    await live(harness, 15 * MINUTE_MS);
    await choose(orderId, harness.black);
    await choose(orderId, OTHER());
    await becomesDue(orderId);
    expect(goods()).toEqual(["6:0"]);
    expect(await choose(orderId, harness.black)).toBe("closed");
  });

  it("is not chosen for where its SKU stands for a variant that is there, or nobody knows it", async () => {
    expect(await choose(await onHold(), harness.black)).toBe("closed");
    expect(await choose("5760000000000000000", harness.black)).toBe("unknown");
  });

  it("is not chosen for when it may be in the store already", async () => {
    const orderId = await onHold();
    harness.requests.disturb = ({ request, when }) => {
      if (when === "answered" && REQUESTS.makeOrder.test(request)) throw new TypeError("cut off");
    };
    harness.world.tiktok.advanceOrder(orderId, "AWAITING_SHIPMENT");
    webhook(harness, orderId);
    await harness.drainOnce();
    expect(harness.storage.orders.read(orderId)?.importState.status).toBe("claimed");
    expect(await choose(orderId, harness.black)).toBe("closed");
  });

  it("is not chosen for when it was cancelled", async () => {
    const orderId = await onHold();
    store().deleteCombination("22");
    await live(harness, 15 * MINUTE_MS);
    harness.world.tiktok.buyerCancels(orderId);
    webhook(harness, orderId);
    await live(harness, MINUTE_MS);
    expect(shown(orderId)?.channelState).toBe("cancelled");
    expect(await choose(orderId, harness.black)).toBe("closed");
  });

  it("goes on by itself when the combination is back", async () => {
    const row = store().store.tables.get("combinations", "22");
    const orderId = await deleted();
    if (!row) throw new Error("the store had no such combination");
    store().restore("combinations", [row]);
    store().setStock("9", "22", 5);
    await live(harness, 15 * MINUTE_MS);
    expect(goods()).toEqual(["9:22"]);
    expect(shown(orderId)?.problem).toBeNull();
  });
});

describe("a combination that was made anew", () => {
  it("takes over the SKU by its reference: stock, sale and the waiting order", async () => {
    let id = "";
    await orderOfDeleted(() => (id = store().remakeCombination("22")));
    expect(goods()).toEqual([`9:${id}`]);
    store().setStock("9", id, 7);
    await live(harness, 10 * MINUTE_MS);
    expect(shownOf(harness, harness.white)).toBe(7);
  });

  it("takes it over long after, and lets held orders go", async () => {
    const row = store().store.tables.get("combinations", "22");
    const orderId = await orderOfDeleted(() => store().deleteCombination("22"));
    expect(shown(orderId)?.problem?.code).toBe("order.variant_gone");
    if (!row) throw new Error("the store had no such combination");
    store().restore("combinations", [{ ...row, id: "77" }]);
    store().setStock("9", "77", 4);
    await live(harness, 15 * MINUTE_MS);
    expect(goods()).toEqual(["9:77"]);
    expect(shown(orderId)?.problem).toBeNull();
    expect(shownOf(harness, harness.white)).toBe(3);
  });

  it("does not where two have the reference: orders are held and no unit is offered", async () => {
    const orderId = await orderOfDeleted(() => {
      const id = store().remakeCombination("22");
      const row = store().store.tables.get("combinations", id);
      if (row) store().restore("combinations", [{ ...row, id: "78" }]);
      store().setStock("9", "78", 4);
    });
    expect(importedOrders(harness)).toHaveLength(0);
    expect(shown(orderId)?.problem?.code).toBe("order.variant_gone");
    expect(shownOf(harness, harness.white)).toBe(0);
  });

  it("does not change an order that is in the store already", async () => {
    const orderId = await onHold();
    await becomesDue(orderId);
    expect(goods()).toEqual(["9:22"]);
    store().remakeCombination("22");
    await live(harness, 15 * MINUTE_MS);
    expect(shown(orderId)).toMatchObject({ problem: null, lines: [{ variantId: "22" }] });
    const [made] = importedOrders(harness);
    store().shipOrder(made?.id ?? "", { trackingNumber: "RM00000001GB" });
    storeEvent(harness, made?.id ?? "");
    await live(harness, 5 * MINUTE_MS);
    expect(shown(orderId)?.problem).toBeNull();
    expect(channelStatus(harness, orderId)).toBe("AWAITING_COLLECTION");
  });
});

describe("a product that was deleted", () => {
  it("holds its orders, leaves sale, and lets a person choose of another product", async () => {
    const orderId = await orderOfDeleted(() => store().deleteProduct("9"));
    expect(harness.storage.publisher.view(harness.white).sellable).toBe(0);
    expect(shown(orderId)?.problem?.code).toBe("order.variant_gone");
    expect(await choose(orderId, OTHER())).toBe("chosen");
    await live(harness, MINUTE_MS);
    expect(goods()).toEqual(["6:0"]);
  });
});
