/**
 * Stores products as the source shows them and tells the ledger their stock and prices. An
 * unchanged product costs no write. It does not know where the products came from.
 */
import { productText } from "../../domain/canonical-text";
import { toProductRecord, type ProductRecord } from "../../domain/catalogue/product-record";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import { sha256 } from "../../lib/sha256";

export interface SeenVariant {
  productId: string;
  variantId: string;
  quantity: number;
  priceMinor: number;
}

export interface ObserveProductsDeps {
  readHashes(
    ids: readonly string[],
  ): Promise<Map<string, { contentHash: string; isDeleted: boolean }>>;
  /** `observedAt` is when the source was asked. */
  saveProducts(records: readonly ProductRecord[], observedAt: number): Promise<void>;
  /** Tells the ledger the same moment's counts and prices. */
  observe(seen: readonly SeenVariant[], observedAt: number): Promise<void>;
}

export interface ObservedProducts {
  created: string[];
  updated: string[];
  unchanged: string[];
  /** Products of which a variant has no SKU. */
  withoutSku: SourceProduct[];
}

export async function observeProducts(
  deps: ObserveProductsDeps,
  products: readonly SourceProduct[],
  observedAt: number,
): Promise<ObservedProducts> {
  const hashes = await deps.readHashes(products.map((product) => product.id));
  const answer: ObservedProducts = { created: [], updated: [], unchanged: [], withoutSku: [] };
  const changed: ProductRecord[] = [];
  for (const product of products) {
    const record = toProductRecord(product, await sha256(productText(product)));
    const known = hashes.get(product.id);
    const isSame = known?.contentHash === record.contentHash && !known.isDeleted;
    if (!isSame) changed.push(record);
    answer[isSame ? "unchanged" : known ? "updated" : "created"].push(product.id);
    if (product.variants.some((variant) => variant.sku.trim() === ""))
      answer.withoutSku.push(product);
  }
  if (changed.length > 0) await deps.saveProducts(changed, observedAt);
  if (products.length > 0) await deps.observe(seenVariants(products), observedAt);
  return answer;
}

export function seenVariants(products: readonly SourceProduct[]): SeenVariant[] {
  return products.flatMap((product) =>
    product.variants.map((variant) => ({
      productId: product.id,
      variantId: variant.id,
      quantity: variant.quantity,
      priceMinor: variant.priceMinor,
    })),
  );
}
