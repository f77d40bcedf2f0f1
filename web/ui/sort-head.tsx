import { t } from "../i18n/t";
import { Icon } from "./icon";
import "./sort-head.css";

/** The order of a list as its address says it: a column's name, "-" before it: descending. */
export interface Sorting {
  /** Undefined: the usual order. */
  current: string | undefined;
  hrefOf: (sort: string | undefined) => string;
}

export function sortOf(sorts: readonly (string | undefined)[], { current }: Sorting) {
  if (!sorts.includes(current)) return undefined;
  return current === undefined || current.startsWith("-") ? "descending" : "ascending";
}

interface SortHeadProps {
  label: string;
  /** The orders that a press goes through, then back to the usual one. */
  sorts: readonly (string | undefined)[];
  sorting: Sorting;
}

/** The head of a column that sorts the list. */
export function SortHead({ label, sorts, sorting }: SortHeadProps) {
  const order = sortOf(sorts, sorting);
  const next = order ? sorts[sorts.indexOf(sorting.current) + 1] : sorts[0];
  return (
    <a
      class={`sort-head ${order ?? ""}`}
      href={sorting.hrefOf(next)}
      title={t("list.sortBy", { label })}
    >
      {label}
      <Icon name="down" />
    </a>
  );
}
