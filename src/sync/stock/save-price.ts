import { SyncError } from "../../domain/errors/sync-error";
import type { DetailsPatch } from "../../domain/listings/listing-details";
import type { OwnPrice } from "../../domain/stock/price-rule";
import type { LedgerApi } from "../ledger-api";

export interface SavePriceDeps {
  products: {
    find(productId: string): Promise<object | undefined>;
    patchDetails(productId: string, patch: DetailsPatch): Promise<boolean>;
  };
  ledger: Pick<LedgerApi, "changeProductRule">;
}

/**
 * Keeps what one product costs on the channel: in the ledger, which decides and sends it at once, then among
 * the product's details, by which pushes and checks are planned. A repeat does the same once more.
 * SyncError merchant `product.not_found`.
 */
export async function savePrice(
  { products, ledger }: SavePriceDeps,
  productId: string,
  own: OwnPrice | null,
): Promise<void> {
  const missing = new SyncError("merchant", "product.not_found", { productId });
  if (!(await products.find(productId))) throw missing;
  await ledger.changeProductRule(productId, { price: own });
  if (!(await products.patchDetails(productId, { price: own }))) throw missing;
}
