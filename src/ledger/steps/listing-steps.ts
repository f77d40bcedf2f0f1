/** Reads of listings that events named: the channel's own word counts, the event is a hint. */
import { nameListing, readableFrom } from "../ingest";
import { pauseAfter } from "../named-listings";
import type { Step } from "./step";

/** Three pages of the channel's search. */
const MOST_A_RUN = 300;

/** A row of an earlier version, which read each listing alone. */
export const refreshListingStep: Step = async ({ storage, ports }, id) => {
  nameListing(storage, { channelProductId: id, at: ports.now() }, ports.now());
  return undefined;
};

export const refreshListingsStep: Step = async ({ storage, ports }) => {
  const { notes, namedListings } = storage;
  const from = readableFrom(notes, ports.now());
  if (from > ports.now()) return from;
  const named = namedListings.list(ports.now(), MOST_A_RUN);
  if (named.length > 0) {
    notes.write("listingsReadableFrom", ports.now() + pauseAfter(named.length));
    const { done, missed, failure } = await ports.refreshListings(named);
    const [isDone, isMissed] = [new Set(done), new Set(missed)];
    for (const one of named)
      if (isDone.has(one.channelProductId)) namedListings.remove(one);
      else if (isMissed.has(one.channelProductId)) namedListings.miss(one, ports.now());
    const isOfAll = failure && failure.remedy !== "defect" && failure.remedy !== "merchant";
    if (isOfAll && done.length === 0) throw failure;
    if (failure) ports.log.warn("ledger.listings_unread", { code: failure.code });
  }
  const dueAt = namedListings.nextDueAt();
  return dueAt === undefined ? undefined : Math.max(dueAt, readableFrom(notes, ports.now()));
};
