/** Orders as pages show them, without their wording. */
import type { ConnectionRow } from "../../db/connections/connections";
import { ordersOf, type Link, type OrderRecordRow } from "../../db/orders/read-orders";
import type { BuyerAddress, ChannelOrder } from "../../domain/orders/channel-order";
import { canHandOver, isByChannel, labelPackages } from "../../domain/orders/hand-over";
import { canPack, sentParcels } from "../../domain/orders/packing";
import { completeAddress } from "../../domain/orders/order-draft";
import { moneyParts } from "../../domain/orders/order-money";
import type { StoreMoney } from "../../domain/orders/order-projection";
import { variantKey } from "../../domain/catalogue/source-product";
import { listChoices } from "../../db/orders/variant-choices";
import { SyncError } from "../../domain/errors/sync-error";
import type { StoreSum } from "../../contract/order-sum";
import type { OrderDetail, OrderRow } from "../../contract/orders";
import type { AdminPages, SourcePlatform } from "../../platforms/source";
import type { AppServices } from "../context";
import { adminPagesOf } from "./admin-pages";

/** `pages`: those of the store's back office; null while its address is not known. */
export function toOrderRow(row: OrderRecordRow, pages: AdminPages | null): OrderRow {
  return {
    id: row.channelOrderId,
    channelState: row.channelState,
    tab: row.tab,
    isArchived: row.isArchived,
    kind: (row.body as ChannelOrder).kind ?? null,
    sourceOrderId: row.sourceOrderId,
    sourceReference: row.sourceReference,
    sourceOrderUrl: row.sourceOrderId === null ? null : (pages?.order(row.sourceOrderId) ?? null),
    trackingNumber: row.trackingNumber,
    totalMinor: row.totalMinor,
    currency: row.currency,
    buyerName: row.buyerName,
    unitCount: row.unitCount,
    goods: goodsOf(row.body as ChannelOrder),
    returned: (row.body as ChannelOrder).returns?.at(-1)?.state ?? null,
    problem: row.problem ?? null,
    placedAt: row.placedAt,
    shipBy: row.shipBy,
  };
}

function goodsOf({ lines }: ChannelOrder): OrderRow["goods"] {
  const [first] = lines;
  if (!first) return null;
  const units = lines.filter(({ channelSkuId }) => channelSkuId === first.channelSkuId).length;
  return { name: first.name, imageUrl: first.imageUrl ?? null, units };
}

/** Throws SyncError("merchant", "order.not_found"). */
export async function readOrderDetail(
  services: AppServices,
  connection: ConnectionRow,
  orderId: string,
): Promise<OrderDetail> {
  const { db, channelPlatform, sourcePlatform } = services;
  const orders = ordersOf(db, connection.id);
  const row = await orders.find(orderId);
  if (!row) throw new SyncError("merchant", "order.not_found");
  const order = row.body as ChannelOrder;
  const skuIds = [...new Set(order.lines.map(({ channelSkuId }) => channelSkuId))];
  const [linked, projected, timeline] = await Promise.all([
    orders.links(skuIds),
    orders.projectedLinks(orderId),
    orders.history(orderId),
  ]);
  // What the ledger said of the order counts before what its SKUs are now.
  const links = new Map([...linked, ...projected]);
  const open = order.lines.filter((line) => needsVariant(row, line, links.get(line.channelSkuId)));
  const platform = channelPlatform(connection.channelPlatform);
  return {
    ...toOrderRow(row, adminPagesOf(services, connection)),
    channelOrderUrl: platform.orderUrl(connection.channelRegion ?? "", orderId),
    paidAt: order.paidAt ?? null,
    returns: (order.returns ?? []).map(({ refundMinor = null, ...one }) => ({
      ...one,
      refundMinor,
    })),
    shipping: {
      isByChannel: isByChannel(order),
      canArrange: row.sourceOrderId !== null && canHandOver(order),
      hasLabel: labelPackages(order).length > 0,
      canPack: row.sourceOrderId !== null && canPack(order),
    },
    parcels: sentParcels(order),
    hasCancelRequest: order.hasCancelRequest && order.state !== "cancelled",
    address: order.address
      ? toAddress(order.address, sourcePlatform(connection.sourcePlatform))
      : null,
    lines: order.lines.map((line) => ({
      id: line.id,
      name: line.name,
      variantName: line.variantName,
      sellerSku: line.sellerSku,
      imageUrl: line.imageUrl ?? null,
      priceMinor: line.salePriceMinor,
      isLinked: links.has(line.channelSkuId),
      productId: links.get(line.channelSkuId)?.productId ?? null,
      isCancelled: line.isCancelled,
      channelSkuId: line.channelSkuId,
      needsVariant: open.includes(line),
    })),
    choices: await listChoices(db, connection.id, open, links),
    sum: moneyParts(order),
    store: toStoreSum(row.storeMoney, order, links),
    timeline,
  };
}

/** Whether a person may say what an open line is in the store, where its order waits for that. */
function needsVariant(
  { problem, sourceOrderId }: OrderRecordRow,
  { isCancelled, channelSkuId }: ChannelOrder["lines"][number],
  link: Link | undefined,
): boolean {
  if (isCancelled || sourceOrderId !== null || !problem) return false;
  const { code, facts } = problem;
  const names = (name: string) => (Array.isArray(facts[name]) ? facts[name].map(String) : []);
  if (code === "order.line_unlinked") return !link;
  if (code === "order.variant_gone") return names("skuIds").includes(channelSkuId);
  if (code !== "prestashop.product_missing" || !link) return false;
  const { productId, variantId } = link;
  return [productId, variantKey(productId, variantId)].some((id) =>
    names("productIds").includes(id),
  );
}

function toAddress(
  address: BuyerAddress,
  { addressRemarks }: SourcePlatform,
): NonNullable<OrderDetail["address"]> {
  const town = [address.postcode, address.city].filter(Boolean).join(" ");
  const { line1, line2, state, country, phone, dropOff = "" } = address;
  const lines = [line1, line2, town, state, country, phone, dropOff];
  const written = completeAddress(address);
  const remarks = written ? [...addressRemarks(written)] : [];
  return { name: address.name, lines: lines.filter(Boolean), remarks };
}

/** The store's side; a line of it is named by what the channel calls the variant. */
function toStoreSum(
  stored: StoreMoney | null,
  order: ChannelOrder,
  links: ReadonlyMap<string, Link>,
): StoreSum | null {
  if (!stored) return null;
  const { moneyChoice, expectedMinor, figures, oversold, recounted = [], refunds = [] } = stored;
  const nameOf = (named: Link) => {
    const line = order.lines.find(({ channelSkuId }) => {
      const link = links.get(channelSkuId);
      return link?.productId === named.productId && link.variantId === named.variantId;
    });
    if (!line) return named.productId;
    return [line.name, line.variantName].filter(Boolean).join(", ");
  };
  return {
    moneyChoice,
    expectedMinor,
    ...figures,
    taxes: [...figures.taxes],
    refunds: [...refunds],
    oversold: oversold.map((line) => ({ ...line, name: nameOf(line) })),
    recounted: recounted.map((line) => ({ ...line, name: nameOf(line) })),
  };
}
