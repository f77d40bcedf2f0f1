import type { Reason } from "../../domain/errors/reason";
import { applyReport, type SyncState } from "../../domain/listings/apply-report";
import type { ChannelSession } from "../../platforms/channel";
import type { ItemOutcome } from "./push-ports";

export interface ShownListing {
  productId: string;
  channelProductId: string;
  syncState: SyncState;
  reasons: readonly Reason[];
}

export interface RefreshListingDeps {
  channel: Pick<ChannelSession, "readListing">;
  channelSkuIds(productId: string): Promise<string[]>;
  saveReport(
    productId: string,
    report: {
      status: string;
      rawStatus: string;
      reasons: readonly Reason[];
      syncState: SyncState;
    },
  ): Promise<void>;
  unbindListing(productId: string): Promise<void>;
  unbindOffers(channelSkuIds: readonly string[]): Promise<void>;
}

/**
 * Looks at a listing on the channel and keeps what it says. One that is gone is unbound, so that
 * its orders and stock stop following it and a later push makes it anew.
 */
export async function refreshListing(
  deps: RefreshListingDeps,
  listing: ShownListing,
): Promise<ItemOutcome> {
  const report = await deps.channel.readListing(listing.channelProductId);
  if (!report || report.status === "removed") {
    const channelSkuIds = await deps.channelSkuIds(listing.productId);
    if (channelSkuIds.length > 0) await deps.unbindOffers(channelSkuIds);
    await deps.unbindListing(listing.productId);
    return { state: "done", reasons: [{ code: "listing.removed_on_channel", facts: {} }] };
  }
  const settled = applyReport(listing, report);
  const { status, rawStatus } = report;
  await deps.saveReport(listing.productId, { status, rawStatus, ...settled });
  return { state: "done", reasons: settled.reasons };
}
