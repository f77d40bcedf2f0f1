import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { draftFor, findOurs, HOUR_MS, live, type ChannelHarness } from "./channel-harness";
import { failureOf } from "../../support/failure-of";

/** What listings, their stock and their prices do on every channel. */
export function listingContract(open: () => Promise<ChannelHarness>): void {
  describe("a listing", () => {
    it("that is right passes the check, is created, and goes live with our ids on it", async () => {
      const harness = await open();
      const draft = await draftFor(harness);
      expect(await harness.session.checkListing(draft)).toEqual([]);
      const sent = await harness.session.createListing(draft);
      expect(sent.skus.map(({ externalId }) => externalId).toSorted()).toEqual(
        draft.skus.map(({ externalId }) => externalId).toSorted(),
      );
      const before = await harness.session.readListing(sent.channelProductId);
      expect(before?.status).toBe("in_review");
      await harness.advance(HOUR_MS);
      const after = await harness.session.readListing(sent.channelProductId);
      expect(after).toMatchObject({ status: "live", externalId: draft.externalId, reasons: [] });
      for (const sku of draft.skus)
        expect(after?.skus.find(({ externalId }) => externalId === sku.externalId)).toMatchObject({
          sellerSku: sku.sellerSku,
          quantity: sku.quantity,
          priceMinor: sku.priceMinor,
        });
    });

    it("that is wrong is refused with all reasons, and nothing is written", async () => {
      const harness = await open();
      const good = await draftFor(harness);
      const bad = { ...good, title: "", imageUris: [], attributes: [] };
      const reasons = await harness.session.checkListing(bad);
      expect(reasons.length).toBeGreaterThan(1);
      for (const { code } of reasons) expect(code).toMatch(/^[a-z]+(\.[a-z_]+)+$/);
      const error = await failureOf(harness.session.createListing(bad));
      expect(error.remedy).toBe("merchant");
      expect(await findOurs(harness.session, good)).toBeUndefined();
    });

    it("whose create gave no answer is found again, and a second create makes no twin", async () => {
      const harness = await open();
      const draft = await draftFor(harness);
      expect(await findOurs(harness.session, draft)).toBeUndefined();
      harness.loseNextAnswer();
      const error = await failureOf(harness.session.createListing(draft));
      expect(error).toMatchObject({ remedy: "retry", facts: { maybeApplied: true } });
      const found = await findOurs(harness.session, draft);
      expect(found?.externalId).toBe(draft.externalId);
      const again = await harness.session.createListing(draft).catch((caught: unknown) => caught);
      if (again instanceof SyncError) expect(again.facts.maybeApplied).toBe(true);
      else expect(again).toMatchObject({ channelProductId: found?.channelProductId });
    });

    it("makes the shop one that holds listings", async () => {
      const harness = await open();
      expect(await harness.session.hasListings()).toBe(false);
      await live(harness);
      expect(await harness.session.hasListings()).toBe(true);
    });

    it("is found by our id, and told of as another's by a SKU alone", async () => {
      const harness = await open();
      const { draft, id } = await live(harness);
      const skus = draft.skus.map(({ sellerSku }) => sellerSku);
      const isElse = (externalId: string) => externalId === "somebody else's";
      expect(await harness.session.findListing(isElse, skus)).toEqual({ others: [id] });
    });

    it("keeps its SKUs, their stock and price through an edit, and goes through review again", async () => {
      const harness = await open();
      const { draft, id, skus } = await live(harness);
      const ids = new Map(skus.map(({ externalId, channelSkuId }) => [externalId, channelSkuId]));
      const edited = {
        ...draft,
        title: `${draft.title} second edition`,
        skus: draft.skus.map((sku) => {
          const channelSkuId = ids.get(sku.externalId);
          return channelSkuId ? Object.assign({}, sku, { channelSkuId }) : sku;
        }),
      };
      const [kept] = skus;
      const channelSkuId = kept?.channelSkuId ?? "";
      await harness.session.setQuantities(id, draft.warehouseId, [{ channelSkuId, quantity: 2 }]);
      await harness.session.setPrices(id, draft.currency, [{ channelSkuId, priceMinor: 1234 }]);
      const sent = await harness.session.updateListing(id, edited);
      expect(sent.skus.map(({ channelSkuId }) => channelSkuId).toSorted()).toEqual(
        [...ids.values()].toSorted(),
      );
      await harness.advance(HOUR_MS);
      const report = await harness.session.readListing(id);
      expect(report?.status).toBe("live");
      const stocked = report?.skus.find((sku) => sku.channelSkuId === channelSkuId);
      expect(stocked).toMatchObject({ quantity: 2, priceMinor: 1234 });
    });

    it("can be taken off sale and put back", async () => {
      const harness = await open();
      const { id } = await live(harness);
      expect(await harness.session.deactivateListings([id])).toEqual([{ id }]);
      expect((await harness.session.readListing(id))?.status).toBe("paused");
      expect(await harness.session.activateListings([id])).toEqual([{ id }]);
      await harness.advance(HOUR_MS);
      expect((await harness.session.readListing(id))?.status).toBe("live");
    });

    it("can be deleted, which a second time is refused", async () => {
      const harness = await open();
      const { id } = await live(harness);
      expect(await harness.session.deleteListings([id])).toEqual([{ id }]);
      const report = await harness.session.readListing(id);
      expect(report?.status ?? "removed").toBe("removed");
      const [again] = await harness.session.deleteListings([id]);
      expect(again?.error?.code).toBeTruthy();
    });

    it("is among those of its state and of its time, as far as a page says what it is", async () => {
      const harness = await open();
      const draft = await draftFor(harness);
      const { channelProductId } = await harness.session.createListing(draft);
      const before = await harness.session.listListings({ status: "in_review" });
      const common = { channelProductId, reasons: [], isWhole: true };
      expect(before.listings).toMatchObject([{ ...common, status: "in_review" }]);
      const sentAt = before.listings[0]?.changedAt ?? 0;
      await harness.advance(HOUR_MS);
      expect((await harness.session.listListings({ status: "in_review" })).listings).toEqual([]);
      const after = await harness.session.listListings({ changedSince: sentAt + 1000 });
      expect(after.listings).toMatchObject([{ ...common, status: "live" }]);
      const [listing] = after.listings;
      expect(listing?.changedAt).toBeGreaterThan(sentAt);
      const since = (listing?.changedAt ?? 0) + 1000;
      expect((await harness.session.listListings({ changedSince: since })).listings).toEqual([]);
    });

    it("nobody knows reads as absent, and fails alone in a batch", async () => {
      const harness = await open();
      const { id } = await live(harness);
      expect(await harness.session.readListing("1729000000000000001")).toBeUndefined();
      const [good, bad] = await harness.session.deactivateListings([id, "1729000000000000001"]);
      expect(good).toEqual({ id });
      expect(bad?.error?.code).toBeTruthy();
    });
  });

  describe("stock and prices", () => {
    it("are set as absolute values and read back", async () => {
      const harness = await open();
      const { draft, id, skus } = await live(harness);
      const [first] = skus;
      const channelSkuId = first?.channelSkuId ?? "";
      for (let time = 0; time < 2; time += 1)
        expect(
          await harness.session.setQuantities(id, draft.warehouseId, [
            { channelSkuId, quantity: 3 },
          ]),
        ).toEqual([{ channelSkuId }]);
      const priced = [{ channelSkuId, priceMinor: 1234 }];
      expect(await harness.session.setPrices(id, draft.currency, priced)).toEqual([
        { channelSkuId },
      ]);
      const report = await harness.session.readListing(id);
      expect(report?.skus.find((sku) => sku.channelSkuId === channelSkuId)).toMatchObject({
        quantity: 3,
        priceMinor: 1234,
      });
    });

    it("fail for one SKU and hold for its neighbour", async () => {
      const harness = await open();
      const { draft, id, skus } = await live(harness);
      const changes = [
        { channelSkuId: skus[0]?.channelSkuId ?? "", quantity: 2 },
        { channelSkuId: "1729592000000000001", quantity: 2 },
      ];
      const results = await harness.session.setQuantities(id, draft.warehouseId, changes);
      expect(results.filter(({ error }) => error).map(({ channelSkuId }) => channelSkuId)).toEqual([
        "1729592000000000001",
      ]);
    });

    it("of zero are either taken or answered with a code to act on", async () => {
      const harness = await open();
      const { draft, id, skus } = await live(harness);
      const channelSkuId = skus[0]?.channelSkuId ?? "";
      const [result] = await harness.session.setQuantities(id, draft.warehouseId, [
        { channelSkuId, quantity: 0 },
      ]);
      if (result?.error) expect(result.error.code).toMatch(/\.quantity_refused$/);
      else expect((await harness.session.readListing(id))?.skus[0]?.quantity).toBe(0);
    });
  });
}
