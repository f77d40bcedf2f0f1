/** What is written down of a history while it goes on, for the verdict. */
import type { Row } from "../../simulator/prestashop/data/row";

/** As in `pack_stock_type`: its own number, its parts, the smaller of both. */
export type PackType = "0" | "1" | "2";

/** How things were before the first act of all. */
export interface Baseline {
  /** Orders that the store had before. */
  startOrders: ReadonlySet<string>;
  /** Units that the store had, by "product:combination". */
  startStock: ReadonlyMap<string, number>;
  /** Products that are packs, the deleted ones too. */
  packs: ReadonlySet<string>;
  /** Products that are parts of packs. */
  packParts: ReadonlySet<string>;
}

export interface Notes {
  /** Orders of this history, oldest first. */
  orders: string[];
  /** Units that people moved in the store, by "product:combination". */
  moved: Map<string, number>;
  /** Tracking numbers by order of the store, as the merchant typed them, newest last. */
  tracked: Map<string, string[]>;
  shipped: Set<string>;
  /** What the merchant gave back of an order of the store, by credit slips, in pence. */
  givenBack: Map<string, number>;
  /** Listings that the seller took off sale. */
  offSale: Set<string>;
  /** Products whose stock and price on the channel are left alone, or whose rule nobody is sure of. */
  leftAlone: Set<string>;
  /** What was deleted and may be made again. */
  gone: { resource: "products" | "combinations"; row: Row }[];
  /** What a combination was made again as: "1:4" is now "1:40". */
  remade: Map<string, string>;
}

export const emptyNotes = (): Notes => ({
  orders: [],
  moved: new Map(),
  tracked: new Map(),
  shipped: new Set(),
  givenBack: new Map(),
  offSale: new Set(),
  leftAlone: new Set(),
  gone: [],
  remade: new Map(),
});
