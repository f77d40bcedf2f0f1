import { asSyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";
import type { ItemOutcome } from "./push-ports";
import { refreshListing, type RefreshListingDeps, type ShownListing } from "./refresh-listing";

export interface ChangeListingStateDeps extends RefreshListingDeps {
  channel: Pick<ChannelSession, "readListing" | "activateListings" | "deactivateListings">;
}

export type ListingAction = "activate" | "deactivate";

/**
 * Puts listings on or off sale in one call and reads each back, because the channel may review an
 * activation first. Outcomes by product id.
 */
export async function changeListingState(
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

/** The change itself is done; a look that fails is made up for by the next one. */
async function readBack(deps: RefreshListingDeps, listing: ShownListing): Promise<ItemOutcome> {
  try {
    return await refreshListing(deps, listing);
  } catch (caught) {
    const { code, facts } = asSyncError(caught);
    return { state: "done", reasons: [{ code, facts: { ...facts } }] };
  }
}
