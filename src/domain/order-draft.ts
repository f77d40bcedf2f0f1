/**
 * An order of the channel as an order for the source store: what the buyer paid, to the cent.
 * It knows no vendor; how the store is made to show these amounts is the platform's business.
 */
import type { BuyerAddress, ChannelOrder, OrderLine } from "./channel-order";

export interface DraftLine {
  productId: string;
  variantId: string;
  quantity: number;
  /** What the buyer pays for one unit, tax included, minor units. */
  unitPriceMinor: number;
  name: string;
}

export interface OrderDraft {
  channelOrderId: string;
  currency: string;
  lines: DraftLine[];
  shippingMinor: number;
  discountMinor: number;
  /** lines + shipping - discount */
  totalMinor: number;
  address: BuyerAddress;
  buyerEmail: string;
  buyerNote: string;
  placedAt: number;
  paymentLabel: string;
  carrierReference?: string;
}

export interface VariantLink {
  productId: string;
  variantId: string;
}

export interface DraftWording {
  /** Shown as the payment method, e.g. "TikTok Shop". */
  paymentLabel: string;
  /** Reserved name nobody can receive mail at: the store writes to its buyers by itself. */
  mailDomain: string;
  carrierReference?: string;
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

/**
 * Drafts the store's order, or null when an open line has no link or the buyer's address is hidden.
 * The channel lists one row per unit; rows of one variant and one price become one line. Where the
 * market adds tax on top (total = goods + shipping + tax + fees) it is put into the unit prices,
 * because the store shows prices with tax. Fees ride on the shipping, what the buyer paid less than
 * the sum is a discount: the total is always what was paid.
 */
export function draftOrder(
  order: ChannelOrder,
  links: ReadonlyMap<string, VariantLink>,
  wording: DraftWording,
): OrderDraft | null {
  const address = order.address && completeAddress(order.address);
  if (!address || unlinkedSkus(order, links).length > 0) return null;
  const taxOnTop = addsTaxOnTop(order);
  const lines = groupLines(openLines(order), links, taxOnTop);
  const totalMinor = paidForOpenLines(order, taxOnTop);
  const goodsMinor = lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0);
  const restMinor = totalMinor - goodsMinor - order.money.shippingMinor;
  return {
    channelOrderId: order.id,
    currency: order.currency,
    lines,
    shippingMinor: order.money.shippingMinor + Math.max(0, restMinor),
    discountMinor: Math.max(0, -restMinor),
    totalMinor,
    address,
    buyerEmail: `buyer-${order.buyer.id || order.id}@${wording.mailDomain}`,
    buyerNote: order.buyer.message,
    placedAt: order.createdAt,
    paymentLabel: wording.paymentLabel,
    ...(wording.carrierReference ? { carrierReference: wording.carrierReference } : {}),
  };
}

/** US style: the sum only comes out when tax is added to the listed prices. */
function addsTaxOnTop({ money }: ChannelOrder): boolean {
  const withoutTax = money.subtotalMinor + money.shippingMinor + money.otherFeesMinor;
  return money.taxMinor > 0 && withoutTax + money.taxMinor === money.totalMinor;
}

function unitPrice(line: OrderLine, taxOnTop: boolean): number {
  if (line.isGift) return 0;
  return Math.max(0, line.salePriceMinor + (taxOnTop ? line.taxMinor : 0));
}

/**
 * What was paid for the lines still open. No source says whether the channel lowers an order's total
 * when a line is cancelled: it did when the goods' sum no longer contains that line.
 */
function paidForOpenLines(order: ChannelOrder, taxOnTop: boolean): number {
  const gone = order.lines.filter((line) => line.isCancelled);
  if (gone.length === 0) return order.money.totalMinor;
  const allMinor = order.lines.reduce((sum, line) => sum + line.salePriceMinor, 0);
  if (order.money.subtotalMinor !== allMinor) return order.money.totalMinor;
  const goneMinor = gone.reduce((sum, line) => sum + unitPrice(line, taxOnTop), 0);
  return Math.max(0, order.money.totalMinor - goneMinor);
}

function groupLines(
  lines: readonly OrderLine[],
  links: ReadonlyMap<string, VariantLink>,
  taxOnTop: boolean,
): DraftLine[] {
  const groups = new Map<string, DraftLine>();
  for (const line of lines) {
    const link = links.get(line.channelSkuId);
    if (!link) continue;
    const unitPriceMinor = unitPrice(line, taxOnTop);
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
function completeAddress(address: BuyerAddress): BuyerAddress | undefined {
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

/** First and last name; where only one text is given its last word is the last name. */
export function splitName(address: Pick<BuyerAddress, "name" | "firstName" | "lastName">): {
  firstName: string;
  lastName: string;
} {
  const first = address.firstName.trim();
  const last = address.lastName.trim();
  if (first && last) return { firstName: first, lastName: last };
  // Brazil and Mexico put the whole name into the first name.
  const words = (first || last || address.name).trim().split(/\s+/).filter(Boolean);
  const lastWord = words.pop() ?? HIDDEN;
  return { firstName: words.join(" ") || lastWord, lastName: lastWord };
}
