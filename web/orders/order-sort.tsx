import type { OrderSort } from "../../src/contract/orders";
import { t } from "./texts";
import { SelectField } from "../ui/select-field";

/** The orders of the list; undefined: the latest first. */
export const ORDER_SORTS = [
  "shipBy",
  "placed",
  "total",
  "-total",
] as const satisfies readonly OrderSort[];

/** An unknown order in a typed address is the usual one. */
export const readOrderSort = (typed: string | undefined): OrderSort | undefined =>
  ORDER_SORTS.find((known) => known === typed);

interface OrderSortFieldProps {
  sort: OrderSort | undefined;
  onChange: (sort: OrderSort | undefined) => void;
}

/** Sorts where the table has no head to press. */
export function OrderSortField({ sort, onChange }: OrderSortFieldProps) {
  return (
    <SelectField
      label={t("list.sort")}
      isLabelHidden
      value={sort ?? ""}
      onChange={(value) => onChange(readOrderSort(value))}
      options={[
        { value: "", label: t("orders.sort.usual") },
        ...ORDER_SORTS.map((value) => ({ value, label: t(`orders.sort.${value}`) })),
      ]}
    />
  );
}
