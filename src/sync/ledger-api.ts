/**
 * What the rest of Weft may ask a connection's ledger: the only decider of how much stock to
 * publish and of what may happen to an order. Plain data in and out, old callers keep working.
 */
import type { Reason } from "../domain/errors/reason";
import type { LedgerFlow } from "../domain/health/flow";
import type { LeaseGrant, LeaseTerms } from "../domain/requests/lease";
import type { ChoiceResult } from "../domain/orders/choose-variant";
import type { CancelAnswer } from "../domain/orders/cancel-reason";
import type { PackingRefusal } from "../domain/orders/packing";
import type { PackedByHand } from "../domain/orders/parcel";
import type { CorrectionNote } from "../domain/stock/correction-note";
import type { DoubtCause } from "../domain/stock/doubt";
import type { PauseCause, SaleReport } from "../domain/stock/listing-pause";
import type { LowStockNote } from "../domain/stock/low-stock-note";
import type { ProductRule } from "../domain/stock/product-rule";
import type { ChannelOrder, HandoverMethod } from "../domain/orders/channel-order";
import type { AuditedOrder, FateOfOrder } from "../domain/reports/order-fate";
import type { LedgerCount } from "../domain/reports/stock-audit";
import type { Correction } from "../domain/stock/offer-drift";
import type { ChannelEvent } from "../platforms/channel";
import type { SourceEvent } from "../platforms/source";
import { JOURNAL_METHODS, type JournalApi } from "./journal/journal-api";
import { STOCK_RULE_METHODS, type StockRuleApi } from "./stock/stock-rule-api";
import type { Observation, StockView } from "./stock/stock-view";

export type { Observation, StockView } from "./stock/stock-view";

/** A variant that now exists on the channel, and the numbers it was sent with. */
export interface OfferBinding {
  productId: string;
  variantId: string;
  channelProductId: string;
  channelSkuId: string;
  sentQuantity: number;
  sentPriceMinor: number;
  /** The offer exists, but nobody read what it shows: its numbers are sent. */
  doubt?: "never_read";
}

/** The variant that a SKU of the channel stands for from now on. */
export interface OfferRelink {
  channelSkuId: string;
  productId: string;
  variantId: string;
}

/** What a SKU stands for in one order alone. */
export interface VariantChoice extends OfferRelink {
  channelOrderId: string;
}

/** What somebody said of a listing's place on sale. */
export interface ListingReportNote extends SaleReport {
  channelProductId: string;
}

/** `rule` null: the product has no rule of its own any more. */
export interface ProductRuleChange {
  productId: string;
  rule: ProductRule | null;
}

/** How a send ended that a person asked for. */
export interface ResendResult {
  productId: string;
  /**
   * "waiting": the ledger tries again by itself; "unlisted": no offer of the product is live;
   * "withheld": a rule of the product keeps Weft from sending it.
   */
  state: "sent" | "refused" | "waiting" | "unlisted" | "withheld";
  /** Code of the last error. */
  code?: string;
}

/** Requests sent to the source store lately. */
export interface SourceTraffic {
  /** Requests of the last minute. */
  used: number;
  /** How many at once the store bears; below one there are rests in between. */
  atOnce: number;
  /** The store asked for silence until then, epoch ms. */
  blockedUntil: number | null;
}

/** How an order stands after it was read and tried once because a person asked. */
export interface SyncedOrder {
  /** "stopped": for `reason`; "waiting": the ledger goes on by itself; "left": it is not due. */
  state: "imported" | "stopped" | "waiting" | "left";
  reason?: Reason;
}

/** Of an event that was handed to a ledger. */
export interface EventReceipt {
  isNew: boolean;
  /** It was for an active ledger only and this one rests: nothing was kept of it. */
  isResting?: true;
}

export interface EventTerms {
  /** The sender's connection was not looked up: a ledger that rests, or was deleted, keeps nothing. */
  onlyActive: boolean;
}

/** How orders that the channel listed are taken in. Epoch ms. */
export interface AuditTerms {
  readAt: number;
  /** When the connection was made. */
  connectedAt: number;
  /** Changes since then are on their way by themselves. */
  recentSince: number;
}

export interface LedgerApi extends JournalApi, StockRuleApi {
  /** Dedupes and schedules; durable before it answers. */
  ingestChannelEvent(event: ChannelEvent, terms?: EventTerms): Promise<EventReceipt>;
  ingestSourceEvent(event: SourceEvent, terms?: EventTerms): Promise<EventReceipt>;
  /** Whether the store's event of this id came in. */
  hasSourceEvent(deliveryId: string): Promise<boolean>;
  /**
   * Newer observations win; a changed sellable quantity or price of a bound offer is scheduled to
   * be sent. `gone`: products that the store has deleted.
   */
  observe(
    observations: readonly Observation[],
    observedAt: number,
    gone?: readonly string[],
  ): Promise<void>;
  readStock(keys: readonly { productId: string; variantId: string }[]): Promise<StockView[]>;
  /** Stores which offers are live; also releases orders that waited for one of them. */
  bindOffers(bindings: readonly OfferBinding[]): Promise<void>;
  /**
   * Sends stock or prices of these products again, unchanged ones too; answers in the order given,
   * after one try each.
   */
  resend(productIds: readonly string[], what: "stock" | "price"): Promise<ResendResult[]>;
  /**
   * `endsLinks`: new orders of these SKUs wait, too. Else they still become the variants that the SKUs stood for,
   * since buyers may have ordered before.
   */
  unbindOffers(channelSkuIds: readonly string[], terms?: { endsLinks: boolean }): Promise<void>;
  /** SKUs whose variant was made anew stand for the new one; held orders of them are planned again. */
  relinkOffers(links: readonly OfferRelink[]): Promise<void>;
  /**
   * Something outside of Weft moved what the channel shows of these SKUs: the wanted numbers are
   * sent again.
   */
  doubtOffers(
    channelSkuIds: readonly string[],
    what: "quantity" | "price",
    cause: DoubtCause,
  ): Promise<void>;
  /** Listings were put on or off sale, or read on the channel at `at` (epoch ms). */
  noteListingStates(reports: readonly ListingReportNote[], at: number): Promise<void>;
  /** Stores rules of products and sends what they change. */
  setProductRules(changes: readonly ProductRuleChange[]): Promise<void>;
  /** The products' own rules, in the order given; the usual rule where there is none. */
  readProductRules(productIds: readonly string[]): Promise<ProductRule[]>;
  /** Changes the fields of a product's own rule that `patch` names, and sends what that changes. */
  changeProductRule(productId: string, patch: Partial<ProductRule>): Promise<void>;
  /** What thresholds did to the product's SKUs lately, the newest first. */
  readLowStock(productId: string): Promise<LowStockNote[]>;
  /** Who took these listings off sale, in the order given; null: nobody, as far as is known. */
  readPauses(channelProductIds: readonly string[]): Promise<(PauseCause | null)[]>;
  /** Reads all products again, beginning now: they are read for somebody else. */
  rereadProducts(): Promise<void>;
  /** Plans held orders again: a link, a carrier mapping or a setting changed. */
  releaseOrders(): Promise<void>;
  /** Tries a parked or held order again now. */
  retryOrder(channelOrderId: string): Promise<void>;
  /** Reads an order of the channel, known or not, and tries once to make it in the store. */
  syncOrder(channelOrderId: string): Promise<SyncedOrder>;
  /** Answers the buyer's open request to cancel an order, after one try; false: there is none. */
  answerRequest(channelOrderId: string, answer: CancelAnswer): Promise<boolean>;
  /** Has the channel's carrier take the parcel of an order, after one try; false: nothing is to be arranged. */
  handOver(channelOrderId: string, method: HandoverMethod): Promise<boolean>;
  /** Ships an order in the parcels that a person packed, after one try; null: so it is shipped. */
  packOrder(orderId: string, parcels: readonly PackedByHand[]): Promise<PackingRefusal | null>;
  /** The buyer has what was given back in the store; false: nothing was given back. */
  acknowledgeRefunds(channelOrderId: string): Promise<boolean>;
  /** A person says which variant a SKU of one order stands for; the order is tried once at once. */
  chooseVariant(choice: VariantChoice): Promise<ChoiceResult>;
  /** Takes the buyers out of ended orders; whatever is read of them later brings nobody back. */
  forgetBuyers(channelOrderIds: readonly string[]): Promise<void>;
  /** Polls orders now; resolves when the poll is scheduled. `taskId`: task to finish with it. */
  pollOrders(taskId?: string): Promise<void>;
  /** What becomes of each listed order once it is taken in, in the order given; changes nothing. */
  auditOrders(listed: readonly ChannelOrder[], terms: AuditTerms): Promise<AuditedOrder[]>;
  /** Takes in what the channel listed and the ledger did not have. */
  receiveOrders(listed: readonly ChannelOrder[], terms: AuditTerms): Promise<void>;
  /** What became of these orders, in the order given. */
  readFates(channelOrderIds: readonly string[]): Promise<FateOfOrder[]>;
  /** How the SKUs of listings on sale are counted. */
  readCounts(channelProductIds: readonly string[]): Promise<LedgerCount[]>;
  /** Polls orders and waits for the end; false: they could not be read to the end. */
  readOrdersNow(): Promise<boolean>;
  /**
   * SKUs that show another quantity than the believed one: the wanted one is sent. `since`, epoch ms: what moved
   * them came later.
   */
  correctOffers(corrections: readonly Correction[], since: number): Promise<void>;
  /** Called by cron: arms the alarm if it was lost and schedules the sweeps that are missing. */
  poke(): Promise<void>;
  /** Grants up to `wanted` requests to one side's shop now, or says how long to wait. */
  lease(side: "source" | "channel", wanted: number, terms?: LeaseTerms): Promise<LeaseGrant>;
  readTraffic(): Promise<SourceTraffic>;
  /** What readings of the channel corrected of a product lately, the newest first. */
  readCorrections(productId: string): Promise<CorrectionNote[]>;
  /** What stands still: paid orders that wait, shops that asked for silence. */
  readFlow(): Promise<LedgerFlow>;
  /** Sends to this shop again although it asked for silence, and tries all that waits. */
  endSilence(side: "source" | "channel"): Promise<void>;
  /**
   * A valid channel access token; refreshes are single-flight. `stale`: the token that was just
   * refused.
   */
  freshAccess(stale?: string): Promise<string>;
  /** Starts or stops sweeps with the connection's state. */
  setActive(isActive: boolean): Promise<void>;
  /** Deletes all that is stored: the connection was deleted. */
  erase(): Promise<void>;
}

const METHODS: Readonly<Record<keyof LedgerApi, true>> = {
  ...JOURNAL_METHODS,
  ...STOCK_RULE_METHODS,
  ingestChannelEvent: true,
  ingestSourceEvent: true,
  hasSourceEvent: true,
  observe: true,
  readStock: true,
  bindOffers: true,
  resend: true,
  unbindOffers: true,
  relinkOffers: true,
  doubtOffers: true,
  noteListingStates: true,
  setProductRules: true,
  readProductRules: true,
  changeProductRule: true,
  readLowStock: true,
  readPauses: true,
  rereadProducts: true,
  releaseOrders: true,
  retryOrder: true,
  syncOrder: true,
  answerRequest: true,
  handOver: true,
  packOrder: true,
  acknowledgeRefunds: true,
  chooseVariant: true,
  forgetBuyers: true,
  pollOrders: true,
  auditOrders: true,
  receiveOrders: true,
  readFates: true,
  readCounts: true,
  readOrdersNow: true,
  correctOffers: true,
  poke: true,
  lease: true,
  readTraffic: true,
  readCorrections: true,
  readFlow: true,
  endSilence: true,
  freshAccess: true,
  setActive: true,
  erase: true,
};

/** Names of all methods: a remote ledger cannot list its own. */
export const LEDGER_METHODS = Object.keys(METHODS) as (keyof LedgerApi)[];
