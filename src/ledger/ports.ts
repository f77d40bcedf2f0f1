/** What the ledger is handed from outside; `compose/ledger-ports.ts` supplies it, tests do, too. */
import type { TaskCounts } from "../domain/tasks/task-counts";
import type { DraftTexts } from "../domain/orders/order-draft";
import type { ProjectionReason } from "../sync/orders/project-order";
import type { CancelReason } from "../domain/orders/cancel-reason";
import type { OrderProjection } from "../domain/orders/order-projection";
import type { StateRule } from "../domain/orders/store-changes";
import type { CarrierChoice } from "../domain/orders/plan-shipment";
import type { Transport } from "../domain/connections/source-store";
import type { PriceRule } from "../domain/stock/price-rule";
import type { LowStockRule, Sends } from "../domain/stock/product-rule";
import type { StockRule } from "../domain/stock/stock-rule";
import type { SyncError } from "../domain/errors/sync-error";
import type { Log } from "../lib/log";
import type { Runtime } from "../lib/runtime";
import type { ChannelSession } from "../platforms/channel";
import type { Pacer } from "../platforms/deps";
import type { SourceSession } from "../platforms/source";
import type { LeaseGrant, LeaseTerms } from "../domain/requests/lease";
import type { RefreshedPage, RefreshedProducts } from "../sync/catalogue/refresh-products";
import type { NamedListing, NamedRead } from "../sync/listings/refresh-named-listings";
import type { LedgerApi } from "../sync/ledger-api";
import type { Side } from "./budgets";

export interface LedgerConnection {
  /** False while the connection is paused or its authorisation is gone. */
  isActive: boolean;
  /** When the connection was made, epoch ms. */
  connectedAt: number;
  source(): Promise<SourceSession>;
  channel(): Promise<ChannelSession>;
  /** Transport into the store, as its facts said when they were read last. */
  transport: Transport;
  /** False when the store's facts were read too long ago. */
  isStoreFresh: boolean;
  /** The merchant's limit of requests to the store. */
  requestsPerMinute: number;
  warehouseId: string;
  /** Of the store, which its prices are in. */
  currency: string;
  /** False: prices may be of another currency than `currency`, for the moment. */
  isReadAsChosen: boolean;
  /** Of the channel's market; absent where it is not known. */
  marketCurrency?: string;
  /** How much goes on sale of products without a rule of their own or of their category. */
  stockRule: StockRule;
  /** What of products without a rule of their own goes to the channel. */
  sends: Sends;
  /** Threshold of all products that have none of their own; null: none. */
  lowStock: LowStockRule | null;
  /** What products cost on the channel that have no rule of their own; null: as in the store. */
  priceRule: PriceRule | null;
  carriers: readonly CarrierChoice[];
  /** What the merchant says states of the store mean. */
  stateRules: readonly StateRule[];
  wording: DraftTexts;
  /** Whether the store is told what the channel sent. */
  writesShipped: boolean;
  /** Whether the store is told that the buyer has the goods. */
  writesDelivered: boolean;
  /** Whether an order that the store fails to take is tried again by the clock. */
  retriesOrders: boolean;
  /** Named to the channel where no fact gives the reason of a cancellation. */
  cancelReason: CancelReason;
}

export interface LedgerPorts extends Pick<Runtime, "now" | "random"> {
  connectionId: string;
  log: Log;
  /** Of the source store, shared by the ledger's own sessions. */
  pacer: Pacer;
  timing: {
    httpTimeoutMs: number;
    orderPollMs: number;
    stockScanMs: number;
    /** Between scans of a store whose module answers changes in one small response. */
    moduleScanMs: number;
    /** Between two questions which products changed. */
    productScanMs: number;
    shipmentScanMs: number;
  };
  /** Reads the connection's row; throws SyncError("merchant", "connection.not_found"). */
  open(): Promise<LedgerConnection>;
  /** `reason`: the order has news, or it is shown in an older shape than today's. */
  projectOrder(projection: OrderProjection, reason: ProjectionReason): Promise<void>;
  raiseProblem(key: string, error: SyncError): Promise<void>;
  clearProblem(key: string): Promise<void>;
  /** Pulls these products into the catalogue and answers their counts and prices. */
  observeProducts(productIds: readonly string[]): Promise<RefreshedProducts>;
  /** The same for a page of all the store's products; the pages of one walk share a session. */
  observePage(cursor: string | undefined): Promise<RefreshedPage>;
  /** Ids of all products of the catalogue that are sold in a category of the channel. */
  listCategoryProducts(categoryId: string): Promise<string[]>;
  /** Flags the products of the catalogue that the store no longer has. */
  flagVanished(): Promise<void>;
  /** Reads the store's own facts again, its module among them. */
  refreshStore(): Promise<void>;
  /** Reads these listings on the channel, together where it can, and saves what they show. */
  refreshListings(named: readonly NamedListing[]): Promise<NamedRead>;
  /** These SKUs stand for nothing any more: the channel does not have them. */
  dropOffers(channelProductId: string, channelSkuIds: readonly string[]): Promise<void>;
  finishTask(taskId: string, counts: TaskCounts): Promise<void>;
  /** Refreshes the token when needed; the ledger lets one call run at a time. */
  freshAccess(stale?: string): Promise<string>;
}

/** The ledger as work inside it reaches it: without a round trip. */
export interface InnerLedger extends LedgerApi {
  /** Takes a request from the budget of one side; outside callers use `lease`. */
  leaseInside(side: Side, terms?: LeaseTerms): LeaseGrant;
}
