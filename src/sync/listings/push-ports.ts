/** What pushing a product may reach, and what it reads and answers. Types only. */
import type { ListingInput } from "../../domain/listings/listing-plan";
import type { Reason } from "../../domain/errors/reason";
import type { SyncState } from "../../domain/listings/apply-report";
import type { ChannelSession } from "../../platforms/channel";
import type { SeenVariant } from "../catalogue/observe-products";
import type { ImageUse } from "./upload-images";

export interface PushedProduct {
  input: ListingInput;
  syncState: SyncState;
  /** When stock and prices in `input` were seen. */
  seenAt: number;
}

export interface KnownListing {
  channelProductId: string | null;
  status: string;
  sentHash: string | null;
  intentKey: string | null;
  reasons: readonly Reason[];
}

export interface Binding extends Omit<SeenVariant, "quantity" | "priceMinor"> {
  channelProductId: string;
  channelSkuId: string;
  sentQuantity: number;
  sentPriceMinor: number;
}

export interface PushListingDeps {
  findProduct(productId: string): Promise<PushedProduct | undefined>;
  findListing(productId: string): Promise<KnownListing | undefined>;
  offersOf(productId: string): Promise<readonly { variantId: string; channelSkuId: string }[]>;
  /** Undefined while other hands hold the listing. */
  claimListing(
    productId: string,
    claim: { intentKey: string; until: number },
  ): Promise<KnownListing | undefined>;
  /** Prolongs (or cuts short) the claim; false when it was lost. */
  holdListing(
    productId: string,
    claim: { intentKey: string; heldUntil: number; until: number },
  ): Promise<boolean>;
  /** Ends the claim, if it is still ours. */
  releaseListing(
    productId: string,
    claim: { intentKey: string; heldUntil: number },
    end: { reasons?: readonly Reason[]; syncState?: SyncState },
  ): Promise<void>;
  recordRefusal(
    productId: string,
    end: { reasons: readonly Reason[]; syncState: SyncState },
  ): Promise<void>;
  /** Ends the claim, unless `sentHash` is null: listing known, content not yet sent. */
  saveSentListing(
    productId: string,
    sent: {
      channelProductId: string;
      status: string;
      sentHash: string | null;
      offers: readonly { variantId: string; channelSkuId: string; sellerSku: string }[];
    },
  ): Promise<void>;
  /** Observes at the ledger and answers what may be published, by variant id. */
  planStock(seen: readonly SeenVariant[], observedAt: number): Promise<Map<string, number>>;
  bindOffers(bindings: readonly Binding[]): Promise<void>;
  unbindOffers(channelSkuIds: readonly string[]): Promise<void>;
  uploadImages(
    use: ImageUse,
    urls: readonly string[],
  ): Promise<{ uris: Map<string, string>; reasons: Reason[] }>;
  channel: Pick<ChannelSession, "createListing" | "updateListing" | "findListing">;
  /** Our id of the product on the channel; differs between connections. */
  externalId(productId: string): string;
  newKey(): string;
  now(): number;
  /** Longest wait for one answer of the channel. */
  timeoutMs: number;
}

export interface ItemOutcome {
  state: "done" | "failed" | "skipped";
  reasons: readonly Reason[];
}
