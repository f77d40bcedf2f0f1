import { computed, createModel, signal } from "@preact/signals";
import type { CategoryRow } from "../../src/contract/categories";
import type { Client } from "../api/client";
import { createResource } from "../data/resource";

export const MAPPING_STATES = ["all", "suggested", "none", "accepted"] as const;
export type MappingState = (typeof MAPPING_STATES)[number];

/** Where the mapping of a store category stands. */
export const stateOf = (row: CategoryRow): Exclude<MappingState, "all"> =>
  row.mapping?.state ?? "none";

/** The store's categories and what each is on TikTok Shop. */
export const CategoriesModel = createModel((client: Client, id: string) => {
  const params = { id };
  const list = createResource(() => client.call("GET /api/connections/:id/categories", { params }));
  /** The row a category is being chosen for. */
  const picking = signal<CategoryRow | null>(null);
  const rows = computed(() => list.value.value?.rows ?? []);

  return {
    list,
    rows,
    picking,
    /** Accepts the suggestions of these store categories, or all of them. */
    accept: (ids?: string[]) =>
      client.call("POST /api/connections/:id/categories/accept", {
        params,
        body: ids ? { ids } : {},
      }),
    suggest: () =>
      client.call("POST /api/connections/:id/categories/suggest", { params, body: {} }),
    choose: ({ sourceCategoryId }: CategoryRow, categoryId: string | null) =>
      client.call("PUT /api/connections/:id/categories/:sourceCategoryId", {
        params: { id, sourceCategoryId },
        body: { categoryId },
      }),
  };
});
