/** What a store tells of products and stock that changed, without their content. */
import type { StockLevel } from "../domain/catalogue/source-product";
import type { Pack } from "../domain/stock/pack";
import type { Transport } from "../domain/connections/source-store";

/** What a store can leave unsaid when it is asked which products changed. */
export type UnseenChange = "variants" | "prices" | "deletions";

/** Products that differ from an earlier read, for whoever reads them again. */
export interface ProductChanges {
  /** All products of the store where `isWhole`. */
  productIds: readonly string[];
  /** Told of earlier, and no longer there; empty in a whole read. */
  goneIds: readonly string[];
  /** Given back to the next read. */
  cursor: string;
  isWhole: boolean;
  /** Kinds of changes that this store does not tell: they need a read of everything. */
  unseen: readonly UnseenChange[];
  /** How the store was reached. */
  transport: Transport;
}

/** Products whose price moves by the clock. */
export interface PriceEdges {
  productIds: readonly string[];
  /** It may be any product: a discount of everything, or too many to name. */
  isAll: boolean;
}

/** Money given back for an order of the store. */
export interface SourceRefund {
  id: string;
  orderId: string;
  /** Tax included, in the order's currency: "12.000000". */
  total: string;
  /** Epoch ms. */
  at: number;
}

export interface SourceRefunds {
  refunds: readonly SourceRefund[];
  /** Given back to the next read; absent: there has been none yet. */
  cursor?: string;
  /** False where more is to be read at once. */
  isComplete: boolean;
}

/** Stock as it differs from an earlier read. */
export interface StockChanges {
  levels: readonly StockLevel[];
  /** Variants told of earlier that no longer exist; empty in a whole read. */
  gone: readonly { productId: string; variantId: string }[];
  /** Given back to the next read; null: the store can only be read whole. */
  cursor: string | null;
  /** True when `levels` is all of the store's stock. */
  isWhole: boolean;
  /** The packs that are counted by their parts, as the store was last asked for them. */
  packs: readonly Pack[];
  /** How the store was reached. */
  transport: Transport;
}
