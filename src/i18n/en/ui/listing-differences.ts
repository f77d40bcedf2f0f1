/** How a listing stands to what Weft wants of it. */
export const listingDifferences = {
  "differences.pending": "Changes pending",
  "differences.pendingText": ({ fields }: { fields: string }) =>
    `Not on TikTok Shop yet: ${fields}. They go with the next push.`,
  "differences.edited": "Changed in Seller Center",
  "differences.editedText": ({ fields }: { fields: string }) =>
    `TikTok Shop shows something else than Weft sent: ${fields}. A push that sends these fields sets them back; what is to stay is left to TikTok Shop under Sync rules of this product.`,
};
