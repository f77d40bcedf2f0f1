/** What the channel shows is read back, and what no event told is corrected. */
import { beforeEach, describe, expect, it } from "vitest";
import { place, priceOf, shownOf, webhook } from "../support/ledger-acts";
import { openLedger, type LedgerHarness } from "../support/ledger-harness";
import { live } from "../support/live";
import { listed } from "../support/offer-writes";

const MINUTE_MS = 60_000;

let harness: LedgerHarness;

/** Both variants on sale as they are counted, and read back once. */
beforeEach(async () => {
  harness = await openLedger();
  listed(harness, harness.white, 300);
  listed(harness, harness.black, 4);
  await live(harness, MINUTE_MS);
  harness.storage.outbox.schedule("read-back-offers", "read-back-offers", harness.now);
  await live(harness, MINUTE_MS);
  harness.requests.sent.length = 0;
});

const shown = () => [shownOf(harness, harness.white), shownOf(harness, harness.black)];
const entries = () =>
  harness.sqlite.sql
    .exec<{ cause: string; detail: string }>("SELECT cause, detail FROM stock_entry ORDER BY id")
    .toArray()
    .filter(({ cause }) => cause.startsWith("corrected"));

describe("a number that the seller changed on the channel's own pages", () => {
  it("is the right one again after two readings, with the reason in its history", async () => {
    harness.world.tiktok.sellerEdits(harness.white.channelSkuId, { quantity: 500 });
    await live(harness, 12 * MINUTE_MS);
    expect(shown()).toEqual([300, 4]);
    expect(entries()).toEqual([{ cause: "corrected_quantity", detail: "500" }]);
  });

  it("is the right price again after one reading", async () => {
    harness.world.tiktok.sellerEdits(harness.white.channelSkuId, { price: "77.50" });
    await live(harness, 6 * MINUTE_MS);
    expect(priceOf(harness, harness.white)).toBe(1000);
    expect(entries()).toEqual([{ cause: "corrected_price", detail: "7750" }]);
  });

  it("is told with what was shown, what was set and why, and counted for a day", async () => {
    const { channelSkuId, productId, variantId } = harness.white;
    harness.world.tiktok.sellerEdits(channelSkuId, { price: "77.50" });
    await live(harness, 6 * MINUTE_MS);
    const [shown, ...others] = await harness.ledger.readCorrections(productId);
    expect(shown).toMatchObject({ variantId, what: "price", shown: 7750, set: 1000 });
    expect([shown?.cause, others]).toEqual(["seller_edit", []]);
    const corrected = async () => (await harness.ledger.readFlow()).corrected;
    expect(await corrected()).toEqual({ count: 1, productIds: [productId] });
    harness.now += 25 * 60 * MINUTE_MS;
    expect(await corrected()).toEqual({ count: 0, productIds: [] });
  });

  it("is told as that of an order where one of the SKU was cancelled just before", async () => {
    const orderId = place(harness, { status: "ON_HOLD" });
    webhook(harness, orderId);
    await live(harness, MINUTE_MS);
    harness.world.tiktok.buyerCancels(orderId);
    webhook(harness, orderId);
    await live(harness, MINUTE_MS);
    harness.world.tiktok.sellerEdits(harness.white.channelSkuId, { quantity: 500 });
    await live(harness, 12 * MINUTE_MS);
    const [shown] = await harness.ledger.readCorrections(harness.white.productId);
    expect(shown).toMatchObject({ what: "quantity", shown: 500, set: 300, cause: "cancelled" });
  });
});

describe("a difference that is an order", () => {
  it("has the orders read, and is not written over while nobody has read them", async () => {
    harness.world.tiktok.pauseWebhooks();
    place(harness);
    expect(shown()).toEqual([299, 4]);
    await live(harness, 30 * MINUTE_MS);
    expect(shown()).toEqual([299, 4]);
    expect(entries()).toEqual([]);
  });

  it("stays while the orders cannot be read", async () => {
    harness.world.tiktok.pauseWebhooks();
    place(harness);
    harness.requests.disturb = ({ request, when }) => {
      if (when === "sent" && request.includes("/orders/search")) throw new TypeError("no line");
    };
    await live(harness, 30 * MINUTE_MS);
    expect(shown()).toEqual([299, 4]);
    expect(entries()).toEqual([]);
  });
});

it("costs a request or two while nothing differs, and no write", async () => {
  await live(harness, 60 * MINUTE_MS);
  const writes = harness.requests.sent.filter((request) => request.includes("/update"));
  expect(writes).toEqual([]);
  expect(harness.requests.sent.length).toBeLessThan(30);
});
