import { describe, expect, it } from "vitest";
import { live, type ChannelHarness } from "./channel-harness";

const UNKNOWN_ID = "1729000000000000001";

/** What reading stock and prices back in bulk does on every channel. */
export function offersContract(open: () => Promise<ChannelHarness>): void {
  describe("offers read back", () => {
    it("by listing tell what can be bought and what orders hold", async () => {
      const harness = await open();
      const { draft, id, skus } = await live(harness);
      const [sku] = draft.skus;
      await harness.placeOrder(sku?.sellerSku ?? "", 2, "paid");
      const { listings } = await harness.session.readOffers([id, UNKNOWN_ID]);
      expect(listings.map(({ channelProductId }) => channelProductId)).toEqual([id]);
      const channelSkuId = skus.find(({ externalId }) => externalId === sku?.externalId);
      expect(
        listings[0]?.skus.find((read) => read.channelSkuId === channelSkuId?.channelSkuId)?.stock,
      ).toEqual([
        { warehouseId: draft.warehouseId, available: (sku?.quantity ?? 0) - 2, committed: 2 },
      ]);
    });

    it("of the whole shop tell prices too and end", async () => {
      const harness = await open();
      const { draft, id } = await live(harness);
      const found = [];
      let cursor: string | undefined;
      for (let pages = 0; pages < 20; pages += 1) {
        const page = await harness.session.readOffers(cursor === undefined ? {} : { cursor });
        found.push(...page.listings);
        cursor = page.next;
        if (cursor === undefined) break;
      }
      expect(cursor).toBeUndefined();
      expect(found).toMatchObject([{ channelProductId: id, title: draft.title, status: "live" }]);
      expect(
        found[0]?.skus.map(({ price, stock }) => [price, stock[0]?.available]).toSorted(),
      ).toEqual(
        draft.skus
          .map((sku) => [{ minor: sku.priceMinor, currency: draft.currency }, sku.quantity])
          .toSorted(),
      );
    });
  });
}
