// Times, pictures, names and reasons the fixtures share.
export const now = Date.now();
export const minute = 60_000;
export const hour = 60 * minute;
export const picture = (hue) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><rect width="44" height="44" fill="hsl(${hue} 45% 82%)"/><path d="M12 14l6-3 4 3 4-3 6 3-3 6-2-1v15H17V19l-2 1z" fill="hsl(${hue} 40% 45%)"/></svg>`)}`;

export const names = [
  "Hummingbird printed t-shirt",
  "Hummingbird printed sweater",
  "The best is yet to come framed poster",
  "Mug The adventure begins",
  "Mountain fox cushion, organic cotton, 45 × 45 cm with a hidden zip",
  "Brown bear notebook",
  "Wool throw",
];
/** What the check of a product found, by its badge. */
export const missingOf = (state, hasCategory) => [
  ...(hasCategory ? [] : [{ code: "listing.category_missing", facts: {} }]),
  ...(state === "sync_failed"
    ? [
        { code: "listing.attribute_missing", facts: { names: ["Material", "Care instructions"] } },
        { code: "listing.package_weight_missing", facts: {} },
      ]
    : []),
];
export const reasonsOf = (state) =>
  state === "update_failed"
    ? [{ code: "tiktok.image", facts: { vendorMessage: "the picture is too small" } }]
    : [];

export const corrections = [
  { variantId: "1", what: "price", shown: 1990, set: 2390, cause: "seller_edit", at: now - hour },
];
export const deletedVariants = [
  {
    channelSkuId: "1729410987654399",
    sku: "demo_1-XL",
    options: [{ name: "Size", value: "XL" }],
    published: 0,
    done: "off_sale",
  },
];
