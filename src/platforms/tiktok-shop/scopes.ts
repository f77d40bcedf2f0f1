/** What Weft's calls need of a seller's grant: every scope of the app, and no other. */
export const NEEDED_SCOPES = [
  "seller.authorization.info",
  "seller.product.basic",
  "seller.product.write",
  "seller.order.info",
  "seller.fulfillment.basic",
  "seller.logistics",
  "seller.return_refund.basic",
] as const;
