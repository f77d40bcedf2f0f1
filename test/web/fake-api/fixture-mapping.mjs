// Listings that a seller made by hand, in every state the page Map products draws.
import { names, picture } from "./fixture-parts.mjs";

const skuOf = (index, part, extra = {}) => ({
  channelSkuId: `1729410987654${index}${part}`,
  sellerSku: `demo_${index}-${"SML"[part] ?? part}`,
  barcode: null,
  priceMinor: 1990 + index * 100,
  currency: "GBP",
  quantity: 4 + part,
  ...extra,
});

/** `paired`: so many of its SKUs stand for a variant of the product. */
const listingOf = (index, { skus = 3, paired = skus, confidence, matchedBy, isHidden = false }) => {
  const hasProduct = confidence !== "none";
  return {
    channelProductId: `172941098765${43000 + index}`,
    channelProductUrl: "https://seller.example/product",
    title: names[index % names.length],
    status: ["live", "in_review", "paused", "blocked"][index % 4],
    skus: Array.from({ length: skus }, (_, part) => skuOf(index, part)),
    confidence,
    matchedBy: hasProduct ? matchedBy : null,
    isHidden,
    product: hasProduct
      ? {
          id: String(index + 1),
          name: names[index % names.length],
          imageUrl: index % 4 === 3 ? null : picture(index * 47),
        }
      : null,
    pairs: Array.from({ length: hasProduct ? paired : 0 }, (_, part) => ({
      channelSkuId: skuOf(index, part).channelSkuId,
      variantId: String(part),
    })),
  };
};

const rows = [
  listingOf(0, { confidence: "sure", matchedBy: "sku" }),
  listingOf(1, { confidence: "sure", matchedBy: "barcode" }),
  listingOf(2, { confidence: "sure", matchedBy: "person", paired: 2 }),
  listingOf(3, { skus: 1, confidence: "sure", matchedBy: "sku" }),
  listingOf(4, { confidence: "likely", matchedBy: "sku", paired: 2 }),
  listingOf(5, { confidence: "likely", matchedBy: "title", paired: 0 }),
  listingOf(6, { confidence: "none" }),
  listingOf(8, { confidence: "none", skus: 1 }),
  listingOf(9, { confidence: "none", isHidden: true }),
];
const tabOf = (row) => (row.isHidden ? "hidden" : row.confidence);
const tabs = ["sure", "likely", "none", "hidden"];
const countsOf = (found) =>
  Object.fromEntries(tabs.map((tab) => [tab, found.filter((row) => tabOf(row) === tab).length]));

/** The routes below `unmapped-listings`. */
export function answerOfMapping(isEmpty, key, method, url) {
  const found = isEmpty ? [] : rows;
  if (key === "find") return { taskId: "t1" };
  if (key === "map") return { taskId: "t1", count: 4 };
  if (key === "hide") return { counts: countsOf(found) };
  if (method === "PUT" || key === "read") return rows[4];
  const search = url.searchParams.get("search");
  const tab = url.searchParams.get("tab") ?? "sure";
  return {
    rows: found.filter((row) => (search ? row.title.includes(search) : tabOf(row) === tab)),
    next: null,
    counts: countsOf(found),
    searchedAt: isEmpty ? null : 1_790_000_000_000,
  };
}
