/** What a threshold did to a SKU, and undid, as it is kept and shown. */
export type LowStockFlip =
  /** Its product was taken off sale, and put back. */
  | "off_sale"
  | "on_sale"
  /** It was shown with nothing left, and with its real number again. */
  | "emptied"
  | "restored";

export interface LowStockNote {
  productId: string;
  variantId: string;
  what: LowStockFlip;
  /** Units the store counted, and those of them promised to buyers. */
  physical: number;
  reserved: number;
  /** Units that could be sold by what was promised and held back, which the threshold is held to. */
  sellable: number;
  /** Units the channel showed before, and shows since. */
  before: number;
  after: number;
  /** The threshold it fell to or rose above; null: the threshold was lifted. */
  threshold: number | null;
  /** Epoch ms. */
  at: number;
}

/** What the entry of a history keeps beside its counts. */
export type KeptFlip = Pick<LowStockNote, "sellable" | "before" | "after" | "threshold">;

const PREFIX = "low_";
const FLIPS: readonly LowStockFlip[] = ["off_sale", "on_sale", "emptied", "restored"];

/** The cause of a history entry; stored, so it never changes. */
export const flipCause = (what: LowStockFlip): string => PREFIX + what;

/** Undefined for entries of other causes. */
export const readFlipCause = (cause: string): LowStockFlip | undefined =>
  FLIPS.find((what) => flipCause(what) === cause);
