/** How a listing stands to what Weft wants of it. */
export const listingDifferences = {
  "differences.pending": "Changes pending",
  "differences.pendingText": ({ fields }: { fields: string }) =>
    `Not on TikTok Shop yet: ${fields}. They go with the next push.`,
  "differences.edited": "Changed in Seller Center",
  "differences.editedText": ({ fields }: { fields: string }) =>
    `TikTok Shop shows something else than Weft sent: ${fields}. It stays so until the same field changes in Weft or in your store: the push after that sends it. What is to stay for good is left to TikTok Shop under Sync rules of this product.`,
};
