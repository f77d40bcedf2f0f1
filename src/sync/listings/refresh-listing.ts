import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { Reason } from "../../domain/errors/reason";
import { applyReport, type SyncState } from "../../domain/listings/apply-report";
import type { ListingOrigin } from "../../domain/listings/listing-origin";
import type {
  ListingRecord,
  OfferRecord,
  ReportRecord,
} from "../../domain/listings/listing-record";
import { changeOf } from "../../domain/tasks/item-change";
import type { ItemOutcome } from "../../domain/tasks/item-outcome";
import type { ChannelSession } from "../../platforms/channel";
import type { ListingReport, ListingStatus } from "../../platforms/channel-listing";
import type { LedgerApi } from "../ledger-api";
import { followAll } from "./follow-all";

/** A product that has a listing on the channel. */
export interface ShownListing {
  productId: string;
  channelProductId: string;
  origin: ListingOrigin;
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
    ): Promise<
      Pick<ListingRecord, "channelProductId" | "origin" | "status" | "reasons"> | undefined
    >;
  };
}

export interface RefreshListingDeps {
  listings: {
    offersOf(productId: string): Promise<readonly OfferRecord[]>;
    saveReport(productId: string, report: ReportRecord): Promise<void>;
    unbind(productId: string): Promise<void>;
  };
  ledger: Pick<
    LedgerApi,
    "unbindOffers" | "noteListingStates" | "readProductRules" | "setProductRules"
  >;
  channel: Pick<ChannelSession, "readListing">;
  now(): number;
}

/** Undefined where the product is gone or the channel does not have it. */
export async function findShownListing(
  { listings, products }: FindListingDeps,
  productId: string,
): Promise<ShownListing | undefined> {
  const listing = await listings.find(productId);
  const product = await products.find(productId);
  if (!listing?.channelProductId || !product) return undefined;
  const { channelProductId, origin, status, reasons } = listing;
  return { productId, channelProductId, origin, status, reasons, syncState: product.syncState };
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
    // What was chosen when the listing was mapped ends with it; a product's own rules stay.
    if (listing.origin === "mapped") await followAll(deps.ledger, productId);
    await deps.listings.unbind(productId);
    return { state: "done", reasons: [{ code: "listing.removed_on_channel", facts: {} }], change };
  }
  const reasons = await saveShown(deps, listing, report);
  await noteOnSale(deps, [report], readAt);
  return { state: "done", reasons, change };
}

/** What the channel shows of a listing that it has. */
type Shown = Pick<ListingReport, "channelProductId" | "status" | "rawStatus" | "reasons">;

/** Saves what a listing was found to be; answers what its product's page says of it. */
export async function saveShown(
  { listings }: { listings: Pick<RefreshListingDeps["listings"], "saveReport"> },
  listing: ShownListing,
  { status, rawStatus, reasons }: Shown,
): Promise<readonly Reason[]> {
  const applied = applyReport(listing, { status, reasons });
  await listings.saveReport(listing.productId, { status, rawStatus, ...applied });
  return applied.reasons;
}

/** Tells the ledger which listings are on sale and which are not; `readAt`: epoch ms. */
export async function noteOnSale(
  { ledger }: { ledger: Pick<LedgerApi, "noteListingStates"> },
  shown: readonly Pick<ListingReport, "channelProductId" | "status">[],
  readAt: number,
): Promise<void> {
  const states = shown.flatMap(({ channelProductId, status }) =>
    isSaleState(status) ? [{ channelProductId, state: status, by: "channel" as const }] : [],
  );
  if (states.length > 0) await ledger.noteListingStates(states, readAt);
}
