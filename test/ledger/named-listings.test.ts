/** Listings that events named are read together: a page for a hundred, alone only what a page cannot say. */
import { beforeEach, describe, expect, it } from "vitest";
import { draftFor } from "../contract/channel/channel-harness";
import { LONG_TEST_MS, openLedger, type LedgerHarness } from "../support/ledger-harness";
import { png } from "../support/png";
import { REQUESTS } from "../support/request-names";
import { countSent, cutLine } from "../support/request-points";
import { CHANNEL_EVENTS, openSeller } from "../support/simulated-shops";

const GATHER_MS = 15_000;

let harness: LedgerHarness;
let draft: Awaited<ReturnType<typeof draftFor>>;

beforeEach(async () => {
  harness = await openLedger();
  const picture = Uint8Array.from(Buffer.from(png(600, 600), "base64"));
  draft = await draftFor({ session: openSeller(harness), currency: "GBP", picture });
  harness.world.tiktok.configure({ webhookUrl: CHANNEL_EVENTS });
  harness.now += 60_000;
});

/** Weft pushed it: the channel has it, and so has the read model. */
async function pushed(key: string, title = draft.title): Promise<string> {
  const skus = draft.skus.map((sku) => ({ ...sku, sellerSku: `${sku.sellerSku}-${key}` }));
  const wanted = { ...draft, title, skus, externalId: key, idempotencyKey: key };
  const { channelProductId } = await openSeller(harness).createListing(wanted);
  const listing = {
    productId: key,
    channelProductId,
    origin: "pushed" as const,
    status: "in_review",
  };
  harness.listings.set(channelProductId, { ...listing, syncState: "synced", reasons: [] });
  return channelProductId;
}

/** Time passes, the channel tells what happened, and the ledger does what is due. */
async function pass(ms: number): Promise<void> {
  const end = harness.now + ms;
  while (harness.now < end) {
    harness.now = Math.min(end, harness.now + 1_000);
    await harness.world.tick();
    await harness.drainOnce();
  }
}

const alone = () => countSent(harness.requests, REQUESTS.readListing);
const pages = () => countSent(harness.requests, REQUESTS.pageListings);
const statuses = () => [...harness.listings.values()].map(({ status }) => status);
const waiting = () => harness.storage.namedListings.list(Infinity, 1_000).length;

describe("listings that events named", () => {
  it(
    "take ten requests at most for a push of 200, from the first to the end of its reviews",
    async () => {
      for (let count = 0; count < 200; count += 1) {
        await pushed(`p${count}`);
        await pass(250);
      }
      await pass(120_000);
      expect(statuses().every((status) => status === "live")).toBe(true);
      expect(waiting()).toBe(0);
      expect(alone() + pages()).toBeLessThanOrEqual(10);
    },
    LONG_TEST_MS,
  );

  it("are one listing alone, then at once and by one request", async () => {
    const id = await pushed("p1");
    await pass(1_000);
    expect([alone(), pages()]).toEqual([1, 0]);
    harness.world.tiktok.reviewProduct(id, "APPROVED");
    await pass(GATHER_MS);
    expect(statuses()).toEqual(["live"]);
    expect([alone(), pages()]).toEqual([2, 0]);
  });

  it("do not wait for others after a read of one, and are gathered after a read of several", async () => {
    const first = await pushed("p1");
    await pass(1_000);
    const second = await pushed("p2");
    for (const id of [first, second]) harness.world.tiktok.reviewProduct(id, "APPROVED");
    await pass(4_000);
    expect(statuses()).toEqual(["live", "live"]);
    const before = alone() + pages();
    harness.world.tiktok.setProductStatus(first, "SELLER_DEACTIVATED");
    await pass(8_000);
    expect(alone() + pages()).toBe(before);
    await pass(GATHER_MS);
    expect(harness.listings.get(first)?.status).toBe("paused");
  });

  it("are read alone where they were refused, to say why", async () => {
    const good = await pushed("p1");
    const bad = await pushed("p2");
    await pass(GATHER_MS);
    const before = alone();
    harness.world.tiktok.reviewProduct(good, "APPROVED");
    harness.world.tiktok.reviewProduct(bad, "FAILED", ["The picture shows another brand"]);
    await pass(2 * GATHER_MS);
    expect(harness.listings.get(good)).toMatchObject({ status: "live", reasons: [] });
    expect(harness.listings.get(bad)).toMatchObject({
      status: "rejected",
      syncState: "sync_failed",
    });
    expect(JSON.stringify(harness.listings.get(bad)?.reasons)).toContain("another brand");
    expect(alone() - before).toBe(1);
  });

  it("are believed no sooner than the channel's index knows of the change", async () => {
    harness.world.tiktok.setSwitches({ searchLagSeconds: 40 });
    for (const key of ["p1", "p2", "p3"]) await pushed(key);
    await pass(150_000);
    expect(statuses()).toEqual(["live", "live", "live"]);
    expect(waiting()).toBe(0);
  });

  it("are read alone where the pages leave them out for long", async () => {
    harness.world.tiktok.setSwitches({ searchLagSeconds: 1e6 });
    for (const key of ["p1", "p2", "p3"]) await pushed(key);
    await pass(240_000);
    expect(statuses()).toEqual(["live", "live", "live"]);
    expect(waiting()).toBe(0);
  });

  it("are not lost where the channel fails or the object dies meanwhile", async () => {
    for (const key of ["p1", "p2"]) await pushed(key);
    cutLine(harness.requests, REQUESTS.pageListings, "answered", { times: 2 });
    await pass(GATHER_MS);
    harness.restart();
    await pass(240_000);
    expect(statuses()).toEqual(["live", "live"]);
    expect(waiting()).toBe(0);
  });

  it("that cannot be read keep no other from being read", async () => {
    const bad = await pushed("p1", `${draft.title} replica`);
    harness.requests.disturb = ({ request }) => {
      if (request.startsWith("GET ") && request.includes(bad)) throw new TypeError("cut off");
    };
    for (const key of ["p2", "p3"]) await pushed(key);
    await pass(120_000);
    expect(statuses().toSorted()).toEqual(["in_review", "live", "live"]);
    expect(waiting()).toBe(1);
  });

  it("that are not Weft's take no request", async () => {
    await pushed("p1");
    harness.listings.clear();
    await pass(120_000);
    expect([alone(), pages(), waiting()]).toEqual([0, 0, 0]);
  });

  it("are gathered with those that an earlier version wrote down alone", async () => {
    const id = await pushed("p1");
    harness.world.tiktok.configure({ webhookUrl: "https://elsewhere.example/" });
    harness.storage.outbox.schedule("refresh-listing", `report:${id}`, harness.now);
    harness.world.tiktok.reviewProduct(id, "APPROVED");
    await harness.drainUntilIdle();
    expect(statuses()).toEqual(["live"]);
  });
});
