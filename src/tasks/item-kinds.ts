/**
 * The kinds of tasks that consist of items: which items there are and what is done with some of
 * them. It knows no queue and no retry: an error is answered for the item it happened to.
 */
import {
  listCategoryRows,
  listLeaves,
  sampleProduct,
  saveMapping,
} from "../db/categories/categories";
import { findListing, recordRefusal } from "../db/listings/listings";
import { pageOfSelection } from "../db/catalogue/product-filter";
import { findProduct, findSourceCategoryPath } from "../db/catalogue/products";
import type { Reason } from "../domain/errors/reason";
import { asSyncError, type SyncError } from "../domain/errors/sync-error";
import type { Selection } from "../contract/api";
import type { ResendResult } from "../sync/ledger-api";
import type { OpenConnection, Services } from "./services";
import { changeListingState, type ListingAction } from "../sync/listings/change-listing-state";
import { pushListing } from "../sync/listings/push-listing";
import type { ItemOutcome } from "../sync/listings/push-ports";
import { refreshListing, type ShownListing } from "../sync/listings/refresh-listing";
import { suggestCategory } from "../sync/categories/suggest-category";
import { freshTree } from "../compose/category-services";
import { observeProductIds } from "../compose/pull-services";
import { listingDeps, pushDeps } from "../compose/push-services";

export type Outcome = ItemOutcome | SyncError;
type Items = { key: string; label: string }[];

export interface ItemKind {
  /** How many items one message carries. */
  perMessage: number;
  /** Items after `after`, in order; an empty page ends the list. */
  page(
    services: Services,
    connection: OpenConnection,
    parameters: unknown,
    after: string,
  ): Promise<Items>;
  run(
    services: Services,
    connection: OpenConnection,
    parameters: unknown,
    keys: readonly string[],
  ): Promise<Map<string, Outcome>>;
  /** Makes it visible where the item lives that trying has ended. */
  giveUp?(services: Services, connectionId: string, key: string, reason: Reason): Promise<void>;
}

const PAGE = 2_000;
/** Products of one look into the store. */
const LOOK = 50;

const selected: ItemKind["page"] = (services, connection, parameters, after) => {
  const { selection } = parameters as { selection: Selection };
  return pageOfSelection(services.db, connection.id, selection, after, PAGE);
};

async function showFailedPush(
  { db, now }: Services,
  connectionId: string,
  productId: string,
  reason: Reason,
): Promise<void> {
  const listing = await findListing(db, connectionId, productId);
  const syncState = listing?.channelProductId ? "update_failed" : "sync_failed";
  await recordRefusal(db, connectionId, productId, { reasons: [reason], syncState, now: now() });
}

export const itemKinds: Readonly<Record<string, ItemKind>> = {
  "push-products": {
    perMessage: 5,
    page: selected,
    run: async (services, connection, _parameters, keys) => {
      const deps = await pushDeps(services, connection);
      return eachKey(keys, (productId) => pushListing(deps, productId));
    },
    giveUp: showFailedPush,
  },
  "repull-products": {
    perMessage: 10,
    page: selected,
    run: async (services, connection, _parameters, keys) => {
      await observeNow(services, connection.id, keys);
      const deps = await pushDeps(services, connection);
      return eachKey(keys, (productId) => pushListing(deps, productId));
    },
    giveUp: showFailedPush,
  },
  "update-stock": {
    perMessage: LOOK,
    page: selected,
    run: (services, connection, _parameters, keys) => resend(services, connection, keys, "stock"),
  },
  "update-price": {
    perMessage: LOOK,
    page: selected,
    run: (services, connection, _parameters, keys) => resend(services, connection, keys, "price"),
  },
  "refresh-listings": {
    perMessage: 10,
    page: selected,
    run: async (services, connection, _parameters, keys) => {
      const deps = await listingDeps(services, connection);
      return eachKey(keys, async (productId) => {
        const listing = await shownListing(services, connection.id, productId);
        return listing ? refreshListing(deps, listing) : notListed();
      });
    },
  },
  "change-listing-state": {
    // The channel takes twenty at a time.
    perMessage: 20,
    page: selected,
    run: async (services, connection, parameters, keys) => {
      const { action } = parameters as { action: ListingAction };
      const listings: ShownListing[] = [];
      for (const key of keys) {
        const listing = await shownListing(services, connection.id, key);
        if (listing) listings.push(listing);
      }
      const deps = await listingDeps(services, connection);
      const outcomes =
        listings.length > 0 ? await changeListingState(deps, action, listings) : new Map();
      return new Map(keys.map((key) => [key, outcomes.get(key) ?? notListed()]));
    },
  },
  "suggest-categories": {
    perMessage: 10,
    page: async (services, connection, _parameters, after) => {
      const rows = await listCategoryRows(services.db, connection.id);
      return rows
        .filter((row) => row.mapping?.state !== "accepted")
        .map((row) => ({ key: row.sourceCategoryId, label: row.path }))
        .filter(({ key }) => key > after || (after === "" && key === ""))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    },
    run: (services, connection, _parameters, keys) => suggest(services, connection, keys),
  },
};

/** Reads the products in the store now and tells the ledger; answers which the store still has. */
async function observeNow(
  services: Services,
  connectionId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const observedAt = services.now();
  const seen = await observeProductIds(services, connectionId, keys);
  await services.ledger(connectionId).observe(seen, observedAt);
  return new Set(seen.map(({ productId }) => productId));
}

async function resend(
  services: Services,
  { id }: OpenConnection,
  keys: readonly string[],
  what: "stock" | "price",
): Promise<Map<string, Outcome>> {
  const found = await observeNow(services, id, keys);
  const results = await services.ledger(id).resend([...found], what);
  const outcomes = new Map(results.map((result) => [result.productId, toOutcome(result)]));
  const gone: ItemOutcome = {
    state: "failed",
    reasons: [{ code: "listing.deleted_in_store", facts: {} }],
  };
  return new Map(keys.map((key) => [key, outcomes.get(key) ?? gone]));
}

function toOutcome({ state, code }: ResendResult): ItemOutcome {
  if (state === "unlisted") return notListed();
  if (state === "waiting")
    return { state: "skipped", reasons: [{ code: "update.waiting", facts: {} }] };
  const reasons = code ? [{ code, facts: {} }] : [];
  return { state: state === "refused" ? "failed" : "done", reasons };
}

async function suggest(services: Services, connection: OpenConnection, keys: readonly string[]) {
  const { db, now } = services;
  const { id } = connection;
  await freshTree(services, connection);
  const state = connection.settings.acceptSuggestions
    ? ("accepted" as const)
    : ("suggested" as const);
  const deps = {
    channel: await connection.channel(),
    leaves: await listLeaves(db, id),
    pathOf: async (sourceCategoryId: string) =>
      (await findSourceCategoryPath(db, id, sourceCategoryId)) ?? "",
    sampleProduct: (sourceCategoryId: string) => sampleProduct(db, id, sourceCategoryId),
    saveSuggestion: (
      sourceCategoryId: string,
      found: { categoryId: string; path: string; confidence: number },
    ) =>
      saveMapping(
        db,
        id,
        {
          sourceCategoryId,
          state,
          channelCategoryId: found.categoryId,
          channelCategoryPath: found.path,
          confidence: found.confidence,
        },
        "suggestion",
        now(),
      ),
  };
  return eachKey(keys, (key) => suggestCategory(deps, key));
}

/** One after the other; an error ends only its own item, but a lost login or budget ends the round. */
async function eachKey(
  keys: readonly string[],
  work: (key: string) => Promise<ItemOutcome>,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  let stop: SyncError | undefined;
  for (const key of keys) {
    if (stop) {
      outcomes.set(key, stop);
      continue;
    }
    try {
      outcomes.set(key, await work(key));
    } catch (caught) {
      const error = asSyncError(caught);
      outcomes.set(key, error);
      if (error.remedy === "reconnect" || error.code === "budget.exhausted") stop = error;
    }
  }
  return outcomes;
}

export async function shownListing(
  services: Services,
  connectionId: string,
  productId: string,
): Promise<ShownListing | undefined> {
  const listing = await findListing(services.db, connectionId, productId);
  const product = await findProduct(services.db, connectionId, productId);
  if (!listing?.channelProductId || !product) return undefined;
  const { channelProductId, reasons } = listing;
  return { productId, channelProductId, reasons, syncState: product.syncState };
}

function notListed(): ItemOutcome {
  return { state: "skipped", reasons: [{ code: "listing.not_on_channel", facts: {} }] };
}
