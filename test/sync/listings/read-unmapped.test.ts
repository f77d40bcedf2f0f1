import { expect, it } from "vitest";
import type { FoundListing } from "../../../src/domain/listings/mapping-proposal";
import { readUnmapped } from "../../../src/sync/listings/read-unmapped";
import { failureOf } from "../../support/failure-of";
import { openSeller, openSimulatedShops } from "../../support/simulated-shops";

async function open(mapped: readonly string[] = []) {
  const shops = await openSimulatedShops();
  const saved: FoundListing[] = [];
  const deps = {
    channel: openSeller(shops),
    keys: {
      findByKeys: async () => [
        {
          productId: "9",
          name: "Fox",
          isListed: false,
          variants: [
            { id: "22", sku: "FOX-WHITE" },
            { id: "23", sku: "FOX-BLACK" },
          ],
        },
      ],
    },
    unmapped: {
      mappedAmong: async (ids: readonly string[]) =>
        new Set(ids.filter((id) => mapped.includes(id))),
      save: async (found: readonly FoundListing[]) => void saved.push(...found),
    },
    now: () => 5,
  };
  return { ...shops, saved, deps };
}

it("a listing is read by its pasted id, with what it seems to be", async () => {
  const { deps, saved, white } = await open();
  await readUnmapped(deps, white.channelProductId);
  expect(saved).toMatchObject([
    { channelProductId: white.channelProductId, productId: "9", confidence: "sure" },
  ]);
  expect(saved[0]?.skus.map(({ sellerSku, quantity }) => [sellerSku, quantity])).toEqual([
    ["FOX-WHITE", 10],
    ["FOX-BLACK", 10],
  ]);
});

it("one that is not there, or stands for a product, is refused in words", async () => {
  const { deps, saved, white } = await open();
  expect(await failureOf(readUnmapped(deps, "1729382561866665999"))).toMatchObject({
    remedy: "merchant",
    code: "mapping.listing_gone",
  });
  const taken = await open([white.channelProductId]);
  expect(await failureOf(readUnmapped(taken.deps, white.channelProductId))).toMatchObject({
    code: "mapping.listing_taken",
  });
  expect(saved).toEqual([]);
});
