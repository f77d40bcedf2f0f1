import { madeAnew, type SoldAs, type SoldOffer } from "../../domain/listings/made-anew";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { LedgerApi } from "../ledger-api";

export interface LinkAnewDeps {
  sold: {
    /** SKUs of the products, with what they were sold as. */
    list(productIds: readonly string[]): Promise<(SoldOffer & { productId: string })[]>;
    relink(links: readonly Relinked[]): Promise<void>;
  };
  ledger: Pick<LedgerApi, "relinkOffers">;
}

/** A SKU, the variant it stands for from now on, and what the store says of that. */
export interface Relinked {
  channelSkuId: string;
  productId: string;
  variantId: string;
  soldAs: SoldAs;
}

/**
 * Lets the SKUs of deleted variants stand for those that were made anew in their place, where that is
 * sure. Call it before the products are stored: a repeat after a crash finds the same.
 */
export async function linkAnew(
  { sold, ledger }: LinkAnewDeps,
  products: readonly SourceProduct[],
): Promise<void> {
  if (products.length === 0) return;
  const offers = await sold.list(products.map(({ id }) => id));
  const links = products.flatMap((product) => {
    const own = offers.filter(({ productId }) => productId === product.id);
    return [...madeAnew(own, product)].flatMap(([channelSkuId, variantId]): Relinked[] => {
      const variant = product.variants.find(({ id }) => id === variantId);
      return variant
        ? [{ channelSkuId, productId: product.id, variantId, soldAs: soldAs(variant) }]
        : [];
    });
  });
  if (links.length === 0) return;
  await ledger.relinkOffers(links.map(({ soldAs: _kept, ...link }) => link));
  await sold.relink(links);
}

/** What is kept of a variant with its SKU. */
export function soldAs({ sku, options }: SourceProduct["variants"][number]): SoldAs {
  return { sku: sku.trim(), options: options.map(({ name, value }) => ({ name, value })) };
}
