import { computed, createModel, signal } from "@preact/signals";
import type { Sent } from "../../src/contract/contract";
import type { UnmappedListing, UnmappedTab } from "../../src/contract/mapping";
import type { Answer, Client } from "../api/client";
import { createResource } from "../data/resource";

export const MAPPING_TABS = [
  "sure",
  "likely",
  "none",
  "hidden",
] as const satisfies readonly UnmappedTab[];

export type UnmappedPage = Answer<"GET /api/connections/:id/unmapped-listings">;
export type ProductChoice = Sent<
  "PUT /api/connections/:id/unmapped-listings/:channelProductId",
  "body"
>;
/** What of the mapped products follows the store. */
export type MappedRules = Omit<
  Sent<"POST /api/connections/:id/unmapped-listings/map", "body">,
  "ids"
>;

/** A listing that stands for nothing yet would be refused. */
export const canMap = ({ product, pairs }: Pick<UnmappedListing, "product" | "pairs">) =>
  product !== null && pairs.length > 0;

/** Listings that no product stands for: one page of a tab, and what is chosen on it. */
export const MappingModel = createModel((client: Client, id: string) => {
  const params = { id };
  const tab = signal<UnmappedTab>("sure");
  const cursor = signal<string | undefined>(undefined);
  const search = signal("");
  /** The product whose listing is looked for; "": none in particular. */
  const wantedId = signal("");
  const wanted = createResource(() =>
    client.call("GET /api/connections/:id/products/:productId", {
      params: { id, productId: wantedId.value },
    }),
  );
  const page = createResource(() =>
    client.call("GET /api/connections/:id/unmapped-listings", {
      params,
      query: { tab: tab.value, search: search.value || undefined, cursor: cursor.value },
    }),
  );
  const picked = signal<ReadonlySet<string>>(new Set());
  /** Rows that were mapped or hidden meanwhile are chosen no more. */
  const chosen = computed(
    () =>
      page.value.value?.rows.filter((row) => picked.value.has(row.channelProductId)) ??
      ([] as UnmappedListing[]),
  );
  const clear = () => {
    picked.value = new Set();
  };
  const toggle = (channelProductId: string) => {
    const next = new Set(picked.value);
    if (!next.delete(channelProductId)) next.add(channelProductId);
    picked.value = next;
  };
  const takePage = () => {
    picked.value = new Set(page.value.value?.rows.map((row) => row.channelProductId));
  };
  /** Shows what the address asks for; another page drops what was chosen on the one before. */
  const show = (next: UnmappedTab, found: string, at: string | undefined) => {
    const isElsewhere = next !== tab.value || at !== cursor.value || found !== search.value;
    if (isElsewhere) clear();
    tab.value = next;
    search.value = found;
    cursor.value = at;
    return isElsewhere ? page.reloadOther() : page.reload();
  };
  const want = (productId: string) => {
    if (productId === wantedId.value) return;
    wantedId.value = productId;
    wanted.clear();
    if (productId) void wanted.reload();
  };
  return {
    page,
    wantedId,
    wanted,
    want,
    chosen,
    show,
    toggle,
    takePage,
    clear,
    find: () =>
      client.call("POST /api/connections/:id/unmapped-listings/find", { params, body: {} }),
    hide: (ids: string[], isHidden: boolean) =>
      client.call("POST /api/connections/:id/unmapped-listings/hide", {
        params,
        body: { ids, isHidden },
      }),
    /** @param ids absent: all that are ready */
    map: (ids: string[] | undefined, rules: MappedRules) =>
      client.call("POST /api/connections/:id/unmapped-listings/map", {
        params,
        body: { ...(ids ? { ids } : {}), ...rules },
      }),
    read: (channelProductId: string) =>
      client.call("POST /api/connections/:id/unmapped-listings/read", {
        params,
        body: { channelProductId },
      }),
    choose: (channelProductId: string, body: ProductChoice) =>
      client.call("PUT /api/connections/:id/unmapped-listings/:channelProductId", {
        params: { id, channelProductId },
        body,
      }),
    findProducts: (search: string) =>
      client.call("GET /api/connections/:id/products", { params, query: { search } }),
    readProduct: (productId: string) =>
      client.call("GET /api/connections/:id/products/:productId", { params: { id, productId } }),
  };
});
