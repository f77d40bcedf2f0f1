import { SyncError } from "../../../domain/errors/sync-error";
import { variantKey } from "../../../domain/catalogue/source-product";
import type { DraftLine } from "../../../domain/orders/order-draft";
import { chunks } from "../chunks";
import { text } from "../json";
import { listAll } from "../list-all";
import type { StoreClient } from "../request";

/**
 * Lines of combinations that the store does not have, as "9:22", or "9" for the whole product: it would make
 * the order all the same, of an item that nobody can pack. A line without a combination does not fit a
 * product that has some. One request per 100 products.
 */
export async function missingVariants(
  client: StoreClient,
  lines: readonly DraftLine[],
): Promise<readonly string[]> {
  const ids = [...new Set(lines.map(({ productId }) => productId))];
  const reads = chunks(ids).map((part) => {
    const own = { display: "[id,id_product]", "filter[id_product]": `[${part.join("|")}]` };
    return listAll(client, "combinations", own);
  });
  const rows = (await Promise.all(reads)).flat();
  const varied = new Set(rows.map((row) => text(row, "id_product")));
  const known = new Set(rows.map((row) => variantKey(text(row, "id_product"), text(row, "id"))));
  const missing = lines.filter(({ productId, variantId }) =>
    variantId === "0" ? varied.has(productId) : !known.has(variantKey(productId, variantId)),
  );
  return missing.map(({ productId, variantId }) =>
    variantId === "0" ? productId : variantKey(productId, variantId),
  );
}

/**
 * Throws SyncError("merchant", "prestashop.product_missing") where goods are missing: "9" or "9:22", and
 * where all of a product is, none of its variants.
 */
export function refuseMissing(missing: readonly string[]): void {
  if (missing.length === 0) return;
  const isVariantOf = (one: string, id: string) => one.startsWith(variantKey(id, ""));
  const named = missing.filter((one) => !missing.some((id) => isVariantOf(one, id)));
  const facts = { productIds: [...new Set(named)] };
  throw new SyncError("merchant", "prestashop.product_missing", facts);
}
