/**
 * The port of a channel platform: the marketplace listings go to and orders come from.
 * It knows no vendor field name and no wire format; every method throws SyncError.
 */
import type { Remedy } from "../domain/errors/sync-error";
import type { Finding } from "../domain/health/finding";
import type { CancelAnswer, CancelReason } from "../domain/orders/cancel-reason";
import type { ChannelOrder, OrderReturn } from "../domain/orders/channel-order";
import type { ListingAttribute, ListingRules } from "../domain/listings/listing-rules";
import type { Market } from "../domain/listings/market";
import type { ListingContentCalls, ListingField } from "./channel-content";
import type {
  CertificateFile,
  ListingDraft,
  ListingPage,
  ListingQuery,
  FoundBySku,
  ListingReport,
  SentListing,
} from "./channel-listing";
import type { PackageCalls } from "./channel-package";
import type { PartyCalls } from "./channel-party";
import type { PlatformDeps } from "./deps";
import type { Delivered } from "./source-event";

/** The app's own registration with the platform, the same for all merchants. */
export interface ChannelApp {
  appKey: string;
  appSecret: string;
  serviceId: string;
  apiBase: string;
  authBase: string;
  /** Where a seller is sent to authorise, by market group ("us" or "global"). */
  authorizeUrls: Readonly<Record<string, string>>;
}

export interface ChannelTokens {
  accessToken: string;
  /** Epoch ms. */
  accessExpiresAt: number;
  refreshToken: string;
  refreshExpiresAt: number;
  sellerName: string;
  openId: string;
  scopes: readonly string[];
}

export interface ChannelShop {
  id: string;
  name: string;
  /** ISO country code of the market. */
  region: string;
  cipher: string;
  isCrossBorder: boolean;
}

export interface ChannelCategory {
  id: string;
  /** "0" for a department. */
  parentId: string;
  name: string;
  isLeaf: boolean;
  permission: "available" | "invite_only" | "restricted" | "prohibited";
}

export interface CategorySuggestion {
  categoryId: string;
  /** Names from the department to the leaf. */
  path: readonly string[];
}

export interface BrandPage {
  brands: readonly ChannelBrand[];
  /** Absent at the end. */
  next?: string;
}

export interface ChannelBrand {
  id: string;
  name: string;
  /** False: the seller has not proven a right to it; well-known brands are refused without. */
  isAuthorized: boolean;
}

/** The failure of one of several things that were asked for together. */
export interface ItemFailure {
  code: string;
  message: string;
  /** Who must act; absent: the merchant. */
  remedy?: Remedy;
  /** As among the facts of a SyncError. */
  mayPass?: boolean;
}

/** One write per SKU; a failed one does not fail its neighbours. */
export interface SkuResult {
  channelSkuId: string;
  /** Absent: done. */
  error?: ItemFailure;
}

export interface ChannelWarehouse {
  id: string;
  name: string;
  kind: "sales" | "return";
  isDefault: boolean;
  isEnabled: boolean;
}

export interface OrderPage {
  orders: readonly ChannelOrder[];
  /** Ids of orders in a shape nobody knows; to be asked for one by one. */
  unreadable?: readonly string[];
  next?: string;
}

export interface ShippingProvider {
  id: string;
  name: string;
}

export interface ShipmentDraft {
  orderId: string;
  lineIds: readonly string[];
  trackingNumber: string;
  providerId: string;
}

/** What a webhook told us, in our words. Only a hint: the object is read again before anything happens. */
export type ChannelEvent = Delivered & {
  deliveryId: string;
  shopId: string;
  at: number;
} & (
    | { kind: "order.changed"; orderIds: readonly string[] }
    | { kind: "order.cancel_changed"; orderId: string; cancelId: string }
    | { kind: "listing.changed"; channelProductId: string }
    | { kind: "authorization.revoked" }
    | { kind: "authorization.expiring" }
    | { kind: "other"; topic: string }
  );

/** What Weft itself knows, for a look at the channel shop. */
export interface ChannelExamination {
  shopId: string;
  /** As granted; empty: the platform did not say. */
  scopes: readonly string[];
  /** End of the seller's authorisation, epoch ms. */
  authorizedUntil?: number;
  /** "": none is chosen. */
  warehouseId: string;
  carrierMap: readonly { providerId: string; providerName: string }[];
  /** Where the channel may call us; absent where it cannot. */
  webhookAddress?: string;
}

export interface ChannelSession extends ListingContentCalls, PartyCalls, PackageCalls {
  listShops(): Promise<readonly ChannelShop[]>;
  listCategories(): Promise<readonly ChannelCategory[]>;
  /** Undefined when the platform has no idea. */
  suggestCategory(title: string, description: string): Promise<CategorySuggestion | undefined>;
  listAttributes(categoryId: string): Promise<readonly ListingAttribute[]>;
  readRules(categoryId: string): Promise<ListingRules>;
  /** A page of the brands whose name holds `name`, of one category when given; "" for any name. */
  listBrands(categoryId: string | undefined, name: string, cursor?: string): Promise<BrandPage>;
  /** Failed readiness items of the shop, e.g. "RETURN_WAREHOUSE: no return warehouse". */
  readPrerequisites(): Promise<readonly string[]>;
  listWarehouses(): Promise<readonly ChannelWarehouse[]>;
  /** Uploads bytes, answers the uri listings refer to. `use`: main picture, option picture or size chart. */
  uploadImage(
    bytes: Uint8Array,
    fileName: string,
    use: "main" | "option" | "size_chart",
  ): Promise<{ uri: string }>;
  /**
   * Uploads a document, recognised by its bytes; what it answers goes into a draft's certificates. Throws
   * SyncError("merchant", "*.certificate") for a kind or size of file the channel does not take.
   */
  uploadCertificate(bytes: Uint8Array, fileName: string): Promise<CertificateFile>;
  /** A dry run of create; the reasons it would be refused for. */
  checkListing(draft: ListingDraft): Promise<readonly { code: string; message: string }[]>;
  createListing(draft: ListingDraft): Promise<SentListing>;
  /**
   * Replaces the content. SKUs with a `channelSkuId` keep their quantity and price. Only SKUs named
   * in `retiredSkuIds` go; the answer holds those of the draft.
   */
  updateListing(channelProductId: string, draft: ListingDraft): Promise<SentListing>;
  readListing(channelProductId: string): Promise<ListingReport | undefined>;
  /** One page of up to 100 listings: one request. A listing may be missing where the channel's index is behind. */
  listListings(query: ListingQuery, cursor?: string): Promise<ListingPage>;
  /**
   * Looks for a listing of ours, as its external id says, by any of its seller SKUs, and tells of those that
   * somebody else made with one of them.
   */
  findListing(
    isOurs: (externalId: string) => boolean,
    sellerSkus: readonly string[],
  ): Promise<FoundBySku>;
  /** Whether the shop holds any listing, whoever made it: one request. */
  hasListings(): Promise<boolean>;
  activateListings(
    channelProductIds: readonly string[],
  ): Promise<readonly { id: string; error?: ItemFailure }[]>;
  deactivateListings(
    channelProductIds: readonly string[],
  ): Promise<readonly { id: string; error?: ItemFailure }[]>;
  /** Takes listings away for good; orders of them stay. One that the channel has frozen is refused. */
  deleteListings(
    channelProductIds: readonly string[],
  ): Promise<readonly { id: string; error?: ItemFailure }[]>;
  /** Absolute quantities of SKUs of one product. */
  setQuantities(
    channelProductId: string,
    warehouseId: string,
    changes: readonly { channelSkuId: string; quantity: number }[],
  ): Promise<readonly SkuResult[]>;
  setPrices(
    channelProductId: string,
    currency: string,
    changes: readonly { channelSkuId: string; priceMinor: number }[],
  ): Promise<readonly SkuResult[]>;
  /** Orders changed since `updatedFrom` (epoch ms, inclusive), oldest change first. */
  pollOrders(updatedFrom: number, cursor?: string): Promise<OrderPage>;
  /** One page of up to 100 orders made from `from` until before `until` (epoch ms), the youngest first. */
  listOrders(made: { from: number; until: number }, cursor?: string): Promise<OrderPage>;
  /** At most 50 ids; unknown ids are absent from the answer. */
  readOrders(ids: readonly string[]): Promise<readonly ChannelOrder[]>;
  /** The providers for the delivery option of an order. */
  listShippingProviders(deliveryOptionId: string): Promise<readonly ShippingProvider[]>;
  /** Delivery options of the sales warehouse. */
  listDeliveryOptions(warehouseId: string): Promise<readonly { id: string; name: string }[]>;
  /** Marks lines as shipped by the seller. Not idempotent on the wire: read the order first. */
  shipOrder(draft: ShipmentDraft): Promise<{ packageId: string }>;
  /** Ships a package the platform made (TikTok shipping). */
  shipPackage(packageId: string, trackingNumber: string, providerId: string): Promise<void>;
  updateTracking(
    orderId: string,
    packageId: string,
    trackingNumber: string,
    providerId: string,
  ): Promise<void>;
  /**
   * Asks for cancellation by the seller with the market's name of the reason; no line: the whole
   * order. SyncError("merchant", "*.cancel_reason") where the market does not know the reason,
   * "*.cancel_open" while a request of the buyer is open.
   */
  cancelOrder(orderId: string, lineIds: readonly string[], reason: CancelReason): Promise<void>;
  /** Answers the buyer's open request to cancel; false: there is none. A repeat changes nothing. */
  answerCancelRequest(orderId: string, answer: CancelAnswer): Promise<boolean>;
  /** Returns, refunds and replacements of an order, the one that changed last at the end. */
  readReturns(orderId: string): Promise<readonly OrderReturn[]>;
  /** Ids of orders with a return that changed since then (epoch ms), the newest changes first. */
  listReturned(changedFrom: number): Promise<readonly string[]>;
  /** Subscribes this shop to the events we use; a no-op where the address is not allowed by the platform. */
  registerWebhooks(address: string): Promise<readonly string[]>;
  /** Every check of the platform; a shop that cannot be read is a finding, an expired token an error. */
  examine(asked: ChannelExamination): Promise<readonly Finding[]>;
}

/** A channel platform: one folder, one line in the registry. */
export interface ChannelPlatform {
  key: string;
  label: string;
  /** Names of the checks `examine` answers for, the one of the token among them. */
  checks: readonly string[];
  /** What `editListing` takes; a change of any other field takes a full edit. */
  partialFields: readonly ListingField[];
  /** In the order in which a merchant chooses from them. */
  markets: readonly Market[];
  /** Undefined for a market that is not known yet; nothing is refused there beforehand. */
  marketOf(region: string): Market | undefined;
  authorizeUrl(app: ChannelApp, marketGroup: string, state: string): string;
  exchangeCode(app: ChannelApp, code: string, deps: PlatformDeps): Promise<ChannelTokens>;
  refreshTokens(app: ChannelApp, refreshToken: string, deps: PlatformDeps): Promise<ChannelTokens>;
  /** `shop` absent: only calls that need none (listShops). */
  open(
    app: ChannelApp,
    accessToken: string,
    shop:
      | (Pick<ChannelShop, "cipher" | "region"> & Partial<Pick<ChannelShop, "isCrossBorder">>)
      | undefined,
    deps: PlatformDeps,
  ): ChannelSession;
  /** Constant-time check of the signature on the raw bytes, then parse; null when the signature is wrong. */
  verifyEvent(app: ChannelApp, headers: Headers, rawBody: Uint8Array): Promise<ChannelEvent | null>;
  /** Deep link into the seller's own pages. */
  productUrl(region: string, channelProductId: string): string;
  orderUrl(region: string, channelOrderId: string): string;
}
