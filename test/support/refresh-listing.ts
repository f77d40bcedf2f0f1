import {
  refreshNamedListings,
  type RefreshNamedDeps,
} from "../../src/sync/listings/refresh-named-listings";

/** Reads one listing on the channel, as after an event that named it. */
export function refreshedListing(deps: RefreshNamedDeps, channelProductId: string) {
  return refreshNamedListings(deps, [{ channelProductId, changedAt: 0, misses: 0 }]);
}
