import { checkPairs } from "../../domain/listings/check-pairs";
import type { MappedPair, UnmappedListing } from "../../domain/listings/mapping-proposal";
import type { StoredProduct } from "../../domain/catalogue/product-record";
import { SyncError } from "../../domain/errors/sync-error";

export interface ChooseProductDeps {
  products: { find(productId: string): Promise<StoredProduct | undefined> };
  unmapped: {
    find(channelProductId: string): Promise<Pick<UnmappedListing, "skus" | "title"> | undefined>;
    choose(
      channelProductId: string,
      choice: { productId: string; pairs: readonly MappedPair[] },
    ): Promise<boolean>;
  };
}

/**
 * A person says which product a listing is. Answers the names of both. Throws SyncError("merchant") with
 * `mapping.listing_gone`, `product.not_found`, `mapping.no_pairs`, `.paired_twice` or `.pairs_outdated`.
 */
export async function chooseProduct(
  { products, unmapped }: ChooseProductDeps,
  channelProductId: string,
  choice: { productId: string; pairs: readonly MappedPair[] },
): Promise<{ listing: string; product: string }> {
  const [listing, product] = await Promise.all([
    unmapped.find(channelProductId),
    products.find(choice.productId),
  ]);
  if (!listing) throw new SyncError("merchant", "mapping.listing_gone");
  if (!product || product.deletedAt !== null) throw new SyncError("merchant", "product.not_found");
  const wrong = checkPairs(choice.pairs, {
    channelSkuIds: listing.skus.map((sku) => sku.channelSkuId),
    variantIds: product.body.variants.map(({ id }) => id),
  });
  if (wrong) throw new SyncError("merchant", wrong.code, wrong.facts);
  if (!(await unmapped.choose(channelProductId, choice)))
    throw new SyncError("merchant", "mapping.listing_gone");
  return { listing: listing.title, product: product.body.name };
}
