/** What a reading of the channel corrected, as it is kept and shown. */
import type { Correction } from "./offer-drift";

/** Who moved the number, as far as the ledger can tell: orders of the SKU that ended lately, else the seller. */
export type CorrectionCause = "seller_edit" | "returned" | "cancelled";

export interface CorrectionNote {
  productId: string;
  variantId: string;
  what: Correction["what"];
  /** What the channel showed: units, or minor units of the price. */
  shown: number;
  /** What Weft sent in its place; null where that was not kept. */
  set: number | null;
  cause: CorrectionCause;
  /** Epoch ms. */
  at: number;
}

const KINDS: Readonly<Record<string, CorrectionCause>> = {
  "": "seller_edit",
  ".returned": "returned",
  ".cancelled": "cancelled",
};

/** The cause of a history entry; stored, so it never changes. */
export function entryCause(what: Correction["what"], cause: CorrectionCause): string {
  return `corrected_${what}${cause === "seller_edit" ? "" : `.${cause}`}`;
}

/** Undefined for entries of other causes. */
export function readEntryCause(entry: string): Pick<CorrectionNote, "what" | "cause"> | undefined {
  const [, what, suffix = ""] = /^corrected_(quantity|price)(\..+)?$/.exec(entry) ?? [];
  const cause = KINDS[suffix];
  if (cause === undefined || (what !== "quantity" && what !== "price")) return undefined;
  return { what, cause };
}
