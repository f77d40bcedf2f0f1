/** What is said of one product beside its row: why it is not on sale, and its variants. */
export const productStatus = {
  "products.stopsPush": "What stops a push",
  "products.answered": "What the last push and TikTok Shop said",
  "products.check.openText":
    "Not checked yet. Weft does that once it has read what TikTok Shop asks for in the category.",
  "products.check.outdatedText": "Something changed. Weft is checking the product again.",
  "products.noReasons": "Nothing is wrong with this product.",
  "products.notPushed": "Never pushed. Push it to list it on TikTok Shop.",
  "products.inReview": "TikTok Shop is reviewing it. That takes from minutes to two days.",
  "product.variants": "Variants",
  "product.variant": "Variant",
  "product.sku": "SKU",
  "product.published": "Published",
  "product.notPublished": "–",
  "product.channelSku": "TikTok SKU ID",
};
