/**
 * Which product a listing of the seller's is. Pure. A wrong answer would sell one thing and send another,
 * so "sure" needs each SKU to be one variant of one product and of no other.
 */
import { matchKey } from "./match-key";
import type { ListedSku, MappedPair, MappingProposal, UnmappedListing } from "./mapping-proposal";

/** A product that may be the one. */
export interface MappableProduct {
  productId: string;
  name: string;
  /** It has a listing already, so it is no answer, but its SKUs count as taken. */
  isListed: boolean;
  variants: readonly { id: string; sku: string; barcode?: string }[];
}

type Mappable = Pick<UnmappedListing, "title"> & { skus: readonly ListedSku[] };

/** Undefined: none of the products fits, or several do equally. */
export function proposeMapping(
  listing: Mappable,
  products: readonly MappableProduct[],
): MappingProposal | undefined {
  const touched = products
    .map((product) => ({ product, ...pairUp(listing.skus, product) }))
    .filter(({ isTouched }) => isTouched)
    .toSorted((a, b) => b.pairs.length - a.pairs.length);
  const [best, second] = touched;
  if (!best) return byTitle(listing, products);
  const isTie = second !== undefined && second.pairs.length === best.pairs.length;
  if (best.product.isListed || isTie || best.pairs.length === 0) return undefined;
  const isWhole = best.pairs.length === listing.skus.length;
  return {
    productId: best.product.productId,
    confidence: isWhole && !second && !best.isDoubtful ? "sure" : "likely",
    matchedBy: best.isBySku ? "sku" : "barcode",
    pairs: best.pairs,
  };
}

interface Pairing {
  pairs: MappedPair[];
  /** It has a code of the listing, whether or not that makes a pair. */
  isTouched: boolean;
  /** All of them by their SKU. */
  isBySku: boolean;
  /** A code stood for several variants, or SKU and barcode said different things. */
  isDoubtful: boolean;
}

function pairUp(skus: readonly ListedSku[], { variants }: MappableProduct): Pairing {
  let isTouched = false;
  let isBySku = true;
  let isDoubtful = false;
  const pairs = skus.flatMap((sku): MappedPair[] => {
    const bySku = variants.filter((one) => isSame("sku", one.sku, sku.sellerSku));
    const byBarcode = variants.filter((one) => isSame("barcode", one.barcode, sku.barcode));
    const [variant] = bySku.length > 0 ? bySku : byBarcode;
    if (!variant) return [];
    isTouched = true;
    const isOne = bySku.length === 1 || (bySku.length === 0 && byBarcode.length === 1);
    const agrees = byBarcode.length === 0 || byBarcode.includes(variant);
    isDoubtful ||= !isOne || !agrees;
    isBySku &&= bySku.length > 0;
    return isOne ? [{ channelSkuId: sku.channelSkuId, variantId: variant.id }] : [];
  });
  const once = pairs.filter(
    ({ variantId }) => pairs.filter((other) => other.variantId === variantId).length === 1,
  );
  return { pairs: once, isTouched, isBySku, isDoubtful: isDoubtful || once.length < pairs.length };
}

/** Names alone are never sure. Pairs only where both have one of what is sold. */
function byTitle(
  { title, skus }: Mappable,
  products: readonly MappableProduct[],
): MappingProposal | undefined {
  const [product, ...others] = products.filter(({ name }) => isSame("name", name, title));
  if (!product || others.length > 0 || product.isListed) return undefined;
  const [sku, ...moreSkus] = skus;
  const [variant, ...moreVariants] = product.variants;
  const isOneEach = moreSkus.length === 0 && moreVariants.length === 0;
  const pairs =
    sku && variant && isOneEach ? [{ channelSkuId: sku.channelSkuId, variantId: variant.id }] : [];
  return { productId: product.productId, confidence: "likely", matchedBy: "title", pairs };
}

function isSame(
  kind: "sku" | "barcode" | "name",
  a: string | undefined,
  b: string | undefined,
): boolean {
  const key = matchKey(kind, a ?? "");
  return key !== null && key === matchKey(kind, b ?? "");
}
