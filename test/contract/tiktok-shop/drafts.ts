import type { ListingDraft } from "../../../src/platforms/channel-listing";

/** A draft of one SKU that was never sent. */
export const draft = (more: Partial<ListingDraft> = {}): ListingDraft => ({
  title: "Mug The adventure begins",
  descriptionHtml: "<p>A mug.</p>",
  categoryId: "600001",
  imageUris: ["tos/1", "tos/2"],
  attributes: [{ id: "100", values: [{ id: "1001" }] }],
  package: { weightGrams: 400, lengthMm: 121, widthMm: 100, heightMm: 95 },
  currency: "GBP",
  skus: [
    {
      externalId: "6:1",
      sellerSku: "MUG-BLUE",
      barcode: "5901234123457",
      options: [
        { name: "Colour", value: "Blue", imageUri: "tos/blue" },
        { name: "Size", value: "M", imageUri: "tos/m" },
      ],
      priceMinor: 1190,
      quantity: 5,
    },
  ],
  warehouseId: "7068517275539719942",
  externalId: "6",
  idempotencyKey: "k1",
  ...more,
});

/** The answer to it. */
export const sentListing = {
  product_id: "1729382561353664373",
  skus: [{ id: "1729592969712207013", seller_sku: "MUG-BLUE", external_sku_id: "6:1" }],
  warnings: [{ message: "short title" }],
};
