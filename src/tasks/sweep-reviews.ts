import { staleReviews } from "../db/listings/stale-reviews";
import { asSyncError } from "../domain/errors/sync-error";
import { refreshReviews } from "../sync/listings/refresh-named-listings";
import { connectionPorts } from "./connection-ports";
import type { Services } from "./services";

/** A listing in review is read this often in case its event was lost. */
const REVIEW_CHECK_MS = 300_000;
const REVIEWS_PER_SWEEP = 100;

/** Reads listings that have been in review for long without an event, those of a connection together. */
export async function sweepReviews(services: Services): Promise<void> {
  const { db, now, log } = services;
  const reviews = await staleReviews(db, now() - REVIEW_CHECK_MS, REVIEWS_PER_SWEEP);
  const byConnection = Map.groupBy(reviews, ({ connectionId }) => connectionId);
  for (const [connectionId, own] of byConnection) {
    const ports = connectionPorts(services, connectionId);
    const failure = await refreshReviews(ports, own).then(
      (read) => read.failure,
      (caught: unknown) => asSyncError(caught),
    );
    if (failure) log.warn("listing.refresh.failed", { connectionId, code: failure.code });
  }
}
