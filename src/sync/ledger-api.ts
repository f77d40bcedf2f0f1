/**
 * What the rest of Weft may ask a connection's ledger: the only decider of how much stock to
 * publish and of what may happen to an order. Plain data in and out, old callers keep working.
 */
import type { LeaseGrant, LeaseTerms } from "../domain/requests/lease";
import type { ChannelEvent } from "../platforms/channel";
import type { SourceEvent } from "../platforms/source";

/** What was seen at the source at a moment. */
export interface Observation {
  productId: string;
  variantId: string;
  quantity: number;
  /** Tax-inclusive selling price in minor units; absent when only stock was read. */
  priceMinor?: number;
}

/** A variant that now exists on the channel, and what the channel was told when it was sent. */
export interface OfferBinding {
  productId: string;
  variantId: string;
  channelProductId: string;
  channelSkuId: string;
  sentQuantity: number;
  sentPriceMinor: number;
}

export interface StockView {
  productId: string;
  variantId: string;
  physical: number;
  reserved: number;
  /** What may be offered now. */
  sellable: number;
  /** What the channel was last told; null when never. */
  published: number | null;
}

/** What became of a send a person asked for. */
export interface ResendResult {
  productId: string;
  /** "waiting": the ledger sends it by itself later; "unlisted": no offer of it is live. */
  state: "sent" | "refused" | "waiting" | "unlisted";
  /** Code of the error that stands in the way. */
  code?: string;
}

/** What went out to the source store lately. */
export interface SourceTraffic {
  /** Requests of the last minute. */
  used: number;
  /** How many at once the store bears; below one there are rests in between. */
  atOnce: number;
  /** The store asked for silence until then, epoch ms. */
  blockedUntil: number | null;
}

export interface LedgerApi {
  /** Dedupes and schedules; durable before it answers. */
  ingestChannelEvent(event: ChannelEvent): Promise<{ isNew: boolean }>;
  ingestSourceEvent(event: SourceEvent): Promise<{ isNew: boolean }>;
  /** Whether the store's event of this id came in. */
  hasSourceEvent(deliveryId: string): Promise<boolean>;
  /** Newer observations win; a changed sellable quantity or price of a bound offer is scheduled to be sent. */
  observe(observations: readonly Observation[], observedAt: number): Promise<void>;
  /** Observes and answers what to publish for each, in the order given (for a create or an edit). */
  planStock(observations: readonly Observation[], observedAt: number): Promise<StockView[]>;
  readStock(keys: readonly { productId: string; variantId: string }[]): Promise<StockView[]>;
  /** Says which offers are live; also releases orders that waited for one of them. */
  bindOffers(bindings: readonly OfferBinding[]): Promise<void>;
  /**
   * Sends stock or prices of these products again, even where the channel is believed to show them;
   * answers in the order given, after one try each.
   */
  resend(productIds: readonly string[], what: "stock" | "price"): Promise<ResendResult[]>;
  unbindOffers(channelSkuIds: readonly string[]): Promise<void>;
  /** Looks at held orders again: a link, a carrier mapping or a setting changed. */
  releaseOrders(): Promise<void>;
  /** Tries a parked or held order again now. */
  retryOrder(channelOrderId: string): Promise<void>;
  /** Polls orders now; resolves when the poll is scheduled. `taskId`: settle that task when done. */
  pollOrders(taskId?: string): Promise<void>;
  /** Cron's tap on the shoulder: arms the alarm if it was lost and schedules due sweeps. */
  poke(): Promise<void>;
  /** Grants up to `wanted` requests to one side's shop now, or says how long to wait. */
  lease(side: "source" | "channel", wanted: number, terms?: LeaseTerms): Promise<LeaseGrant>;
  readTraffic(): Promise<SourceTraffic>;
  /** A valid channel access token, refreshed under one pair of hands; `stale` = the token that just failed. */
  freshAccess(stale?: string): Promise<string>;
  /** Starts or stops sweeps with the connection's state. */
  setActive(isActive: boolean): Promise<void>;
  /** Forgets everything: the connection was deleted. */
  erase(): Promise<void>;
}
