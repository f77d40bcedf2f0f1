/** The columns of a sheet: what stands over each, and which one a heading names. */
import type { ListingAttribute } from "../listings/listing-rules";

/** An attribute that a sheet has a column for. */
export type SheetColumn = Pick<
  ListingAttribute,
  "id" | "name" | "isRequired" | "isMultiple" | "isCustomizable" | "values" | "format"
>;

export const PRODUCT_ID = "Product ID";
export const BRAND = "Brand ID";
/** What helps to read the file; what is written there is not read back. */
export const SHOWN_ONLY = ["Name", "SKUs", "Cause"] as const;

/** A row that begins with it explains the columns and is no product's. */
export const NOTE = "#";

/** The attributes of a category that are the product's: others come from its variants. */
export function toColumns(attributes: readonly ListingAttribute[]): SheetColumn[] {
  return attributes
    .filter(({ kind }) => kind === "product")
    .map(({ id, name, isRequired, isMultiple, isCustomizable, values, format }) => ({
      id,
      name,
      isRequired,
      isMultiple,
      isCustomizable,
      values,
      ...(format ? { format } : {}),
    }));
}

/** "Material * [100157]": the star marks what is required, the id is what is read back. */
export function headingOf({ id, name, isRequired }: SheetColumn): string {
  return `${name}${isRequired ? " *" : ""} [${id}]`;
}

/** Which column each heading names. */
export type Heading =
  | { kind: "product" | "brand" | "shown" }
  | { kind: "attribute"; id: string }
  | { kind: "unknown" };

export function readHeading(text: string): Heading {
  const heading = text.trim().toLowerCase();
  if (heading === PRODUCT_ID.toLowerCase()) return { kind: "product" };
  if (heading === BRAND.toLowerCase()) return { kind: "brand" };
  if (SHOWN_ONLY.some((name) => name.toLowerCase() === heading)) return { kind: "shown" };
  const id = /\[([^[\]]+)\]$/.exec(text.trim())?.[1]?.trim();
  return id ? { kind: "attribute", id } : { kind: "unknown" };
}
