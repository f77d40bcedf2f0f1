import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { Reason } from "../../domain/errors/reason";
import { applyReport, type SyncState } from "../../domain/listings/apply-report";
import type {
  ListingRecord,
  OfferRecord,
  ReportRecord,
} from "../../domain/listings/listing-record";
import { changeOf } from "../../domain/tasks/item-change";
import type { ItemOutcome } from "../../domain/tasks/item-outcome";
import type { ChannelSession } from "../../platforms/channel";
import type { ListingStatus } from "../../platforms/channel-listing";
import type { LedgerApi } from "../ledger-api";

/** A product that has a listing on the channel. */
export interface ShownListing {
  productId: string;
  channelProductId: string;
  /** As read last, in Weft's terms. */
  status: string;
  syncState: SyncState;
  reasons: readonly Reason[];
}

export interface FindListingDeps {
  products: { find(productId: string): Promise<Pick<StoredProduct, "syncState"> | undefined> };
  listings: {
    find(
      productId: string,
    ): Promise<Pick<ListingRecord, "channelProductId" | "status" | "reasons"> | undefined>;
  };
}

export interface RefreshListingDeps {
  listings: {
    offersOf(productId: string): Promise<readonly OfferRecord[]>;
    saveReport(productId: string, report: ReportRecord): Promise<void>;
    unbind(productId: string): Promise<void>;
  };
  ledger: Pick<LedgerApi, "unbindOffers" | "noteListingStates">;
  channel: Pick<ChannelSession, "readListing">;
  now(): number;
}

export interface RefreshNamedListingDeps
  extends FindListingDeps, Omit<RefreshListingDeps, "channel"> {
  listings: FindListingDeps["listings"] &
    RefreshListingDeps["listings"] & {
      findByChannelId(
        channelProductId: string,
      ): Promise<Pick<ListingRecord, "productId"> | undefined>;
    };
  openChannel(): Promise<RefreshListingDeps["channel"]>;
}

/** Undefined where the product is gone or the channel does not have it. */
export async function findShownListing(
  { listings, products }: FindListingDeps,
  productId: string,
): Promise<ShownListing | undefined> {
  const listing = await listings.find(productId);
  const product = await products.find(productId);
  if (!listing?.channelProductId || !product) return undefined;
  const { channelProductId, status, reasons } = listing;
  return { productId, channelProductId, status, reasons, syncState: product.syncState };
}

/** States of the channel in which a listing is on sale, or surely is not. */
type SaleState = "live" | "paused" | "blocked";

function isSaleState(status: ListingStatus): status is SaleState {
  return status === "live" || status === "paused" || status === "blocked";
}

/**
 * Reads a listing on the channel, saves what it shows and tells the ledger. One that is gone is unbound, so that its
 * orders and stock stop following it and a later push creates it again.
 */
export async function refreshListing(
  deps: RefreshListingDeps,
  listing: ShownListing,
): Promise<ItemOutcome> {
  const { productId, channelProductId } = listing;
  const readAt = deps.now();
  const report = await deps.channel.readListing(channelProductId);
  const change = changeOf({ status: listing.status }, { status: report?.status ?? "removed" });
  if (!report || report.status === "removed") {
    const offers = await deps.listings.offersOf(productId);
    if (offers.length > 0)
      await deps.ledger.unbindOffers(offers.map(({ channelSkuId }) => channelSkuId));
    await deps.listings.unbind(productId);
    return { state: "done", reasons: [{ code: "listing.removed_on_channel", facts: {} }], change };
  }
  const applied = applyReport(listing, report);
  const { status, rawStatus } = report;
  await deps.listings.saveReport(productId, { status, rawStatus, ...applied });
  if (isSaleState(status))
    await deps.ledger.noteListingStates(
      [{ channelProductId, state: status, by: "channel" }],
      readAt,
    );
  return { state: "done", reasons: applied.reasons, change };
}

/** Refreshes the listing an event named; one that is not ours is left alone. */
export async function refreshNamedListing(
  deps: RefreshNamedListingDeps,
  channelProductId: string,
): Promise<void> {
  const named = await deps.listings.findByChannelId(channelProductId);
  const listing = named && (await findShownListing(deps, named.productId));
  if (!listing) return;
  await refreshListing({ ...deps, channel: await deps.openChannel() }, listing);
}
