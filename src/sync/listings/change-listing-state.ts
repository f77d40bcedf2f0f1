import { toReason } from "../../domain/errors/reason";
import { asSyncError } from "../../domain/errors/sync-error";
import type { ItemOutcome } from "../../domain/tasks/item-outcome";
import type { ChannelSession } from "../../platforms/channel";
import {
  findShownListing,
  refreshListing,
  type FindListingDeps,
  type RefreshListingDeps,
  type ShownListing,
} from "./refresh-listing";
import { NOT_LISTED } from "./not-listed";

export interface ChangeListingStateDeps extends FindListingDeps, RefreshListingDeps {
  listings: FindListingDeps["listings"] & RefreshListingDeps["listings"];
  channel: Pick<
    ChannelSession,
    "readListing" | "activateListings" | "deactivateListings" | "deleteListings"
  >;
}

export type ListingAction = "activate" | "deactivate" | "delete";

/**
 * Puts the listings of products on or off sale, or takes them away, in one call and reads each back: the channel
 * may review an activation first, and what is gone is unbound, so that stock follows it no more. Outcomes by product id.
 */
export async function changeListingStates(
  deps: ChangeListingStateDeps,
  action: ListingAction,
  productIds: readonly string[],
): Promise<Map<string, ItemOutcome>> {
  const listings: ShownListing[] = [];
  for (const productId of productIds) {
    const listing = await findShownListing(deps, productId);
    if (listing) listings.push(listing);
  }
  const outcomes = listings.length > 0 ? await change(deps, action, listings) : new Map();
  return new Map(productIds.map((id) => [id, outcomes.get(id) ?? NOT_LISTED]));
}

async function change(
  deps: ChangeListingStateDeps,
  action: ListingAction,
  listings: readonly ShownListing[],
): Promise<Map<string, ItemOutcome>> {
  const ids = listings.map(({ channelProductId }) => channelProductId);
  const errors = await callChannel(deps, action, ids);
  const outcomes = new Map<string, ItemOutcome>();
  for (const listing of listings) {
    const error = errors.get(listing.channelProductId);
    const shown = await readBack(deps, listing);
    const refused = { code: error?.code ?? "", facts: { message: error?.message ?? "" } };
    // A second try is refused what the first one did, whose answer was lost.
    const isDone = !error || (action === "delete" && (await isGone(deps, listing)));
    outcomes.set(listing.productId, isDone ? shown : { state: "failed", reasons: [refused] });
  }
  return outcomes;
}

/**
 * The ledger hears of it too, so that it puts back only what it took off sale itself: of a
 * deactivation before the call, because stock may return during it, of an activation after it; of a
 * deletion when it is read back.
 * Answers errors by listing.
 */
async function callChannel(
  { channel, ledger, now }: ChangeListingStateDeps,
  action: ListingAction,
  ids: readonly string[],
): Promise<Map<string, { code: string; message: string } | undefined>> {
  const note = (state: "live" | "paused", of: readonly string[]) =>
    ledger.noteListingStates(
      of.map((channelProductId) => ({ channelProductId, state, by: "merchant" as const })),
      now(),
    );
  if (action === "deactivate") await note("paused", ids);
  const results = await channel[`${action}Listings`](ids);
  const done = results.filter(({ error }) => !error).map(({ id }) => id);
  if (action === "activate") await note("live", done);
  return new Map(results.map(({ id, error }) => [id, error]));
}

/** Read back, a listing that is gone is no listing of the product any more. */
async function isGone(deps: FindListingDeps, { productId }: ShownListing): Promise<boolean> {
  return (await findShownListing(deps, productId)) === undefined;
}

/** The change itself is done; a failed read is made up for by the next one. */
async function readBack(deps: RefreshListingDeps, listing: ShownListing): Promise<ItemOutcome> {
  try {
    return await refreshListing(deps, listing);
  } catch (caught) {
    return { state: "done", reasons: [toReason(asSyncError(caught))] };
  }
}
