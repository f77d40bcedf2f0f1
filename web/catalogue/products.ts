import type { Sent } from "../../src/contract/contract";
import { computed, createModel, signal } from "@preact/signals";
import type { ProductSort, Selection } from "../../src/contract/catalogue";
import type { Answer, Client } from "../api/client";
import { createResource } from "../data/resource";
import type { ProductFilter } from "./product-filter";
import { SelectionModel } from "./selection";

export type ListingAction =
  | "push"
  | "repull"
  | "updateStock"
  | "updatePrice"
  | "activate"
  | "deactivate"
  | "refresh";
/** What can be listed first and confirmed then. */
export type ConfirmableAction = "push" | "deactivate";
export type ProductsPage = Answer<"GET /api/connections/:id/products">;
export type PullBody = Sent<"POST /api/connections/:id/pull", "body">;

/** Starts a task over chosen products. */
export function startListingAction(
  client: Client,
  id: string,
  action: ListingAction,
  selection: Selection,
) {
  const params = { id };
  switch (action) {
    case "push":
      return client.call("POST /api/connections/:id/push", { params, body: { selection } });
    case "repull":
      return client.call("POST /api/connections/:id/repull", { params, body: { selection } });
    case "updateStock":
    case "updatePrice": {
      const what = action === "updateStock" ? "stock" : "price";
      const body = { selection, what } as const;
      return client.call("POST /api/connections/:id/update", { params, body });
    }
    case "refresh": {
      const body = { selection };
      return client.call("POST /api/connections/:id/refresh-listings", { params, body });
    }
    default: {
      const body = { selection, action };
      return client.call("POST /api/connections/:id/listing-state", { params, body });
    }
  }
}

/** Starts the deletion of listings; `typed` names what is deleted. More than one wait to be confirmed. */
export function startDeletion(client: Client, id: string, selection: Selection, typed: string) {
  const body = { selection, action: "delete", confirmName: typed } as const;
  return client.call("POST /api/connections/:id/listing-state", { params: { id }, body });
}

/** Starts a task that lists what it would do to chosen products and waits for a confirmation. */
function startList(client: Client, id: string, action: ConfirmableAction, selection: Selection) {
  const params = { id };
  const body = { selection, waitsForConfirmation: true };
  return action === "push"
    ? client.call("POST /api/connections/:id/push", { params, body })
    : client.call("POST /api/connections/:id/listing-state", { params, body: { ...body, action } });
}

/** The products table: one page of one filter, what is chosen in it, and the bulk actions. */
export const ProductsModel = createModel((client: Client, id: string) => {
  const params = { id };
  const filter = signal<ProductFilter>({ tab: "all" });
  const cursor = signal<string | undefined>(undefined);
  const sort = signal<ProductSort | undefined>(undefined);
  const page = createResource(() =>
    client.call("GET /api/connections/:id/products", {
      params,
      query: { ...filter.value, sort: sort.value, cursor: cursor.value },
    }),
  );
  /** Some of the rows are being checked again. */
  const isChecking = computed(
    () => page.value.value?.rows.some(({ check }) => check === "outdated") ?? false,
  );
  const selection = new SelectionModel();
  const expanded = signal<ReadonlySet<string>>(new Set());

  /** Shows what the address asks for; another filter drops the selection made under the old one. */
  const show = (next: ProductFilter, at: string | undefined, by?: ProductSort) => {
    const isOther = JSON.stringify(next) !== JSON.stringify(filter.value);
    if (isOther) selection.clear();
    const isElsewhere = isOther || at !== cursor.value || by !== sort.value;
    filter.value = next;
    sort.value = by;
    cursor.value = at;
    return isElsewhere ? page.reloadOther() : page.reload();
  };
  const toggleExpanded = (productId: string) => {
    const next = new Set(expanded.value);
    if (!next.delete(productId)) next.add(productId);
    expanded.value = next;
  };
  return {
    filter,
    cursor,
    page,
    isChecking,
    selection,
    expanded,
    show,
    toggleExpanded,
    start: (action: ListingAction, chosen: Selection) =>
      startListingAction(client, id, action, chosen),
    startList: (action: ConfirmableAction, chosen: Selection) =>
      startList(client, id, action, chosen),
    pull: (body: PullBody) => client.call("POST /api/connections/:id/pull", { params, body }),
    count: (chosen: Selection) =>
      client.call("POST /api/connections/:id/selection-count", {
        params,
        body: { selection: chosen },
      }),
    variantsOf: (productId: string) =>
      client.call("GET /api/connections/:id/products/:productId", { params: { id, productId } }),
    chooseCategory: (productId: string, categoryId: string | null) =>
      client.call("PUT /api/connections/:id/products/:productId/category", {
        params: { id, productId },
        body: { categoryId },
      }),
  };
});
