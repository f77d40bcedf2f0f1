import type { ProductSort } from "../../src/contract/catalogue";
import { t } from "./texts";
import { SelectField } from "../ui/select-field";

/** The orders of the products table; undefined: the last changed first. */
export const PRODUCT_SORTS = [
  "name",
  "-name",
  "price",
  "-price",
  "stock",
  "-stock",
  "updated",
] as const satisfies readonly ProductSort[];

/** An unknown order in a typed address is the usual one. */
export const readProductSort = (typed: string | undefined): ProductSort | undefined =>
  PRODUCT_SORTS.find((known) => known === typed);

interface SortFieldProps {
  sort: ProductSort | undefined;
  onChange: (sort: ProductSort | undefined) => void;
}

/** Sorts where the table has no head to press. */
export function ProductSortField({ sort, onChange }: SortFieldProps) {
  return (
    <SelectField
      label={t("list.sort")}
      isLabelHidden
      value={sort ?? ""}
      onChange={(value) => onChange(readProductSort(value))}
      options={[
        { value: "", label: t("products.sort.usual") },
        ...PRODUCT_SORTS.map((value) => ({ value, label: t(`products.sort.${value}`) })),
      ]}
    />
  );
}
