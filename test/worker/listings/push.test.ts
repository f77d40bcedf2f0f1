import { describe, expect, it } from "vitest";
import { records } from "../../../simulator/tiktok-shop/fields";
import type { Product } from "../../../simulator/tiktok-shop/products/product";
import { countProductsOf } from "../../../src/db/catalogue/product-filter";
import { listingsOf } from "../../../src/db/listings/listings";
import { retryTask } from "../../../src/tasks/retry-task";
import { sweepReviews } from "../../../src/tasks/sweep-reviews";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { wakeChecks } from "../../../src/tasks/run-checks";
import {
  channelProducts,
  mappedCatalogue,
  type CatalogueHarness,
} from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { startListingState, startPush } from "../../support/start-tasks";
import { refreshedListing } from "../../support/refresh-listing";

/** A simple product of the demo catalogue whose category is mapped and whose stock is not empty. */
const MUG = "7";
const SHIRT = "1";

const only = (...ids: string[]) => ({ ids });

async function pushed(harness: CatalogueHarness, ...ids: string[]) {
  const { taskId } = await startPush(harness.services, harness.connectionId, only(...ids), "ada");
  await harness.drain();
  return taskId;
}

async function listingOf(harness: CatalogueHarness, productId: string) {
  const [row] = await rowsOf<{
    channel_product_id: string | null;
    intent_key: string | null;
    status: string;
    sync_state: string;
    reasons: string;
  }>(
    `SELECT listing.*, sync_state FROM listing JOIN product USING (connection_id, product_id)
     WHERE connection_id = ? AND product_id = ?`,
    harness.connectionId,
    productId,
  );
  return row;
}

const count = (harness: CatalogueHarness, name: string) =>
  harness.calls.filter((call) => call === name).length;

describe("pushing a product", () => {
  it("sends every variant once, keeps the ids and binds its offers in the ledger", async () => {
    const harness = await mappedCatalogue();
    const taskId = await pushed(harness, SHIRT);
    expect(await harness.task(taskId)).toMatchObject({ state: "completed", counts: { done: 1 } });
    expect(channelProducts(harness)).toHaveLength(1);
    const listing = await listingOf(harness, SHIRT);
    expect(listing).toMatchObject({ sync_state: "synced", status: "in_review", intent_key: null });
    expect(listing?.channel_product_id).toBe(channelProducts(harness)[0]?.id);
    expect(harness.bound.length).toBeGreaterThan(1);
    const offers = await rowsOf(
      "SELECT * FROM offer WHERE connection_id = ?",
      harness.connectionId,
    );
    expect(offers).toHaveLength(harness.bound.length);
  });

  it("sends nothing when nothing changed", async () => {
    const harness = await mappedCatalogue();
    await pushed(harness, MUG);
    harness.calls.length = 0;
    const taskId = await pushed(harness, MUG);
    expect(await harness.items(taskId)).toEqual([
      { key: MUG, state: "skipped", codes: ["listing.nothing_to_send"] },
    ]);
    expect(harness.calls).not.toContain("createListing");
    expect(harness.calls).not.toContain("updateListing");
    expect(harness.calls).not.toContain("editListing");
    expect(harness.calls).not.toContain("uploadImage");
  });

  it("updates changed content with the pictures it already uploaded (CAT-POST-INFO)", async () => {
    const harness = await mappedCatalogue();
    await pushed(harness, MUG);
    harness.calls.length = 0;
    await rowsOf(
      `UPDATE product SET body = json_set(body, '$.name', 'A mug with another name')
       WHERE connection_id = ? AND product_id = ?`,
      harness.connectionId,
      MUG,
    );
    const taskId = await pushed(harness, MUG);
    expect(await harness.task(taskId)).toMatchObject({ counts: { done: 1 } });
    expect(count(harness, "editListing")).toBe(1);
    expect(count(harness, "updateListing")).toBe(0);
    expect(harness.calls).not.toContain("uploadImage");
    expect(channelProducts(harness)).toHaveLength(1);
  });

  it("keeps a variant that sold out in the listing, and does not list what has no stock", async () => {
    const harness = await mappedCatalogue();
    await pushed(harness, SHIRT);
    const change = (set: string) =>
      rowsOf(
        `UPDATE product SET body = json_set(body, ${set}) WHERE connection_id = ? AND product_id = ?`,
        harness.connectionId,
        SHIRT,
      );
    const offers = harness.bound.length;
    await change(`'$.variants[0].quantity', 0, '$.name', 'A shirt with another name'`);
    const taskId = await pushed(harness, SHIRT);
    expect(await harness.items(taskId)).toEqual([{ key: SHIRT, state: "done", codes: [] }]);
    expect(harness.calls).not.toContain("unbindOffers");
    expect(harness.bound).toHaveLength(offers);
    const kept = await rowsOf("SELECT * FROM offer WHERE connection_id = ?", harness.connectionId);
    expect(kept).toHaveLength(offers);
    await rowsOf(
      `UPDATE product SET body = json_set(body, '$.variants[0].quantity', 0) WHERE product_id = ?`,
      MUG,
    );
    const soldOut = await pushed(harness, MUG);
    expect(await harness.items(soldOut)).toEqual([
      { key: MUG, state: "failed", codes: ["listing.sold_out"] },
    ]);
  });

  it("says of a product that the store shows nowhere that it was listed all the same", async () => {
    const harness = await mappedCatalogue();
    await rowsOf(
      `UPDATE product SET body = json_set(body, '$.isHidden', json('true')) WHERE product_id = ?`,
      MUG,
    );
    const taskId = await pushed(harness, MUG);
    expect(await harness.items(taskId)).toEqual([
      { key: MUG, state: "done", codes: ["listing.hidden_in_store"] },
    ]);
    expect(channelProducts(harness)).toHaveLength(1);
  });

  it("makes a SKU again that the channel did not have any more", async () => {
    const harness = await mappedCatalogue();
    await pushed(harness, SHIRT);
    const { storage } = harness.world;
    const [product] = channelProducts(harness) as [Product];
    const skus = records(product.content["skus"]);
    const [lost, ...left] = skus.map(({ id }) => String(id));
    const kept = { ...product.content, skus: skus.slice(1) };
    storage.put("tts:product", product.id, { ...product, content: kept });
    storage.delete("tts:sku", lost ?? "");
    const { db, now } = harness.services;
    const listings = listingsOf(db, harness.connectionId, now);
    await listings.dropOffers(product.id, [lost ?? ""]);
    harness.bound.length = 0;
    const taskId = await pushed(harness, SHIRT);
    expect(await harness.task(taskId)).toMatchObject({ state: "completed", counts: { done: 1 } });
    const [after] = channelProducts(harness) as [Product];
    const ids = records(after.content["skus"]).map(({ id }) => String(id));
    expect(ids).toHaveLength(skus.length);
    expect(ids).toEqual(expect.arrayContaining(left));
    expect(harness.bound).toHaveLength(1);
  });

  it("makes one product although the answer to the create got lost", async () => {
    const harness = await mappedCatalogue();
    harness.world.disturb({
      side: "tiktok-shop",
      method: "POST",
      path: "/product/202309/products\\?",
      kind: "timeout",
      when: "after",
      holdMs: 2_000,
      times: 1,
    });
    const taskId = await pushed(harness, MUG);
    expect(await harness.task(taskId)).toMatchObject({ counts: { done: 1 } });
    expect(count(harness, "createListing")).toBe(1);
    expect(count(harness, "findListing")).toBe(1);
    expect(channelProducts(harness)).toHaveLength(1);
    expect(harness.bound).toHaveLength(1);
    expect((await listingOf(harness, MUG))?.intent_key).toBeNull();
  });

  it("holds the numbers of a found listing in doubt where the channel does not tell them", async () => {
    let isLost = false;
    const harness = await mappedCatalogue({
      channel: (session) => ({
        createListing: async (draft) => {
          const sent = await session.createListing(draft);
          if (isLost) return sent;
          isLost = true;
          throw new SyncError("retry", "tiktok.timeout", { maybeApplied: true });
        },
        findListing: async (isOurs, sellerSkus) => {
          const { ours, others } = await session.findListing(isOurs, sellerSkus);
          const skus = ours?.skus.map(({ quantity: _untold, ...sku }) => sku) ?? [];
          return { ...(ours && { ours: { ...ours, skus } }), others };
        },
      }),
    });
    await pushed(harness, MUG);
    expect(harness.bound.map(({ doubt }) => doubt)).toEqual(["never_read"]);
  });

  it("repeats a lost create under the same key when a search finds nothing", async () => {
    const keys: string[] = [];
    const harness = await mappedCatalogue({
      channel: (session) => ({
        createListing: async (draft) => {
          keys.push(draft.idempotencyKey);
          if (keys.length === 1)
            throw new SyncError("retry", "tiktok.timeout", { maybeApplied: true });
          return session.createListing(draft);
        },
      }),
    });
    const taskId = await pushed(harness, MUG);
    expect(await harness.task(taskId)).toMatchObject({ counts: { done: 1 } });
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(channelProducts(harness)).toHaveLength(1);
  });

  it("searches before it creates after a crash between the channel's answer and the save", async () => {
    let isDead = true;
    const harness = await mappedCatalogue({
      channel: (session) => ({
        createListing: async (draft) => {
          const sent = await session.createListing(draft);
          if (!isDead) return sent;
          isDead = false;
          throw new Error("the Worker was ended");
        },
      }),
    });
    const taskId = await pushed(harness, SHIRT);
    expect(await harness.task(taskId)).toMatchObject({ counts: { done: 1 } });
    expect(count(harness, "createListing")).toBe(1);
    expect(channelProducts(harness)).toHaveLength(1);
    expect((await listingOf(harness, SHIRT))?.channel_product_id).toBe(
      channelProducts(harness)[0]?.id,
    );
  });

  it("lets only one of two pushes of a product reach the channel", async () => {
    const harness = await mappedCatalogue();
    await startPush(harness.services, harness.connectionId, only(MUG), "ada");
    await startPush(harness.services, harness.connectionId, only(MUG, SHIRT), "ada");
    const wakeUps = harness.queue.splice(0);
    for (const entry of wakeUps) await harness.deliver(entry);
    await Promise.all(harness.queue.splice(0).map((entry) => harness.deliver(entry)));
    await harness.drain();
    expect(channelProducts(harness)).toHaveLength(2);
    expect(count(harness, "createListing")).toBe(2);
  });

  it("writes nothing to the channel when a product is refused, and says every reason", async () => {
    const harness = await mappedCatalogue();
    await rowsOf(
      `UPDATE product SET source_category_id = 'nowhere', body = json_set(body, '$.images', json('[]'),
        '$.variants[0].priceMinor', 0, '$.variants[0].sku', '') WHERE connection_id = ? AND product_id = ?`,
      harness.connectionId,
      MUG,
    );
    // The checks read what categories ask for; the push finds that read.
    await wakeChecks(harness.services, harness.connectionId);
    await harness.drain();
    harness.calls.length = 0;
    const taskId = await pushed(harness, MUG);
    const [item] = await harness.items(taskId);
    expect(item).toEqual({
      key: MUG,
      state: "failed",
      codes: [
        "listing.category_missing",
        "listing.image_missing",
        "listing.sku_missing",
        "listing.price_zero",
      ],
    });
    expect(harness.calls).toEqual([]);
    const badges = await rowsOf(
      "SELECT sync_state FROM product WHERE connection_id = ? AND product_id = ?",
      harness.connectionId,
      MUG,
    );
    expect(badges).toEqual([{ sync_state: "sync_failed" }]);
  });

  it("fails single products, and a retry works on those alone", async () => {
    let isBroken = true;
    const harness = await mappedCatalogue({
      channel: (session) => ({
        createListing: async (draft) => {
          if (isBroken && draft.externalId.endsWith(`:${MUG}`))
            throw new SyncError("merchant", "tiktok.title_refused");
          return session.createListing(draft);
        },
      }),
    });
    const taskId = await pushed(harness, MUG, SHIRT);
    expect(await harness.task(taskId)).toMatchObject({
      state: "completed",
      counts: { done: 1, failed: 1 },
    });
    expect(await listingOf(harness, MUG)).toMatchObject({
      sync_state: "sync_failed",
      intent_key: null,
      reasons: '[{"code":"tiktok.title_refused","facts":{}}]',
    });
    isBroken = false;
    const again = await retryTask(harness.services, harness.connectionId, taskId, "ada");
    await harness.drain();
    expect(await harness.items(again.taskId)).toEqual([{ key: MUG, state: "done", codes: [] }]);
    expect(channelProducts(harness)).toHaveLength(2);
  });

  it("marks a refused update as such and leaves the listing where it is", async () => {
    const harness = await mappedCatalogue({
      channel: () => ({
        editListing: () => Promise.reject(new SyncError("merchant", "tiktok.title_refused")),
      }),
    });
    await pushed(harness, MUG);
    await rowsOf(
      `UPDATE product SET body = json_set(body, '$.name', 'Refused') WHERE product_id = ?`,
      MUG,
    );
    await pushed(harness, MUG);
    const listing = await listingOf(harness, MUG);
    expect(listing).toMatchObject({ sync_state: "update_failed", intent_key: null });
    expect(listing?.channel_product_id).toBe(channelProducts(harness)[0]?.id);
  });

  it("ends the whole task when the login at the channel is lost", async () => {
    const harness = await mappedCatalogue({
      channel: () => ({
        createListing: () => Promise.reject(new SyncError("reconnect", "tiktok.token_revoked")),
      }),
    });
    const { taskId } = await startPush(
      harness.services,
      harness.connectionId,
      { filter: { tab: "all" } },
      "ada",
    );
    await harness.drain();
    const task = await harness.task(taskId);
    expect(task.state).toBe("error");
    expect(task.problem).toContain("tiktok.token_revoked");
    const items = await harness.items(taskId);
    expect(items.every(({ state }) => state === "failed")).toBe(true);
  });
});

describe("a listing on the channel", () => {
  it("goes from review to live, is paused and sold again", async () => {
    const harness = await mappedCatalogue();
    await pushed(harness, MUG);
    const id = channelProducts(harness)[0]?.id ?? "";
    harness.world.tiktok.reviewProduct(id, "APPROVED");
    await refreshedListing(await harness.ports(), id);
    expect(await listingOf(harness, MUG)).toMatchObject({ status: "live", sync_state: "synced" });
    const { services, connectionId } = harness;
    await startListingState(services, connectionId, only(MUG), "deactivate", "ada");
    await harness.drain();
    expect((await listingOf(harness, MUG))?.status).toBe("paused");
    await startListingState(services, connectionId, only(MUG), "activate", "ada");
    await harness.drain();
    expect((await listingOf(harness, MUG))?.status).toBe("in_review");
    harness.world.tiktok.reviewProduct(id, "APPROVED");
    await refreshedListing(await harness.ports(), id);
    expect((await listingOf(harness, MUG))?.status).toBe("live");
  });

  it("is read by the sweep when the event of its review got lost", async () => {
    const harness = await mappedCatalogue();
    await pushed(harness, MUG);
    harness.world.tiktok.reviewProduct(channelProducts(harness)[0]?.id ?? "", "APPROVED");
    await sweepReviews(harness.services);
    expect((await listingOf(harness, MUG))?.status).toBe("in_review");
    harness.clock.aheadMs += 6 * 60_000;
    await sweepReviews(harness.services);
    expect((await listingOf(harness, MUG))?.status).toBe("live");
  });

  it("is read with others by the sweep, in two pages at most while all are in review", async () => {
    const harness = await mappedCatalogue();
    await pushed(harness, MUG, SHIRT);
    const { tiktok } = harness.world;
    harness.clock.aheadMs += 6 * 60_000;
    tiktok.clearCalls();
    await sweepReviews(harness.services);
    const asked = tiktok.calls().map(({ method, path }) => `${method} ${path}`);
    expect(asked.filter((one) => one.startsWith("GET"))).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(2);
    const [first] = channelProducts(harness);
    harness.world.tiktok.reviewProduct(first?.id ?? "", "APPROVED");
    harness.clock.aheadMs += 6 * 60_000;
    await sweepReviews(harness.services);
    const states = [await listingOf(harness, MUG), await listingOf(harness, SHIRT)];
    expect(states.map((listing) => listing?.status).toSorted()).toEqual(["in_review", "live"]);
  });

  it("shows what the audit said", async () => {
    const harness = await mappedCatalogue();
    await pushed(harness, MUG);
    const id = channelProducts(harness)[0]?.id ?? "";
    harness.world.tiktok.reviewProduct(id, "FAILED", ["The picture shows another brand"]);
    await refreshedListing(await harness.ports(), id);
    const listing = await listingOf(harness, MUG);
    expect(listing).toMatchObject({ status: "rejected", sync_state: "sync_failed" });
    expect(listing?.reasons).toContain("The picture shows another brand");
  });

  it("is unbound when the channel removed it, so that a push creates it again", async () => {
    const harness = await mappedCatalogue();
    await pushed(harness, MUG);
    const id = channelProducts(harness)[0]?.id ?? "";
    harness.world.tiktok.setProductStatus(id, "DELETED");
    await refreshedListing(await harness.ports(), id);
    expect(harness.calls).toContain("unbindOffers");
    expect(await listingOf(harness, MUG)).toMatchObject({
      channel_product_id: null,
      sync_state: "not_synced",
    });
    await pushed(harness, MUG);
    const recreated = (await listingOf(harness, MUG))?.channel_product_id;
    expect(recreated).toBeTruthy();
    expect(recreated).not.toBe(id);
  });
});

describe("a selection", () => {
  it("counts exactly what a task over it is given", async () => {
    const harness = await mappedCatalogue();
    const selection = { filter: { tab: "not_synced" as const, search: "mug" } };
    const counted = await countProductsOf(harness.services.db, harness.connectionId, selection);
    const started = await startPush(harness.services, harness.connectionId, selection, "ada");
    await harness.drain();
    expect(counted).toBeGreaterThan(0);
    expect(started.count).toBe(counted);
    expect(await harness.items(started.taskId)).toHaveLength(counted);
  });
});
