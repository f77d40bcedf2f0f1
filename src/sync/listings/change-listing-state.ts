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
  channel: Pick<ChannelSession, "readListing" | "activateListings" | "deactivateListings">;
}

export type ListingAction = "activate" | "deactivate";

/**
 * Puts the listings of products on or off sale in one call and reads each back, because the channel
 * may review an activation first. Outcomes by product id.
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
  const results =
    action === "activate"
      ? await deps.channel.activateListings(ids)
      : await deps.channel.deactivateListings(ids);
  const errors = new Map(results.map(({ id, error }) => [id, error]));
  const outcomes = new Map<string, ItemOutcome>();
  for (const listing of listings) {
    const error = errors.get(listing.channelProductId);
    const refused = { code: error?.code ?? "", facts: { message: error?.message ?? "" } };
    outcomes.set(
      listing.productId,
      error ? { state: "failed", reasons: [refused] } : await readBack(deps, listing),
    );
  }
  return outcomes;
}

/** The change itself is done; a failed read is made up for by the next one. */
async function readBack(deps: RefreshListingDeps, listing: ShownListing): Promise<ItemOutcome> {
  try {
    return await refreshListing(deps, listing);
  } catch (caught) {
    return { state: "done", reasons: [toReason(asSyncError(caught))] };
  }
}
