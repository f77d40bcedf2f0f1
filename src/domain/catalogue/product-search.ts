import { searchText } from "../search-text";
import type { Identifiers, SourceProduct } from "./source-product";

const codesOf = ({ ean13, upc, isbn, mpn }: Identifiers = {}) => [ean13, upc, isbn, mpn];

/** What a product is found by: its names, SKUs, barcodes and the maker's numbers, and its brand. */
export function productSearchText(product: SourceProduct): string {
  const { name, texts = [], brand, identifiers, variants } = product;
  return searchText([
    name,
    ...texts.map((text) => text.name),
    brand,
    ...codesOf(identifiers),
    ...variants.flatMap((variant) => [
      variant.sku,
      variant.barcode,
      ...codesOf(variant.identifiers),
    ]),
  ]);
}
