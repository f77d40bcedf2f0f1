import type { ListingAction } from "./products";

/** Whether an action would change a product that the channel shows in this status; null: it shows none. */
export function isUseful(action: ListingAction, listingStatus: string | null): boolean {
  if (action === "activate") return listingStatus !== null && listingStatus !== "live";
  return action !== "deactivate" || listingStatus === "live";
}
