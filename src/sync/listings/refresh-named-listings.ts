/**
 * Reads the listings that events named, or whose review is long: in pages where there are several,
 * alone where only the listing itself says why it was refused, or where the pages leave it out.
 */
import { asSyncError, type SyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";
import type { PagedListing } from "../../platforms/channel-listing";
import { pageListings } from "./page-listings";
import {
  noteOnSale,
  refreshListing,
  saveShown,
  type RefreshListingDeps,
  type ShownListing,
} from "./refresh-listing";

export interface NamedListing {
  channelProductId: string;
  /** The change that was told of, by the channel's clock; epoch ms. */
  changedAt: number;
  /** How often pages were read that left it out. */
  misses: number;
}

export interface RefreshNamedDeps extends Omit<RefreshListingDeps, "channel"> {
  /** Those of ours. */
  shown: { list(channelProductIds: readonly string[]): Promise<readonly ShownListing[]> };
  openChannel(): Promise<Pick<ChannelSession, "readListing" | "listListings">>;
}

export interface NamedRead {
  /** Read, or not ours. */
  done: readonly string[];
  /** Left out by the pages, or not readable. */
  missed: readonly string[];
  /** Of the first that could not be read. */
  failure?: SyncError;
}

/** After so many pages in vain a listing is read alone: the index may be behind for long. */
export const MOST_MISSES = 3;
/** Listings read alone at most in one run; the others stay for the next. */
const MOST_ALONE = 20;
/** After so many failures the channel is asked for no more of them. */
const MOST_FAILURES = 3;
/** The clock of what was read before is ours and not the channel's. */
const CLOCKS_DIFFER_MS = 60_000;

/** Throws SyncError where the channel or its pages cannot be reached: then nothing is done. */
export async function refreshNamedListings(
  deps: RefreshNamedDeps,
  named: readonly NamedListing[],
): Promise<NamedRead> {
  const shown = await deps.shown.list(named.map(({ channelProductId }) => channelProductId));
  const ours = new Map(shown.map((one) => [one.channelProductId, one]));
  const known = named.filter(({ channelProductId }) => ours.has(channelProductId));
  const foreign = named.filter(({ channelProductId }) => !ours.has(channelProductId)).map(toId);
  if (known.length === 0) return { done: foreign, missed: [] };
  const channel = await deps.openChannel();
  const isAlone = ({ misses }: NamedListing) => known.length === 1 || misses >= MOST_MISSES;
  const asked = known.filter((one) => !isAlone(one));
  const since = new Map(asked.map((one) => [one.channelProductId, one.changedAt]));
  const readAt = deps.now();
  const met = await pageListings(channel, { changedSince: earliest(asked) }, since);
  const { saved, half } = await savePaged(deps, ours, met, readAt);
  const alone = [...known.filter(isAlone).map(toId), ...half];
  const read = await readAlone({ ...deps, channel }, ours, alone);
  const missed = asked.map(toId).filter((id) => !met.has(id));
  return {
    ...read,
    done: [...foreign, ...saved, ...read.done],
    missed: [...missed, ...read.missed],
  };
}

/**
 * Reads listings that have been in review for long, in case the event of its end was lost: what
 * changed since it was read last, then what is still in review, then the others alone. `readAt`: of
 * the last read, epoch ms.
 */
export async function refreshReviews(
  deps: RefreshNamedDeps,
  reviews: readonly { channelProductId: string; readAt: number }[],
): Promise<NamedRead> {
  const shown = await deps.shown.list(reviews.map(toId));
  const ours = new Map(shown.map((one) => [one.channelProductId, one]));
  const channel = await deps.openChannel();
  const left = new Map(reviews.map((one) => [one.channelProductId, one.readAt - CLOCKS_DIFFER_MS]));
  const saved: string[] = [];
  const alone: string[] = [];
  const queries =
    ours.size > 1
      ? [{ changedSince: Math.min(...left.values()) }, { status: "in_review" as const }]
      : [];
  for (const query of queries) {
    const readAt = deps.now();
    const wanted = "status" in query ? new Map([...left.keys()].map((id) => [id, 0])) : left;
    const met = await pageListings(channel, query, wanted);
    const paged = await savePaged(deps, ours, met, readAt);
    saved.push(...paged.saved);
    alone.push(...paged.half);
    for (const id of met.keys()) left.delete(id);
    if (left.size === 0) break;
  }
  const rest = [...alone, ...left.keys()].filter((id) => ours.has(id));
  const read = await readAlone({ ...deps, channel }, ours, rest);
  return { ...read, done: [...saved, ...read.done] };
}

const toId = ({ channelProductId }: { channelProductId: string }) => channelProductId;

const earliest = (named: readonly NamedListing[]) =>
  named.reduce((least, { changedAt }) => Math.min(least, changedAt), Infinity);

/** Saves what pages say all there is of; answers the ids of those and of the others. */
async function savePaged(
  deps: Pick<RefreshNamedDeps, "listings" | "ledger">,
  ours: ReadonlyMap<string, ShownListing>,
  met: ReadonlyMap<string, PagedListing>,
  readAt: number,
): Promise<{ saved: string[]; half: string[] }> {
  const whole = [...met.values()].filter(({ isWhole }) => isWhole);
  for (const paged of whole) {
    const listing = ours.get(paged.channelProductId);
    if (listing) await saveShown(deps, listing, paged);
  }
  await noteOnSale(deps, whole, readAt);
  const half = [...met.values()].filter(({ isWhole }) => !isWhole);
  return { saved: whole.map(toId), half: half.map(toId) };
}

/** One that cannot be read keeps no other from being read. */
async function readAlone(
  deps: RefreshListingDeps,
  ours: ReadonlyMap<string, ShownListing>,
  ids: readonly string[],
): Promise<{ done: string[]; missed: string[]; failure?: SyncError }> {
  const done: string[] = [];
  const missed: string[] = [];
  let failure: SyncError | undefined;
  for (const id of ids.slice(0, MOST_ALONE)) {
    if (missed.length >= MOST_FAILURES) break;
    const listing = ours.get(id);
    if (!listing) continue;
    try {
      await refreshListing(deps, listing);
      done.push(id);
    } catch (caught) {
      failure ??= asSyncError(caught);
      missed.push(id);
    }
  }
  return { done, missed, ...(failure && { failure }) };
}
