/**
 * An order of the channel as an order for the source store: what the buyer paid, or what the
 * merchant is owed, to the cent. It knows no vendor; how the store is made to show these amounts is
 * the platform's business.
 */
import type { BuyerAddress, ChannelOrder, OrderKind, OrderLine } from "./channel-order";
import {
  addsTaxOnTop,
  shippingPriceOf,
  storeTotalOf,
  unitPriceOf,
  type OrderMoneyChoice,
} from "./order-money";

export interface DraftLine {
  productId: string;
  variantId: string;
  quantity: number;
  /** What one unit costs, tax included, minor units. */
  unitPriceMinor: number;
  name: string;
}

/**
 * The order to create in the store: what the buyer paid, or what the merchant is owed; minor units.
 */
export interface OrderDraft {
  channelOrderId: string;
  currency: string;
  lines: readonly DraftLine[];
  /** What shipping costs, tax included. */
  shippingMinor: number;
  /** A discount on the whole order that no line carries, tax included; 0 mostly. */
  discountMinor: number;
  /** lines + shipping - discount */
  totalMinor: number;
  address: BuyerAddress;
  buyerEmail: string;
  buyerNote: string;
  placedAt: number;
  /** Shown as the payment method in the store. */
  paymentLabel: string;
  /** Preferred carrier by its stable reference; absent: the store's own choice. */
  carrierReference?: string;
  /** The state the store's order starts in; absent: the store's own. */
  orderStateId?: string;
  /**
   * True when the channel ships the order from its own warehouse: the store's stock stays as it is.
   */
  isFulfilledByChannel?: boolean;
  /** What the order is where it is no sale. */
  kind?: OrderKind;
  /**
   * What the amounts above show. This and the next two are absent in drafts of earlier versions.
   */
  moneyChoice?: OrderMoneyChoice;
  /** What the buyer paid in all, sales tax included. */
  buyerPaidMinor?: number;
  /** Added on top of the prices and remitted by the channel: no part of `totalMinor`. */
  salesTaxMinor?: number;
}

export interface VariantLink {
  productId: string;
  variantId: string;
}

/** What an order's SKU is in the store. */
export interface OrderLink extends VariantLink {
  /** The store has deleted the variant. */
  isGone?: true;
}

export interface DraftTexts {
  /** Shown as the payment method, e.g. "TikTok Shop". */
  paymentLabel: string;
  /** Reserved name nobody can receive mail at: the store writes to its buyers by itself. */
  mailDomain: string;
  moneyChoice: OrderMoneyChoice;
  carrierReference?: string;
  /** Carriers by the channel's delivery option; one that is not named goes by `carrierReference`. */
  carrierByOption?: Readonly<Record<string, string>>;
  orderStateId?: string;
}

/** Lines somebody must still send: cancelled ones are gone. */
export function openLines(order: Pick<ChannelOrder, "lines">): OrderLine[] {
  return order.lines.filter((line) => !line.isCancelled);
}

/** SKU names (or channel ids where there is none) of open lines without a link, each once. */
export function unlinkedSkus(
  order: ChannelOrder,
  links: ReadonlyMap<string, VariantLink>,
): string[] {
  const missing = openLines(order).filter((line) => !links.has(line.channelSkuId));
  return [...new Set(missing.map((line) => line.sellerSku || line.channelSkuId))];
}

/** SKUs of deleted variants: the channel's ids, and what people call them. */
export interface GoneSkus {
  skuIds: readonly string[];
  skus: readonly string[];
}

/** Channel ids of open lines whose variant the store has deleted, each once, with their SKU names. */
export function goneSkus(order: ChannelOrder, links: ReadonlyMap<string, OrderLink>): GoneSkus {
  const gone = openLines(order).filter(({ channelSkuId }) => links.get(channelSkuId)?.isGone);
  return {
    skuIds: [...new Set(gone.map(({ channelSkuId }) => channelSkuId))],
    skus: [...new Set(gone.map((line) => line.sellerSku || line.channelSkuId))],
  };
}

/**
 * Drafts the store's order, or null when an open line has no variant in the store or the buyer's address is
 * hidden.
 * The channel lists one row per unit; rows of one variant and one price become one line. Sales tax
 * that the market adds on top is no part of it, since the channel remits it. Fees ride on the
 * shipping, what the total is less than the sum is a discount: the total is always exact.
 */
export function draftOrder(
  order: ChannelOrder,
  links: ReadonlyMap<string, OrderLink>,
  wording: DraftTexts,
): OrderDraft | null {
  const address = order.address && completeAddress(order.address);
  if (!address || unlinkedSkus(order, links).length > 0) return null;
  if (goneSkus(order, links).skuIds.length > 0) return null;
  const { moneyChoice, paymentLabel, mailDomain, orderStateId, carrierByOption = {} } = wording;
  const carrierReference = carrierByOption[order.deliveryOptionId] ?? wording.carrierReference;
  const lines = groupLines(openLines(order), links, moneyChoice);
  const totalMinor = storeTotalOf(order, moneyChoice);
  const shippingMinor = shippingPriceOf(order, moneyChoice);
  const goodsMinor = lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0);
  const restMinor = totalMinor - goodsMinor - shippingMinor;
  return {
    channelOrderId: order.id,
    currency: order.currency,
    lines,
    shippingMinor: shippingMinor + Math.max(0, restMinor),
    discountMinor: Math.max(0, -restMinor),
    totalMinor,
    address,
    buyerEmail: `buyer-${order.buyer.id || order.id}@${mailDomain}`,
    buyerNote: order.buyer.message,
    placedAt: order.createdAt,
    ...(order.kind ? { kind: order.kind } : {}),
    paymentLabel,
    ...(carrierReference ? { carrierReference } : {}),
    ...(orderStateId ? { orderStateId } : {}),
    moneyChoice,
    buyerPaidMinor: order.money.totalMinor,
    salesTaxMinor: addsTaxOnTop(order) ? order.money.taxMinor : 0,
  };
}

function groupLines(
  lines: readonly OrderLine[],
  links: ReadonlyMap<string, VariantLink>,
  moneyChoice: OrderMoneyChoice,
): DraftLine[] {
  const groups = new Map<string, DraftLine>();
  for (const line of lines) {
    const link = links.get(line.channelSkuId);
    if (!link) continue;
    const unitPriceMinor = unitPriceOf(line, moneyChoice);
    const key = `${link.productId}:${link.variantId}:${unitPriceMinor}`;
    const known = groups.get(key);
    const name = line.variantName ? `${line.name} (${line.variantName})` : line.name;
    groups.set(key, {
      productId: link.productId,
      variantId: link.variantId,
      unitPriceMinor,
      name: known?.name ?? name,
      quantity: (known?.quantity ?? 0) + 1,
    });
  }
  return [...groups.values()];
}

/** Stands where the channel hides what the store demands. */
const HIDDEN = "***";

/** Fills what the store insists on; without a country no address can be made. */
export function completeAddress(address: BuyerAddress): BuyerAddress | undefined {
  if (!address.country) return undefined;
  const { firstName, lastName } = splitName(address);
  return {
    ...address,
    firstName,
    lastName,
    name: address.name || `${firstName} ${lastName}`,
    city: address.city || HIDDEN,
    line1: address.line1 || HIDDEN,
  };
}

/** First and last name; where only one text is given its last part is the last name. */
export function splitName(address: Pick<BuyerAddress, "name" | "firstName" | "lastName">): {
  firstName: string;
  lastName: string;
} {
  const first = address.firstName.trim();
  const last = address.lastName.trim();
  if (first && last) return { firstName: first, lastName: last };
  // Brazil and Mexico put the whole name into the first name.
  const names = (first || last || address.name).trim().split(/\s+/).filter(Boolean);
  const lastName = names.pop() ?? HIDDEN;
  return { firstName: names.join(" ") || lastName, lastName };
}
