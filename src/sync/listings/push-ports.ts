/** What pushing a product may reach. Types only. */
import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { Reason } from "../../domain/errors/reason";
import type { SyncState } from "../../domain/listings/apply-report";
import type {
  ListingClaim,
  ListingRecord,
  OfferRecord,
  SentRecord,
} from "../../domain/listings/listing-record";
import type { SentContent } from "../../domain/listings/sent-content";
import type { ChannelSession } from "../../platforms/channel";
import type { LedgerApi } from "../ledger-api";
import type { DayLimitDeps } from "./day-limit";
import type { ListingInputDeps } from "./listing-input";
import type { UploadImagesDeps } from "./upload-images";

export interface PushListingDeps extends ListingInputDeps, UploadImagesDeps {
  connection: ListingInputDeps["connection"] & {
    /** The shop held listings before this connection: those of an earlier one may be among them. */
    hadListings: boolean;
  };
  products: { find(productId: string): Promise<StoredProduct | undefined> };
  listings: {
    find(productId: string): Promise<ListingRecord | undefined>;
    offersOf(productId: string): Promise<readonly OfferRecord[]>;
    /** Claims until `until` (epoch ms); undefined while another claim holds the listing. */
    claim(
      productId: string,
      claim: { intentKey: string; until: number },
    ): Promise<ListingRecord | undefined>;
    /** Moves the end of the claim to `until`; false when it was lost. */
    hold(productId: string, claim: ListingClaim, until: number): Promise<boolean>;
    /** Ends the claim, if it is still ours. */
    release(
      productId: string,
      claim: ListingClaim,
      end: { reasons?: readonly Reason[]; syncState?: SyncState },
    ): Promise<void>;
    /** `reasons` absent: those there stay. */
    recordRefusal(
      productId: string,
      end: { reasons?: readonly Reason[]; syncState: SyncState },
    ): Promise<void>;
    /** Ends the claim, unless `sent` is null. */
    saveSent(productId: string, sent: SentRecord): Promise<void>;
    /** What stands on the channel is unknown, if the claim is still ours. */
    forgetSent(productId: string, claim: ListingClaim): Promise<void>;
    /** Replaces the one hash of 0.2, if the row still holds it. */
    fillSent(productId: string, sent: SentContent, sentHash: string): Promise<void>;
  };
  /** Listings that the seller made and that stand for no product, as the last search found them. */
  unmapped: {
    find(channelProductId: string): Promise<{ isHidden: boolean } | undefined>;
    /** The id of one that seems to be this product and that nobody has hidden. */
    ofProduct(productId: string): Promise<string | undefined>;
    remove(channelProductId: string): Promise<void>;
  };
  dayLimit: DayLimitDeps["dayLimit"];
  ledger: Pick<LedgerApi, "planStock" | "bindOffers" | "unbindOffers">;
  channel: Pick<
    ChannelSession,
    "createListing" | "updateListing" | "editListing" | "findListing" | "uploadImage"
  >;
  /** A new id with a prefix that says what it is of. */
  newId(prefix: string): string;
  now(): number;
  /** Longest wait for one answer of the channel. */
  timeoutMs: number;
}
