/** What a selection of all products holds. */
export const COUNTED = {
  count: 312,
  hidden: 3,
  stopped: 72,
  unchecked: 6,
  reasons: [
    { code: "listing.category_missing", count: 41 },
    { code: "listing.attribute_missing", count: 29 },
    { code: "listing.image_missing", count: 8 },
  ],
};
