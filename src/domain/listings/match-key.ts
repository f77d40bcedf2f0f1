/**
 * The text by which products are found again by a SKU, a barcode or their name: equal codes, equal text.
 * The database makes the same of what it stores, so nothing here may go beyond what SQLite does.
 */
import { foldText } from "../search-text";

/** Null for a text that says nothing. */
export function matchKey(kind: "sku" | "barcode" | "name", text: string): string | null {
  // Folded before it was stored, and the first line of what is searched.
  if (kind === "name") return keyOf("n", foldText(text));
  const code = text.replace(/^ +| +$/g, "");
  if (kind === "sku") return keyOf("s", lowered(code));
  // A GTIN may be written with leading zeros: UPC 036000291452 is EAN 0036000291452.
  const digits = code.replace(/^0+/, "");
  return /^\d+$/.test(digits) ? keyOf("b", digits) : null;
}

const keyOf = (prefix: string, text: string) => (text === "" ? null : `${prefix}:${text}`);

/** SQLite lowers the letters A to Z only. */
const lowered = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
