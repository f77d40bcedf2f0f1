import { expect, it } from "vitest";
import type { UnmappedListing } from "../../../src/contract/mapping";
import { PairingModel } from "../../../web/mapping/pairing";
import { aProductDetail, aVariant } from "../support/product-detail";
import { aProductRow } from "../support/product-row";

const sku = (sellerSku: string, barcode: string | null = null) => ({
  channelSkuId: `id-${sellerSku}`,
  sellerSku,
  barcode,
  priceMinor: 990,
  currency: "GBP",
  quantity: 1,
});
const listing: UnmappedListing = {
  channelProductId: "1729",
  channelProductUrl: null,
  title: "Mug",
  status: "live",
  skus: [sku("MUG-S"), sku("old", "5012345678900"), sku("third")],
  confidence: "none",
  matchedBy: null,
  isHidden: false,
  product: null,
  pairs: [],
};
const product = aProductDetail({
  name: "Mug",
  variants: [aVariant("1", "mug-s"), aVariant("2", "new", "5012345678900"), aVariant("3", "other")],
});
const rows = [
  aProductRow({ id: "7", name: "Mug" }),
  aProductRow({ id: "8", name: "Mug", channelProductId: "1800" }),
  aProductRow({ id: "9", name: "Mug", isDeleted: true }),
];
const open = (of: UnmappedListing = listing, wanted = "") =>
  new PairingModel(
    {
      wantedId: { value: wanted },
      findProducts: async () => ({
        ok: true,
        value: {
          rows,
          next: null,
          isMore: false,
          counts: { all: 3, synced: 1, not_synced: 2, sync_failed: 0, update_failed: 0 },
        },
      }),
      readProduct: async () => ({ ok: true, value: product }),
    },
    of,
  );

it("offers products that the store still has and that have no listing", async () => {
  const pairing = open();
  await pairing.type("mug");
  expect(pairing.names.value).toEqual(["Mug (7)"]);
});

it("pairs the SKUs of a chosen product by SKU and barcode, and leaves the others to the person", async () => {
  const pairing = open();
  await pairing.type("mug");
  await pairing.pick("Mug (7)");
  expect(pairing.pairs.value).toEqual([
    { channelSkuId: "id-MUG-S", variantId: "1" },
    { channelSkuId: "id-old", variantId: "2" },
  ]);
  expect(pairing.canSave.value).toBe(true);
  pairing.set("id-third", "3");
  expect(pairing.pairs.value).toHaveLength(3);
});

it("saves neither two SKUs of one variant nor a product without any", async () => {
  const pairing = open();
  expect(pairing.canSave.value).toBe(false);
  await pairing.type("mug");
  await pairing.pick("Mug (7)");
  pairing.set("id-third", "1");
  expect(pairing.isTwice.value).toBe(true);
  expect(pairing.canSave.value).toBe(false);
  for (const { channelSkuId } of listing.skus) pairing.set(channelSkuId, "");
  expect(pairing.isTwice.value).toBe(false);
  expect(pairing.canSave.value).toBe(false);
});

it("begins with what is proposed", async () => {
  const pairs = [{ channelSkuId: "id-MUG-S", variantId: "1" }];
  const pairing = open({ ...listing, product: { id: "7", name: "Mug", imageUrl: null }, pairs });
  await pairing.detail.reload();
  expect(pairing.pairs.value).toEqual(pairs);
  expect(pairing.canSave.value).toBe(true);
});

it("begins with the product that was asked for, and proposes its pairs", async () => {
  const pairing = open({ ...listing, product: { id: "5", name: "Cup", imageUrl: null } }, "7");
  expect(pairing.productId.value).toBe("7");
  expect(pairing.pairs.value).toEqual([]);
  await pairing.read();
  expect(pairing.pairs.value.length).toBeGreaterThan(0);
});
