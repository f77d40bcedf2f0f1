// The states of an order: their sequence, their time limits and their notifications. API, pages and
// clock move orders by these functions, which know no request.
import { nextId, unixNow, type Context } from "../context";
import { schedule, unschedule } from "../due";
import { marketOf } from "../markets/markets";
import { emitWebhook } from "../webhooks/outbox";
import { consumeUnit, releaseUnit } from "./committed-stock";
import { addPackage, packageUnits, setPackages } from "./parcels";
import { findOrder, putOrder, type Order, type OrderLine, type OrderStatus } from "./order";

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

const NEXT: Readonly<Partial<Record<OrderStatus, OrderStatus>>> = {
  UNPAID: "ON_HOLD",
  ON_HOLD: "AWAITING_SHIPMENT",
  AWAITING_SHIPMENT: "AWAITING_COLLECTION",
  PARTIALLY_SHIPPING: "AWAITING_COLLECTION",
  AWAITING_COLLECTION: "IN_TRANSIT",
  IN_TRANSIT: "DELIVERED",
  DELIVERED: "COMPLETED",
};

/** How long an order stays in a state before it moves on by itself, in seconds. */
function waitOf(context: Context, status: OrderStatus): number | undefined {
  const switches = context.switches();
  if (status === "UNPAID") return switches.unpaidTimeoutSeconds;
  if (status === "ON_HOLD") return switches.remorseSeconds;
  if (status === "AWAITING_COLLECTION") return 6 * HOUR_SECONDS;
  if (status === "IN_TRANSIT") return 2 * DAY_SECONDS;
  return status === "DELIVERED" ? 7 * DAY_SECONDS : undefined;
}

/** Plans the next step of an order by time. */
export function planNext(context: Context, order: Order): void {
  const wait = waitOf(context, order.status);
  if (wait === undefined) return unschedule(context, "order", order.id);
  schedule(context, { kind: "order", id: order.id, at: context.clock.now() + wait * 1000 });
}

/** Moves an order on whose time is up; cancels an unpaid one. */
export function orderDue(context: Context, orderId: string): void {
  const order = findOrder(context, orderId);
  const next = order && NEXT[order.status];
  if (!order || !next) return unschedule(context, "order", orderId);
  if (order.status === "UNPAID")
    cancelLines(context, order, "SYSTEM", "Payment not received in time");
  else stepTo(context, order, next);
}

/** Moves an order forward, step by step, to a later status; an earlier one changes nothing. */
export function advanceOrder(context: Context, orderId: string, target: OrderStatus): void {
  for (;;) {
    const order = findOrder(context, orderId);
    if (!order || order.status === target || order.status === "CANCELLED") return;
    if (target === "CANCELLED")
      return cancelLines(context, order, "SYSTEM", "Cancelled by the platform");
    const next = NEXT[order.status];
    if (!next || !isBefore(order.status, target)) return;
    stepTo(context, order, next);
  }
}

const ORDER_OF_STATUSES = Object.keys(NEXT);
const isBefore = (status: string, target: string) =>
  target === "COMPLETED" || ORDER_OF_STATUSES.indexOf(status) < ORDER_OF_STATUSES.indexOf(target);

function stepTo(context: Context, order: Order, status: OrderStatus): void {
  if (status === "AWAITING_COLLECTION") return shipRest(context, order);
  const lines = order.lines.map((line) =>
    line.status === "CANCELLED" ? line : { ...line, status: shownOnLine(status) },
  );
  saveOrder(context, { ...order, ...timesOf(context, status), lines, status });
  if (status === "AWAITING_SHIPMENT" && hasPackageFirst(order))
    addPackage(context, findOrder(context, order.id) ?? order, packageUnits(order));
  setPackages(context, order.id, status);
}

function hasPackageFirst({ region, shippingType }: Order): boolean {
  const { packageBeforeShipping, platformPackageFirst } = marketOf(region);
  return shippingType === "TIKTOK" ? platformPackageFirst : packageBeforeShipping;
}

/** The status on a line, which has neither ON_HOLD nor PARTIALLY_SHIPPING. */
const shownOnLine = (status: OrderStatus): OrderStatus =>
  status === "ON_HOLD" || status === "PARTIALLY_SHIPPING" ? "AWAITING_SHIPMENT" : status;

function timesOf(context: Context, status: OrderStatus): Partial<Order> {
  const now = unixNow(context);
  if (status === "ON_HOLD") return { paidTime: now };
  if (status === "IN_TRANSIT") return { collectionTime: now };
  return status === "DELIVERED" ? { deliveryTime: now } : {};
}

/** Ships the remaining lines, as a seller does in Seller Center. */
function shipRest(context: Context, order: Order): void {
  const [provider] = marketOf(order.region).shippingProviders;
  const number = nextId(context, "package").slice(-9);
  const lineIds = order.lines
    .filter((line) => line.status === "AWAITING_SHIPMENT")
    .map(({ id }) => id);
  shipLines(context, order, lineIds, `SC${number}`, provider.id);
}

/** Ships lines in one package, consumes their stock and saves the order; returns the package's id. */
export function shipLines(
  context: Context,
  order: Order,
  lineIds: readonly string[],
  trackingNumber: string,
  providerId: string,
): string {
  const packageId = addPackage(context, order, lineIds, { trackingNumber, providerId });
  const now = unixNow(context);
  const lines = order.lines.map((line): OrderLine => {
    if (!lineIds.includes(line.id)) return line;
    if (!order.isFulfilledByTikTok) consumeUnit(context, line.skuId, order.warehouseId);
    return { ...line, status: "AWAITING_COLLECTION", packageId, rtsTime: now };
  });
  const open = lines.some((line) => line.status === "AWAITING_SHIPMENT");
  const status = open ? "PARTIALLY_SHIPPING" : "AWAITING_COLLECTION";
  saveOrder(context, { ...order, lines, status, rtsTime: now });
  return packageId;
}

/** Cancels lines (absent: all that are not shipped); an order is cancelled when all its lines are. */
export function cancelLines(
  context: Context,
  order: Order,
  by: "BUYER" | "SELLER" | "SYSTEM",
  reason: string,
  lineIds?: readonly string[],
): void {
  const lines = order.lines.map((line): OrderLine => {
    const meant = (lineIds?.includes(line.id) ?? true) && line.status !== "CANCELLED";
    if (!meant) return line;
    if (line.rtsTime === undefined && !order.isFulfilledByTikTok)
      releaseUnit(context, line.skuId, order.warehouseId);
    return { ...line, status: "CANCELLED", cancelUser: by, cancelReason: reason };
  });
  const open = lines.filter((line) => line.status !== "CANCELLED");
  const shipped = open.length > 0 && open.every((line) => line.rtsTime !== undefined);
  const { pendingCancelId: _closed, ...rest } = order;
  const base = { ...rest, lines };
  if (open.length > 0)
    return saveOrder(context, { ...base, status: shipped ? "AWAITING_COLLECTION" : order.status });
  const cancelTime = unixNow(context);
  const whole = { cancelTime, cancelReason: reason, cancelInitiator: by };
  saveOrder(context, { ...base, ...whole, status: "CANCELLED" });
  setPackages(context, order.id, "CANCELLED");
}

/** Stores an order; for a new status it plans the next step and notifies the app. */
export function saveOrder(context: Context, order: Order): void {
  const before = findOrder(context, order.id);
  const saved = { ...order, updateTime: unixNow(context) };
  putOrder(context, saved);
  if (before?.status === saved.status) return;
  planNext(context, saved);
  if (saved.status === "PARTIALLY_SHIPPING") return;
  emitWebhook(context, saved.shopId, "ORDER_STATUS_CHANGE", {
    order_id: saved.id,
    order_status: saved.status === "CANCELLED" ? "CANCEL" : saved.status,
    is_on_hold_order: saved.status === "ON_HOLD",
    update_time: saved.updateTime,
  });
}
