import { computed, createModel, signal } from "@preact/signals";
import type { Selection } from "../../src/contract/catalogue";
import type { ProductFilter } from "./product-filter";

/** The chosen ids, or "all" rows of the present filter. */
export type Chosen = ReadonlySet<string> | "all";

/** Which rows are chosen: some by id, or every row of the present filter. */
export const SelectionModel = createModel(() => {
  const ids = signal<ReadonlySet<string>>(new Set());
  const filter = signal<ProductFilter | null>(null);

  const clear = () => {
    ids.value = new Set();
    filter.value = null;
  };
  /** Turning one row off ends "all of the filter": what stays is the rest of the page. */
  const toggle = (id: string, page: readonly string[]) => {
    const next = new Set(filter.value ? page : ids.value);
    if (next.has(id)) next.delete(id);
    else next.add(id);
    filter.value = null;
    ids.value = next;
  };
  const togglePage = (page: readonly string[]) => {
    const isWhole = filter.value !== null || page.every((id) => ids.value.has(id));
    filter.value = null;
    const next = new Set(ids.value);
    for (const id of page) {
      if (isWhole) next.delete(id);
      else next.add(id);
    }
    ids.value = next;
  };
  const takeFilter = (wanted: ProductFilter) => {
    filter.value = wanted;
    ids.value = new Set();
  };
  const chosen = computed<Chosen>(() => (filter.value ? "all" : ids.value));
  const isEmpty = computed(() => filter.value === null && ids.value.size === 0);
  const toSelection = (): Selection =>
    filter.value ? { filter: filter.value } : { ids: [...ids.value] };

  return { ids, filter, isEmpty, chosen, clear, toggle, togglePage, takeFilter, toSelection };
});

export function isChosen(chosen: Chosen, id: string): boolean {
  return chosen === "all" || chosen.has(id);
}

/** How much of a page is chosen, for its checkbox. */
export function pageState(page: readonly string[], chosen: Chosen): "none" | "some" | "all" {
  const count = page.filter((id) => isChosen(chosen, id)).length;
  if (count === 0) return "none";
  return count === page.length ? "all" : "some";
}
