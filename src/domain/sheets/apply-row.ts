/** What becomes of a judged row when it is written later: what is written is what was shown. */
import { canonicalText } from "../canonical-text";
import type { ListingDetails } from "../listings/listing-details";
import { presentOf, type SheetBefore, type SheetPatch } from "./judge-row";

/** A row as it was judged and kept. */
export interface KeptRow {
  productId: string;
  patch: SheetPatch;
  before: SheetBefore;
}

/** The product as it is now; undefined: there is none. */
export interface PresentProduct {
  categoryId: string | null;
  details: ListingDetails;
  isDeleted: boolean;
}

export type Application =
  | { kind: "write" }
  | { kind: "there" }
  | {
      kind: "skip";
      code: "sheet.product_gone" | "sheet.category_moved" | "sheet.changed_meanwhile";
    };

/** Of a product that moved since it was shown nothing is written; one that is as wanted needs nothing. */
export function decideApplication(
  { patch, before }: KeptRow,
  present: PresentProduct | undefined,
  categoryId: string,
): Application {
  if (!present || present.isDeleted) return { kind: "skip", code: "sheet.product_gone" };
  if (present.categoryId !== categoryId) return { kind: "skip", code: "sheet.category_moved" };
  const now = canonicalText(presentOf(patch, present.details));
  if (now === canonicalText(patch)) return { kind: "there" };
  if (now !== canonicalText(before)) return { kind: "skip", code: "sheet.changed_meanwhile" };
  return { kind: "write" };
}
