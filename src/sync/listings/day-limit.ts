/**
 * A channel takes so many new listings of a shop a day; of a new shop, few. Nobody says when its day ends, so it is
 * asked again once an hour, by one listing, and nothing that waits is given up. Edits are not counted.
 */
import { isDayLimit } from "../../domain/errors/classify-code";
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import type { Facts } from "../../domain/facts";
import type { ChannelSession } from "../../platforms/channel";
import type { ListingDraft, SentListing } from "../../platforms/channel-listing";

const ASK_AGAIN_MS = 3_600_000;

/** The limit that was met last, as long as no listing has been made since. */
export interface MetLimit {
  code: string;
  /** `until`: epoch ms before which the channel is not asked. */
  facts: Facts;
}

export interface DayLimitDeps {
  dayLimit: {
    find(): Promise<MetLimit | undefined>;
    raise(error: SyncError): Promise<void>;
    clear(): Promise<void>;
  };
  channel: Pick<ChannelSession, "createListing">;
  now(): number;
}

/** Throws what the channel answered last, while it need not be asked again. */
export async function refuseOverLimit({ dayLimit, now }: DayLimitDeps): Promise<void> {
  const met = await dayLimit.find();
  const retryAfterMs = Number(met?.facts["until"] ?? 0) - now();
  if (met && retryAfterMs > 0)
    throw new SyncError("retry", met.code, { ...met.facts, retryAfterMs });
}

/** After a listing was made and saved: the channel takes some again. */
export async function forgetLimit({ dayLimit }: Pick<DayLimitDeps, "dayLimit">): Promise<void> {
  if (await dayLimit.find()) await dayLimit.clear();
}

/** Makes a listing, and remembers that the channel takes no more. */
export async function createWithinLimit(
  { dayLimit, channel, now }: DayLimitDeps,
  draft: ListingDraft,
): Promise<SentListing> {
  try {
    return await channel.createListing(draft);
  } catch (caught) {
    const error = asSyncError(caught);
    if (!isDayLimit(error.code)) throw error;
    const facts = { until: now() + ASK_AGAIN_MS, retryAfterMs: ASK_AGAIN_MS };
    const met = new SyncError("retry", error.code, facts, { cause: error });
    await dayLimit.raise(met);
    throw met;
  }
}
