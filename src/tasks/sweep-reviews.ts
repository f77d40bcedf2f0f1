import { staleReviews } from "../db/listings/stale-reviews";
import { SyncError } from "../domain/errors/sync-error";
import { refreshNamedListing } from "../sync/listings/refresh-listing";
import { connectionPorts } from "./connection-ports";
import type { Services } from "./services";

/** A listing in review is read this often in case its event was lost. */
const REVIEW_CHECK_MS = 300_000;
const REVIEWS_PER_SWEEP = 20;

/** Reads listings that have been in review for long without an event. */
export async function sweepReviews(services: Services): Promise<void> {
  const { db, now, log } = services;
  const reviews = await staleReviews(db, now() - REVIEW_CHECK_MS, REVIEWS_PER_SWEEP);
  for (const { connectionId, channelProductId } of reviews)
    await refreshNamedListing(connectionPorts(services, connectionId), channelProductId).catch(
      (caught: unknown) => {
        const code = caught instanceof SyncError ? caught.code : "weft.unexpected";
        log.warn("listing.refresh.failed", { connectionId, code });
      },
    );
}
