/** One page of a search: what it proposes, reads and bears. */
import { describe, expect, it } from "vitest";
import { matchKey } from "../../../src/domain/listings/match-key";
import type { FoundListing } from "../../../src/domain/listings/mapping-proposal";
import type { MappableProduct } from "../../../src/domain/listings/propose-mapping";
import { SyncError } from "../../../src/domain/errors/sync-error";
import type { ListingContent, ListingOffers } from "../../../src/platforms/channel-content";
import { findUnmappedStep } from "../../../src/sync/listings/find-unmapped";

const listing = (id: string, title: string, sellerSku: string): ListingOffers => ({
  channelProductId: id,
  title,
  status: "live",
  skus: [{ channelSkuId: `${id}-sku`, sellerSku, stock: [] }],
});
const product = (productId: string, sku: string, barcode?: string): MappableProduct => ({
  productId,
  name: `Product ${productId}`,
  isListed: false,
  variants: [{ id: "0", sku, ...(barcode ? { barcode } : {}) }],
});

/** A search of one page; `barcodes`: of listings, by id; an error is what reading one throws. */
function search(
  listings: readonly ListingOffers[],
  products: readonly MappableProduct[],
  barcodes: Readonly<Record<string, string | SyncError>> = {},
) {
  const saved: FoundListing[] = [];
  const read: string[] = [];
  const step = findUnmappedStep(
    {
      channel: {
        readOffers: async () => ({ listings }),
        async readContent(id) {
          read.push(id);
          const code = barcodes[id];
          if (code instanceof SyncError) throw code;
          const skus = code ? [{ channelSkuId: `${id}-sku`, barcode: code }] : [];
          return { skus } as unknown as ListingContent;
        },
      },
      unmapped: {
        mappedAmong: async () => new Set(["mapped"]),
        save: async (found) => void saved.push(...found),
        endSearch: async () => {},
      },
      keys: {
        async findByKeys(keys) {
          const has = (key: string | null) => key !== null && keys.includes(key);
          return products.filter(({ name, variants }) =>
            [
              matchKey("name", name),
              ...variants.flatMap(({ sku, barcode = "" }) => [
                matchKey("sku", sku),
                matchKey("barcode", barcode),
              ]),
            ].some(has),
          );
        },
      },
    },
    1,
    { cursor: null, counts: {} },
  );
  return step.then(({ counts, isDone }) => ({
    counts,
    isDone,
    read,
    found: saved.map(({ channelProductId, confidence, productId }) => [
      channelProductId,
      confidence,
      productId,
    ]),
  }));
}

describe("a page of a search", () => {
  it("reads only what SKUs did not decide, and leaves out what stands for a product", async () => {
    const answer = await search(
      [listing("a", "A", "one"), listing("b", "B", ""), listing("mapped", "C", "two")],
      [product("1", "ONE"), product("2", "two"), product("3", "", "4006381333931")],
      { b: "4006381333931" },
    );
    expect(answer).toEqual({
      counts: { found: 2, suggested: 2 },
      isDone: true,
      read: ["b"],
      found: [
        ["a", "sure", "1"],
        ["b", "sure", "3"],
      ],
    });
  });

  it("goes on where one listing cannot be read, and tries again where the shop cannot", async () => {
    const listings = [listing("a", "A", "?"), listing("b", "Product 1", "?")];
    const odd = new SyncError("defect", "tiktok.unexpected_shape", {});
    const { found } = await search(listings, [product("1", "x")], { a: odd });
    expect(found).toEqual([
      ["a", "none", null],
      ["b", "likely", "1"],
    ]);
    const down = new SyncError("retry", "tiktok.unavailable", {});
    await expect(search(listings, [], { a: down })).rejects.toBe(down);
  });

  it("lets no product of another listing of the page make one ambiguous", async () => {
    const listings = [listing("a", "A", "one"), listing("b", "B", "two")];
    const { found } = await search(listings, [product("1", "one"), product("2", "two")]);
    expect(found).toEqual([
      ["a", "sure", "1"],
      ["b", "sure", "2"],
    ]);
  });
});
