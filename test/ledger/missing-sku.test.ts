/** A SKU that the channel does not have any more keeps no other SKU of its listing from being right. */
import { beforeEach, expect, it } from "vitest";
import { records } from "../../simulator/tiktok-shop/fields";
import type { Product } from "../../simulator/tiktok-shop/products/product";
import { link, observed, priceOf, shownOf } from "../support/ledger-acts";
import { openLedger, type LedgerHarness } from "../support/ledger-harness";
import { live } from "../support/live";

const MINUTE_MS = 60_000;

let harness: LedgerHarness;

beforeEach(async () => {
  harness = await openLedger();
  for (const variant of [harness.white, harness.black]) {
    observed(harness, variant, 10, 1000);
    link(harness, variant);
  }
  await live(harness, MINUTE_MS);
});

/** As a seller does by taking a variant out of the listing. */
function removeOnChannel({ channelProductId, channelSkuId }: LedgerHarness["white"]): void {
  const { storage } = harness.world;
  const product = storage.get<Product>("tts:product", channelProductId);
  if (!product) throw new Error("no listing");
  const skus = records(product.content["skus"]).filter(({ id }) => id !== channelSkuId);
  storage.put("tts:product", product.id, { ...product, content: { ...product.content, skus } });
  storage.delete("tts:sku", channelSkuId);
}

it.each(["stock", "price"])("lets go of it when a %s is sent", async (what) => {
  removeOnChannel(harness.white);
  for (const variant of [harness.white, harness.black])
    observed(harness, variant, what === "stock" ? 7 : 10, what === "price" ? 1300 : 1000);
  await live(harness, 2 * MINUTE_MS);
  expect(shownOf(harness, harness.black)).toBe(what === "stock" ? 7 : 10);
  expect(priceOf(harness, harness.black)).toBe(what === "price" ? 1300 : 1000);
  expect(harness.problems.size).toBe(0);
  expect(harness.dropped).toEqual([harness.white.channelSkuId]);
  const { outbox } = harness.storage;
  const entity = `listing:${harness.white.channelProductId}`;
  expect([outbox.find("push-stock", entity), outbox.find("push-price", entity)]).toEqual([
    undefined,
    undefined,
  ]);
});
