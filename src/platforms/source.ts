/**
 * The port of a source platform: the store a catalogue comes from and orders go to.
 * It knows no vendor field name and no wire format; every method throws SyncError.
 */
import type { SourceHandOver, SourcePairing } from "./source-pairing";
import type { Reason } from "../domain/errors/reason";
import type { PullWindow } from "../domain/catalogue/pull-window";
import type { AddressRemark } from "../domain/orders/address-remark";
import type { BuyerAddress } from "../domain/orders/channel-order";
import type { OrderDraft } from "../domain/orders/order-draft";
import type {
  PriceLevel,
  SourceCategory,
  SourceProduct,
  StockLevel,
} from "../domain/catalogue/source-product";
import type { OrderFigures, OversoldLine, RecountedLine } from "../domain/orders/order-figures";
import type { StoreOrderNow } from "../domain/orders/store-changes";
import type { PackedParcel } from "../domain/orders/parcel";
import type { Finding, Fix } from "../domain/health/finding";
import type { ReadingChoice, ReadingChoices } from "../domain/connections/reading-choice";
import type { SourceStore, Transport } from "../domain/connections/source-store";
import type { PlatformDeps } from "./deps";
import type { PriceEdges, ProductChanges, SourceRefunds, StockChanges } from "./source-changes";
import type { SourceEvent } from "./source-event";

export type { SourceEvent } from "./source-event";

export interface SourceCredentials {
  /** Normalised base address of the shop, no trailing slash: https://shop.example/sub */
  url: string;
  key: string;
  /** What the store's module and Weft sign their messages with; absent: only the key is used. */
  secret?: string;
  /** Secrets the module may hold instead: the next of a rotation, the one before the last. */
  otherSecrets?: readonly string[];
}

/** What one real call to the store tells about it. */
export interface SourceAccess {
  version: string;
  /** Verbs the key lacks, as "orders: POST"; empty when all is well. */
  missingPermissions: readonly string[];
  /** Those without which sync works, but sees less. */
  unseen: readonly string[];
}

/** One page of a pull; `next` is an opaque cursor, absent at the end. */
export interface ReadProducts {
  products: readonly SourceProduct[];
  /** Products that exist but could not be read, although others beside them could. */
  unreadable: readonly UnreadableProduct[];
  /** True where these show that the store is not as it is remembered: its facts are to be read again. */
  isStoreChanged?: boolean;
}

export interface UnreadableProduct {
  /** "" in a page where the store's answer does not even hold the id. */
  id: string;
  /** What the store answered for it. */
  reason: Reason;
}

export interface SourceProductPage extends ReadProducts {
  next?: string;
}

/** Prices in the store's own currency. */
export interface SourcePrices {
  currency: string;
  levels: readonly PriceLevel[];
  /** How the store was reached. */
  transport: Transport;
}

export interface SourceOrder {
  id: string;
  reference: string;
  totalMinor: number;
  currency: string;
  orderStateId: string;
  isPaid: boolean;
  /** The order as the store computes it. */
  figures: OrderFigures;
  /** How the store was reached. */
  transport: Transport;
  /** Only the module answers this; empty by webservice. */
  oversold: readonly OversoldLine[];
  /** Lines whose units the store may have taken once too often, because a request ended in between. */
  recounted?: readonly RecountedLine[];
}

/**
 * Ids already obtained on the way to an order (customer, address, cart...). Opaque to everybody but
 * the platform; saved by `remember` after every step, so a crash in between repeats nothing.
 */
export type ImportProgress = Readonly<Record<string, string>>;

/** What the store says about fulfilment of an order of ours. */
export interface SourceShipment extends StoreOrderNow {
  orderId: string;
  parcels: readonly PackedParcel[];
}

/** What is to be different about an order after its import; what is missing stays as it is. */
export interface OrderChange {
  /** Where the goods go. The invoice keeps the address that the order was made with. */
  address?: BuyerAddress;
  parcel?: {
    /** The carrier by its stable reference. */
    carrierReference?: string;
    trackingNumber?: string;
  };
}

export interface SourceCarrier {
  /** Stable across edits (id_reference). */
  reference: string;
  name: string;
  isActive: boolean;
}

export interface SourceOrderState {
  id: string;
  name: string;
  isPaid: boolean;
  /** The parcel counts as gone, so no new order should start in it. */
  isShipped: boolean;
}

/** What the other side and Weft itself know, for a look at the store. */
export interface SourceExamination {
  /** Where orders come from: ISO codes; absent: no channel shop is known. */
  market?: { country: string; currency: string; isTaxIncluded: boolean };
  /** The currency that prices are read in; null or absent: the store's own. */
  priceCurrency?: string | null;
  /** The carrier that orders are to have, by its stable reference. */
  carrierReference?: string;
  /** The state that orders are to have, if one was chosen. */
  orderStateId?: string;
  /** Version of the store's module that Weft offers. */
  moduleVersion: string;
}

export interface SourceSession {
  checkAccess(): Promise<SourceAccess>;
  /** Asks the store, whatever was known; the session believes the answer from then on. */
  readStore(): Promise<SourceStore>;
  /** Bulk page of whole products with variants, stock and final prices; no request per product. */
  pullPage(window: PullWindow, pageSize: number, cursor?: string): Promise<SourceProductPage>;
  /** Whole products by id; unknown ids are simply absent from the answer. */
  pullProducts(ids: readonly string[]): Promise<ReadProducts>;
  /** Ids of every product that exists now: the net for deletions. */
  listProductIds(): Promise<readonly string[]>;
  listCategories(): Promise<readonly SourceCategory[]>;
  /** Stock of all variants, or of the given products, in one or few calls. */
  readStock(productIds?: readonly string[]): Promise<readonly StockLevel[]>;
  /** What moved since `cursor`; everything where that cannot be told. */
  readStockChanges(cursor?: string): Promise<StockChanges>;
  /** Prices of all variants of the given products, in few calls; unknown ids are simply absent. */
  readPrices(productIds: readonly string[]): Promise<SourcePrices>;
  /**
   * Products that changed since `cursor`, in content or price but for their stock; all of them
   * where there is no cursor or the store does not know it.
   */
  readProductChanges(cursor?: string): Promise<ProductChanges>;
  /**
   * Products of which a dated discount begins or ends between two moments (epoch ms, inclusive).
   * Needed only where `readProductChanges` says that prices are unseen.
   */
  readPriceEdges(from: number, until: number): Promise<PriceEdges>;
  /**
   * Asks the store for the settings that all products are read by: currency, language, units, time
   * zone. False where this session reads by others, or nobody knows by which.
   */
  areSettingsKnown(): Promise<boolean>;
  /** Customer groups, currencies (id: the ISO code) and languages that products can be read for. */
  listReadingChoices(): Promise<ReadingChoices>;
  listCarriers(): Promise<readonly SourceCarrier[]>;
  /** The states an order can be in, in the store's own order. */
  listOrderStates(): Promise<readonly SourceOrderState[]>;
  /**
   * Creates the order once, resuming from `progress`; looks before it creates whenever an earlier
   * attempt may have got through. Resolves only with an order that was read back paid and to the
   * cent; otherwise SyncError (`prestashop.order_total_differs`...). An order without stock
   * (`isFulfilledByChannel`) throws SyncError("merchant", "prestashop.module_needed") where the
   * store has no module: its webservice always takes the units.
   */
  importOrder(
    draft: OrderDraft,
    progress: ImportProgress,
    remember: (progress: ImportProgress) => void,
  ): Promise<SourceOrder>;
  /** Which of these orders the store has: one request for 100 ids. */
  findOrders(orderIds: readonly string[]): Promise<readonly string[]>;
  /** Fulfilment of the given orders, in few calls however many there are. */
  readShipments(orderIds: readonly string[]): Promise<readonly SourceShipment[]>;
  /**
   * What was given back since `cursor`, or since a moment (epoch ms) where there is none: one request.
   * Throws SyncError("merchant", "prestashop.permission_missing") where the key may not read it.
   */
  readRefunds(since: number, cursor?: string): Promise<SourceRefunds>;
  /**
   * Gives the store's module the secret to sign with from now on; false where no module holds ours.
   * A repeat with the same secret is done again. `hadModule`: one was there when we looked last.
   */
  rotateSecret(next: string, hadModule: boolean): Promise<boolean>;
  /** Tells the store's module, where there is one, that its connection is over; a repeat throws. */
  unpair(): Promise<void>;
  /** Has the store's module send what waits in it; undefined where there is none. */
  flushEvents(): Promise<{ sent: number; waiting: number } | undefined>;
  /** Puts the order into the store's cancelled state (restocks); a repeat changes nothing. */
  cancelOrder(orderId: string): Promise<void>;
  /** Changes an order that has not left yet; a repeat changes nothing. Always by the webservice. */
  changeOrder(orderId: string, change: OrderChange): Promise<void>;
  /**
   * Put the order into the store's shipped or delivered state; a repeat changes nothing. False where it
   * stays in another state because the merchant cancelled or refunded it. Always by the webservice.
   */
  markShipped(orderId: string): Promise<boolean>;
  markDelivered(orderId: string): Promise<boolean>;
  /** Every check of the platform; a store that cannot be read is a finding, not an error. */
  examine(asked: SourceExamination): Promise<readonly Finding[]>;
  /** Does what a finding of `examine` says can be done; a repeat changes nothing. */
  repair(fix: Fix): Promise<void>;
}

/** Addresses of pages in a store's back office, by the store's ids. */
export interface AdminPages {
  order(id: string): string;
  product(id: string): string;
}

/** A source platform: one folder, one line in the registry. */
export interface SourcePlatform {
  key: string;
  label: string;
  /** Names of the checks `examine` answers for, the one for being let in among them. */
  checks: readonly string[];
  /** The base address in what a merchant typed. Throws SyncError("merchant", "store.url_invalid"). */
  normaliseUrl(typed: string, allowLocalHosts: boolean): string;
  /**
   * The back office's address in what a merchant typed, on the host of `storeUrl`. Throws
   * SyncError("merchant", "store.admin_url_invalid").
   */
  normaliseAdminUrl(typed: string, storeUrl: string): string;
  /** Pages that open in the browser of whoever may log in there; `version` of the store, "": unknown. */
  adminPages(adminUrl: string, version: string): AdminPages;
  /**
   * `known`: what `readStore` answered last; while it is fresh, and was read for the same `choice`, the
   * session need not ask again. Without a choice products are read as visitors see them.
   */
  open(
    credentials: SourceCredentials,
    deps: PlatformDeps,
    known?: SourceStore,
    choice?: ReadingChoice,
  ): SourceSession;
  /** What the key of a module of this version has to allow, no more: verbs by resource. */
  keyPermissions(moduleVersion: string): Readonly<Record<string, readonly string[]>>;
  /** What the store's order cannot show of a buyer's address as it was typed. */
  addressRemarks(address: BuyerAddress): readonly AddressRemark[];
  /**
   * Whether a message may be signed at all, by its headers alone: what is not needs no secret and no row to
   * be refused.
   */
  mayBeSigned(headers: Headers, now: number): boolean;
  /** Null when the body asks for no pairing. */
  readPairing(rawBody: Uint8Array): SourcePairing | null;
  /** Like verifyEvent, for the hand-over of a key. */
  verifyHandOver(
    secret: string,
    headers: Headers,
    rawBody: Uint8Array,
    now: number,
  ): Promise<SourceHandOver | null>;
  /**
   * Verifies the signature on the raw bytes, then parses; null when the signature is wrong or too
   * old.
   */
  verifyEvent(
    secret: string,
    headers: Headers,
    rawBody: Uint8Array,
    now: number,
  ): Promise<SourceEvent | null>;
}
