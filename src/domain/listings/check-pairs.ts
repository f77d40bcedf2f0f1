import type { Reason } from "../errors/reason";
import type { MappedPair } from "./mapping-proposal";

interface Sides {
  /** The SKUs that the listing has. */
  channelSkuIds: readonly string[];
  /** The variants that the product has. */
  variantIds: readonly string[];
}

/** Why pairs cannot be mapped; undefined: they can. A SKU is one variant, and a variant one SKU. */
export function checkPairs(
  pairs: readonly MappedPair[],
  { channelSkuIds, variantIds }: Sides,
): Reason | undefined {
  const skus = pairs.map(({ channelSkuId }) => channelSkuId);
  const variants = pairs.map(({ variantId }) => variantId);
  if (pairs.length === 0) return { code: "mapping.no_pairs", facts: {} };
  if (new Set(skus).size < skus.length || new Set(variants).size < variants.length)
    return { code: "mapping.paired_twice", facts: {} };
  const isKnown =
    skus.every((id) => channelSkuIds.includes(id)) &&
    variants.every((id) => variantIds.includes(id));
  return isKnown ? undefined : { code: "mapping.pairs_outdated", facts: {} };
}
