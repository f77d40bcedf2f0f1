import type { ProductRow } from "../../src/contract/catalogue";

/** The state of a product's listing as a key of its text; "" where there is no listing. */
export const listingStatusOf = ({ offSale, listingStatus }: ProductRow): string =>
  offSale === "threshold" ? "low" : (listingStatus ?? "");
