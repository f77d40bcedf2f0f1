import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { planListing } from "../../../src/domain/listings/plan-listing";
import { contentOf } from "../../../src/domain/listings/sent-content";
import { offerStock } from "../../../src/domain/stock/offer-stock";
import { legacyHash } from "../../../src/sync/listings/hash-content";
import type { ChannelSession } from "../../../src/platforms/channel";
import { listingInput, withListing } from "../../../src/sync/listings/listing-input";
import { mappedCatalogue, type CatalogueHarness } from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { startPush } from "../../support/start-tasks";

const MUG = "7";

async function push(harness: CatalogueHarness) {
  harness.calls.length = 0;
  const { services, connectionId } = harness;
  const { taskId } = await startPush(services, connectionId, { ids: [MUG] }, "ada");
  await harness.drain();
  return harness.items(taskId);
}

type PartialEdit = ChannelSession["editListing"];

const unchanged = [{ key: MUG, state: "skipped", codes: ["listing.nothing_to_send"] }];
const done = [{ key: MUG, state: "done", codes: [] }];

const writesOf = ({ calls }: CatalogueHarness) =>
  calls.filter((name) => ["createListing", "updateListing", "editListing"].includes(name));

/** What a push would send now. */
async function planOf(harness: CatalogueHarness) {
  const ports = await harness.ports();
  const stored = await ports.products.find(MUG);
  if (!stored) throw new Error("no such product");
  const answer = planListing(await listingInput(ports, withListing(stored, undefined)));
  if (!answer.isReady) throw new Error(JSON.stringify(answer.reasons));
  const quantities = new Map(stored.body.variants.map(({ id, quantity }) => [id, quantity]));
  const stocked = offerStock(answer.plan, quantities, new Set());
  if (!stocked.isReady) throw new Error(JSON.stringify(stocked.reasons));
  return stocked.plan;
}

async function listingOf(harness: CatalogueHarness) {
  const listing = await (await harness.ports()).listings.find(MUG);
  if (!listing) throw new Error("no listing");
  return listing;
}

/** The listing's row with these columns set. */
async function setColumns(
  harness: CatalogueHarness,
  columns: Record<string, string | number | null>,
) {
  const names = Object.keys(columns).map((name) => `${name} = ?`);
  await rowsOf(
    `UPDATE listing SET ${names.join(", ")} WHERE connection_id = ? AND product_id = ?`,
    ...Object.values(columns),
    harness.connectionId,
    MUG,
  );
}

const rename = (harness: CatalogueHarness, name: string) =>
  rowsOf(
    `UPDATE product SET body = json_set(body, '$.name', ?)
     WHERE connection_id = ? AND product_id = ?`,
    name,
    harness.connectionId,
    MUG,
  );

describe("what was sent of a listing", () => {
  it("is kept by field, with the channel's names of the pictures and without the description", async () => {
    const harness = await mappedCatalogue();
    const values = contentOf(await planOf(harness));
    expect(await push(harness)).toEqual(done);
    const { sent, sentHash, origin } = await listingOf(harness);
    expect(sentHash).toBeNull();
    expect(origin).toBe("pushed");
    for (const [field, value] of Object.entries(values)) {
      const kept = sent?.[field as keyof typeof values];
      expect(kept).toHaveProperty("hash");
      expect([field, kept?.value]).toEqual([field, field === "description" ? undefined : value]);
    }
    expect(sent?.imageUris).toHaveLength(values.images.length);
  });

  it("of 0.2 is recognised by its hash and costs no request", async () => {
    const harness = await mappedCatalogue();
    await push(harness);
    const { sent } = await listingOf(harness);
    const sentHash = await legacyHash(await planOf(harness));
    await setColumns(harness, { sent: null, sent_hash: sentHash });
    expect(await push(harness)).toEqual(unchanged);
    expect(harness.calls).toEqual([]);
    const { imageUris: _unknown, ...fields } = sent ?? {};
    expect(await listingOf(harness)).toMatchObject({ sent: fields, sentHash: null });
    expect(await push(harness)).toEqual(unchanged);
  });

  it("of 0.2 that has changed since is sent whole, once", async () => {
    const harness = await mappedCatalogue();
    await push(harness);
    const sentHash = await legacyHash(await planOf(harness));
    await setColumns(harness, { sent: null, sent_hash: sentHash });
    await rename(harness, "A mug with another name");
    expect(await push(harness)).toEqual(done);
    expect(writesOf(harness)).toEqual(["updateListing"]);
    expect((await listingOf(harness)).sent?.title?.value).toBe("A mug with another name");
    expect(await push(harness)).toEqual(unchanged);
  });

  it("is unknown after a lost edit, so that even the content of before is sent", async () => {
    const harness = await mappedCatalogue();
    await push(harness);
    await setColumns(harness, { intent_key: "push-lost.0123456789abcdef", intent_at: 0 });
    expect(await push(harness)).toEqual(done);
    expect(writesOf(harness)).toEqual(["updateListing"]);
    expect((await listingOf(harness)).intentKey).toBeNull();
  });

  it("stays unknown when the push after a lost edit is refused", async () => {
    let isRefused = true;
    const harness = await mappedCatalogue({
      channel: (session) => ({
        updateListing: (id, draft) =>
          isRefused
            ? Promise.reject(new SyncError("merchant", "tiktok.title_refused"))
            : session.updateListing(id, draft),
      }),
    });
    await push(harness);
    await setColumns(harness, { intent_key: "push-lost.0123456789abcdef", intent_at: 0 });
    expect(await push(harness)).toMatchObject([{ codes: ["tiktok.title_refused"] }]);
    isRefused = false;
    expect(await push(harness)).toEqual(done);
    expect(writesOf(harness)).toEqual(["updateListing"]);
  });

  it("is what a lost create of 0.2 carried, when that is still wanted", async () => {
    const harness = await mappedCatalogue();
    await push(harness);
    const { channelProductId } = await listingOf(harness);
    const intent = (await legacyHash(await planOf(harness))).slice(0, 16);
    const lost = { channel_product_id: null, sent: null, sent_hash: null };
    await setColumns(harness, { ...lost, intent_key: `push-lost.${intent}`, intent_at: 0 });
    expect(await push(harness)).toEqual(done);
    expect(harness.calls).toContain("findListing");
    expect(writesOf(harness)).toEqual([]);
    expect((await listingOf(harness)).channelProductId).toBe(channelProductId);
    expect(await push(harness)).toEqual(unchanged);
  });
});

describe("the smallest order that a store takes", () => {
  const setMinimum = ({ connectionId }: CatalogueHarness, minimum: number | null) =>
    rowsOf(
      `UPDATE product SET body = json_set(body, '$.variants[0].minimumQuantity', ?)
       WHERE connection_id = ? AND product_id = ?`,
      minimum,
      connectionId,
      MUG,
    );
  const shownMinimum = async (harness: CatalogueHarness) => {
    const { channelProductId } = await listingOf(harness);
    const { tiktok } = harness.world;
    tiktok.reviewProduct(channelProductId ?? "", "APPROVED");
    const session = await (await harness.services.openConnection(harness.connectionId)).channel();
    return (await session.readContent(channelProductId ?? "", "pending"))?.minimumQuantity;
  };

  it("is asked of buyers, follows the store, and is set back to one", async () => {
    const harness = await mappedCatalogue();
    await setMinimum(harness, 5);
    expect(await push(harness)).toEqual(done);
    expect(await shownMinimum(harness)).toBe(5);
    await setMinimum(harness, 6);
    expect(await push(harness)).toEqual(done);
    // No partial edit takes it.
    expect(writesOf(harness)).toEqual(["updateListing"]);
    expect(await shownMinimum(harness)).toBe(6);
    await setMinimum(harness, 1);
    expect(await push(harness)).toEqual(done);
    expect(await shownMinimum(harness)).toBe(1);
    expect(await push(harness)).toEqual(unchanged);
  });

  it("leaves a listing alone that an earlier version sent without one", async () => {
    const harness = await mappedCatalogue();
    await push(harness);
    await rowsOf(
      "UPDATE listing SET sent = json_remove(sent, '$.minimumQuantity') WHERE connection_id = ?",
      harness.connectionId,
    );
    expect(await push(harness)).toEqual(unchanged);
    await setMinimum(harness, 2);
    expect(await push(harness)).toEqual(done);
    expect(await shownMinimum(harness)).toBe(2);
  });
});

describe("a channel that takes partial edits", () => {
  it("is sent the fields that changed alone, and no picture that it has", async () => {
    const edits: unknown[] = [];
    const harness = await mappedCatalogue({
      channel: () => {
        const editListing: PartialEdit = async (channelProductId, change, key) => {
          edits.push({ change, hasKey: key.length > 0 });
          return { channelProductId, skus: [], warnings: [] };
        };
        return { editListing } as Partial<ChannelSession>;
      },
    });
    await push(harness);
    const before = await listingOf(harness);
    await rename(harness, "A mug with another name");
    expect(await push(harness)).toEqual(done);
    expect(writesOf(harness)).toEqual(["editListing"]);
    expect(edits).toEqual([{ change: { title: "A mug with another name" }, hasKey: true }]);
    expect(harness.calls).not.toContain("unbindOffers");
    const after = await listingOf(harness);
    expect(after.sent?.title?.value).toBe("A mug with another name");
    expect(after.sent?.imageUris).toEqual(before.sent?.imageUris);
    expect(await push(harness)).toEqual(unchanged);
  });

  it("is sent its SKUs as a whole, with the ids they have", async () => {
    const changes: Parameters<PartialEdit>[1][] = [];
    const harness = await mappedCatalogue({
      channel: () => {
        const editListing: PartialEdit = async (channelProductId, change) => {
          changes.push(change);
          return { channelProductId, skus: [], warnings: [] };
        };
        return { editListing } as Partial<ChannelSession>;
      },
    });
    await push(harness);
    await rowsOf(
      `UPDATE product SET body = json_set(body, '$.variants[0].sku', 'MUG-NEW')
       WHERE connection_id = ? AND product_id = ?`,
      harness.connectionId,
      MUG,
    );
    expect(await push(harness)).toEqual(done);
    expect(changes.map((change) => Object.keys(change))).toEqual([["skus"]]);
    const offers = await (await harness.ports()).listings.offersOf(MUG);
    expect(changes[0]?.skus?.skus).toMatchObject([
      { channelSkuId: offers[0]?.channelSkuId, sellerSku: "MUG-NEW" },
    ]);
    expect(offers.map(({ sellerSku }) => sellerSku)).toEqual(["MUG-NEW"]);
    expect(await push(harness)).toEqual(unchanged);
  });
});

describe("a mapped listing", () => {
  it("keeps the channel's content whatever changes in the store", async () => {
    const harness = await mappedCatalogue();
    await push(harness);
    await setColumns(harness, { origin: "mapped", sent: null });
    await rename(harness, "A mug with another name");
    const kept = { key: MUG, state: "skipped", codes: ["listing.kept_by_channel"] };
    expect(await push(harness)).toEqual([kept]);
    expect(harness.calls).toEqual([]);
  });

  it("is Weft's own once the channel has removed it and a push has made it again", async () => {
    const harness = await mappedCatalogue();
    await push(harness);
    await setColumns(harness, { origin: "mapped" });
    await (await harness.ports()).listings.unbind(MUG);
    expect(await listingOf(harness)).toMatchObject({ origin: "pushed", sent: null });
  });
});
