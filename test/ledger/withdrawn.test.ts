/** What the store does not sell leaves sale on the channel, whatever is counted of it. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Product } from "../../simulator/tiktok-shop/products/product";
import { link, observed, priceOf, shownOf } from "../support/ledger-acts";
import { openLedger, type LedgerHarness } from "../support/ledger-harness";
import { live } from "../support/live";

const MINUTE_MS = 60_000;

let harness: LedgerHarness;

/** Both variants on sale, and the store swept. */
beforeEach(async () => {
  harness = await openLedger();
  harness.connection.productScanMs = MINUTE_MS;
  for (const variant of [harness.white, harness.black]) {
    observed(harness, variant, 10, 1000);
    link(harness, variant);
  }
  harness.storage.outbox.schedule("scan-products", "scan-products", harness.now);
  harness.storage.outbox.schedule("walk-products", "walk-products", harness.now);
  await live(harness, 10 * MINUTE_MS);
});

const store = () => harness.world.prestashop8;
/** On sale, or in the audit that putting it back takes. */
const isOnSale = () => {
  const { channelProductId } = harness.white;
  const listing = harness.world.storage.get<Product>("tts:product", channelProductId);
  return listing?.productStatus === "ACTIVATE" || listing?.activating === true;
};
const view = () => harness.storage.publisher.view(harness.white);

describe("a product that the store does not sell any more", () => {
  it.each([["active"], ["available_for_order"]])(
    "is off sale when %s is taken away",
    async (flag) => {
      expect(isOnSale()).toBe(true);
      store().saveProduct("9", { [flag]: "0" });
      await live(harness, 3 * MINUTE_MS);
      expect(isOnSale()).toBe(false);
      expect(view()).toMatchObject({ physical: 10, sellable: 0 });
      store().saveProduct("9", { [flag]: "1" });
      await live(harness, 3 * MINUTE_MS);
      expect(isOnSale()).toBe(true);
      expect([shownOf(harness, harness.white), shownOf(harness, harness.black)]).toEqual([10, 10]);
    },
  );

  it("has the price of now when it is back, and no price waits for a person meanwhile", async () => {
    store().saveProduct("9", { active: "0" });
    store().setPrice("9", "31");
    await live(harness, 5 * MINUTE_MS);
    expect(harness.problems.size).toBe(0);
    store().saveProduct("9", { active: "1" });
    await live(harness, 90 * MINUTE_MS);
    const { priceMinor } =
      harness.catalogue.get("9")?.body.variants.find(({ id }) => id === "22") ?? {};
    expect(priceOf(harness, harness.white)).toBe(priceMinor);
    expect(harness.problems.size).toBe(0);
  });

  it("is found by the walk when no date of it moved", async () => {
    store().edit("products", "9", { active: "0" });
    await live(harness, 10 * MINUTE_MS);
    expect(isOnSale()).toBe(false);
  });

  it("stays off although its stock is counted again", async () => {
    store().saveProduct("9", { active: "0" });
    await live(harness, 3 * MINUTE_MS);
    observed(harness, harness.white, 25);
    await live(harness, MINUTE_MS);
    expect(isOnSale()).toBe(false);
    expect(view()).toMatchObject({ physical: 25, sellable: 0 });
  });

  it("is read again, not believed, when an older read comes late", async () => {
    const { productId, variantId } = harness.white;
    const late = { productId, variantId, quantity: 10, priceMinor: 1000, isOffered: false };
    harness.storage.publisher.observe([late], harness.now - 9 * MINUTE_MS);
    await live(harness, MINUTE_MS);
    expect(isOnSale()).toBe(true);
  });

  it("says in the history of its numbers why nothing is left", async () => {
    store().saveProduct("9", { active: "0" });
    await live(harness, 3 * MINUTE_MS);
    const causes = harness.sqlite.sql
      .exec<{ cause: string }>("SELECT cause FROM stock_entry WHERE variant_id = '22'")
      .toArray();
    expect(causes.map(({ cause }) => cause)).toContain("withdrawn");
  });
});

describe("a combination that was deleted", () => {
  it("is not sold any more, and the product is off sale where 0 cannot be shown", async () => {
    store().store.tables.remove("combinations", "22");
    await live(harness, 10 * MINUTE_MS);
    expect(view().sellable).toBe(0);
    expect(isOnSale()).toBe(false);
    const problem = harness.problems.get(`stock:${harness.white.channelProductId}`);
    expect(problem).toMatchObject({ code: "listing.empty_sku" });
    expect(problem?.facts.skuIds).toEqual([harness.white.channelSkuId]);
  });

  it("shows 0 beside the others where the channel takes it", async () => {
    harness.world.tiktok.setSwitches({ zeroQuantity: true });
    store().store.tables.remove("combinations", "22");
    await live(harness, 10 * MINUTE_MS);
    expect(isOnSale()).toBe(true);
    expect([shownOf(harness, harness.white), shownOf(harness, harness.black)]).toEqual([0, 10]);
    expect(harness.problems.size).toBe(0);
  });
});

describe("a variant with nothing left beside others", () => {
  it("takes the product off sale, says so, and lets it come back with its stock", async () => {
    store().setStockSilently("9", "22", 0);
    observed(harness, harness.white, 0);
    await live(harness, MINUTE_MS);
    expect(isOnSale()).toBe(false);
    expect(harness.problems.size).toBe(1);
    store().setStockSilently("9", "22", 4);
    observed(harness, harness.white, 4);
    await live(harness, MINUTE_MS);
    expect(isOnSale()).toBe(true);
    expect([shownOf(harness, harness.white), shownOf(harness, harness.black)]).toEqual([4, 10]);
    expect(harness.problems.size).toBe(0);
  });

  it("lets the product come back when the variant left the listing", async () => {
    store().setStockSilently("9", "22", 0);
    observed(harness, harness.white, 0);
    await live(harness, MINUTE_MS);
    harness.storage.publisher.unbind([harness.white.channelSkuId]);
    await live(harness, MINUTE_MS);
    expect(isOnSale()).toBe(true);
    expect(harness.problems.size).toBe(0);
  });
});
