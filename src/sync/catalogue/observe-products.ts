/**
 * Stores products as the source shows them and reports their stock and prices to the ledger. An
 * unchanged product costs no write. It does not know where the products came from.
 */
import { productText } from "../../domain/canonical-text";
import { toProductRecord, type ProductRecord } from "../../domain/catalogue/product-record";
import {
  pulledChange,
  type KnownProduct,
  type PulledChange,
} from "../../domain/catalogue/pulled-product";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import { sha256 } from "../../lib/sha256";
import type { LedgerApi } from "../ledger-api";
import { linkAnew, type LinkAnewDeps } from "./link-anew";

export interface SeenVariant {
  productId: string;
  variantId: string;
  quantity: number;
  priceMinor: number;
  /** Before discounts; absent: there is none. */
  listPriceMinor?: number;
  /** False: the store does not sell it, whatever it counts. */
  isOffered: boolean;
}

/** What is kept of a product, to tell whether it changed. */
interface StoredState extends KnownProduct {
  contentHash: string;
  isDeleted: boolean;
}

export interface StoreProductsDeps extends LinkAnewDeps {
  products: {
    readKnown(ids: readonly string[]): Promise<Map<string, StoredState>>;
    /** `observedAt`: when the source was asked, epoch ms. */
    upsert(records: readonly ProductRecord[], observedAt: number): Promise<void>;
  };
  /**
   * Is given what was found before it is stored: a repeat after a crash in between finds the same
   * changes once more, and not nothing.
   */
  beforeStore?(found: ObservedProducts): Promise<void>;
}

export interface ObserveProductsDeps extends StoreProductsDeps {
  ledger: Pick<LedgerApi, "observe" | "relinkOffers">;
}

export interface ObservedProducts {
  created: string[];
  updated: string[];
  unchanged: string[];
  /** Of the created and the updated ones. */
  changes: PulledChange[];
  /** Products of which a variant has no SKU. */
  withoutSku: SourceProduct[];
}

/** Stores what changed and reports every count and price; `observedAt` as in `upsert`. */
export async function observeProducts(
  deps: ObserveProductsDeps,
  products: readonly SourceProduct[],
  observedAt: number,
): Promise<ObservedProducts> {
  const observed = await storeProducts(deps, products, observedAt);
  if (products.length > 0) await deps.ledger.observe(seenVariants(products), observedAt);
  return observed;
}

/** Stores what changed, without a report to the ledger. */
export async function storeProducts(
  { products: repository, beforeStore, ...anew }: StoreProductsDeps,
  products: readonly SourceProduct[],
  observedAt: number,
): Promise<ObservedProducts> {
  const stored = await repository.readKnown(products.map((product) => product.id));
  const answer = nothingFound();
  const changed: ProductRecord[] = [];
  for (const product of products) {
    const record = toProductRecord(product, await sha256(productText(product)));
    const known = stored.get(product.id);
    const isSame = known?.contentHash === record.contentHash && !known.isDeleted;
    answer[isSame ? "unchanged" : known ? "updated" : "created"].push(product.id);
    if (!isSame) {
      changed.push(record);
      answer.changes.push(pulledChange(record, known));
    }
    if (product.variants.some((variant) => variant.sku.trim() === ""))
      answer.withoutSku.push(product);
  }
  await beforeStore?.(answer);
  const renewed = changed.filter(({ productId }) => stored.has(productId));
  await linkAnew(
    anew,
    renewed.map(({ body }) => body),
  );
  if (changed.length > 0) await repository.upsert(changed, observedAt);
  return answer;
}

const nothingFound = (): ObservedProducts => ({
  created: [],
  updated: [],
  unchanged: [],
  changes: [],
  withoutSku: [],
});

export function seenVariants(products: readonly SourceProduct[]): SeenVariant[] {
  return products.flatMap((product) =>
    product.variants.map((variant) => ({
      productId: product.id,
      variantId: variant.id,
      quantity: variant.quantity,
      priceMinor: variant.priceMinor,
      ...(variant.listPriceMinor > variant.priceMinor
        ? { listPriceMinor: variant.listPriceMinor }
        : {}),
      isOffered: product.isActive,
    })),
  );
}
