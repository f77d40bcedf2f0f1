import { nextId, unixNow, type Context } from "../context";
import { emitWebhook } from "../webhooks/outbox";
import { packagesOf, putPackage, type Order, type OrderStatus, type Package } from "./order";

/** The ids of the lines that are not cancelled. */
export const packageUnits = (order: Order): string[] =>
  order.lines.filter((line) => line.status !== "CANCELLED").map((line) => line.id);

/**
 * Adds a package for lines and returns its id. Without a carrier the package waits to be shipped; with
 * one a waiting package of the same lines is shipped, or a new one is split off.
 */
export function addPackage(
  context: Context,
  order: Order,
  lineIds: readonly string[],
  carrier?: { trackingNumber: string; providerId: string },
): string {
  const now = unixNow(context);
  const waiting = packagesOf(context, order.id).find(
    (row) => row.status === "TO_FULFILL" && lineIds.every((id) => row.lineIds.includes(id)),
  );
  const whole = waiting?.lineIds.length === lineIds.length ? waiting : undefined;
  if (waiting && !whole) splitOff(context, waiting, lineIds);
  const base: Package = whole ?? {
    id: nextId(context, "package"),
    shopId: order.shopId,
    orderId: order.id,
    lineIds,
    status: "TO_FULFILL",
    trackingNumber: "",
    providerId: "",
    createTime: now,
    updateTime: now,
    trackingChanges: 0,
    tracking: [],
  };
  const ready = { description: "The parcel is ready for the carrier.", atMs: context.clock.now() };
  const shipped: Package = carrier
    ? {
        ...base,
        ...carrier,
        status: "PROCESSING",
        shippedAt: now,
        updateTime: now,
        tracking: [ready],
      }
    : base;
  putPackage(context, shipped);
  const partial = carrier !== undefined && packageUnits(order).length > lineIds.length;
  if (partial) emitPackage(context, order, "SPLIT", [shipped.id]);
  return shipped.id;
}

function splitOff(context: Context, waiting: Package, lineIds: readonly string[]): void {
  const rest = waiting.lineIds.filter((id) => !lineIds.includes(id));
  putPackage(context, { ...waiting, lineIds: rest, updateTime: unixNow(context) });
}

function emitPackage(context: Context, order: Order, kind: string, ids: readonly string[]): void {
  emitWebhook(context, order.shopId, "PACKAGE_UPDATE", {
    sc_type: kind,
    role_type: "ROLE_SELLER",
    package_list: ids.map((package_id) => ({ package_id, order_id_list: [order.id] })),
    update_time: unixNow(context),
  });
}

const MOVES: Readonly<
  Partial<Record<OrderStatus, { status: Package["status"]; description: string }>>
> = {
  IN_TRANSIT: { status: "FULFILLING", description: "The carrier has collected the parcel." },
  DELIVERED: { status: "COMPLETED", description: "The parcel was delivered." },
  CANCELLED: { status: "CANCELLED", description: "The order was cancelled." },
};

/** Sets the status of the packages of an order after a new order status. */
export function setPackages(context: Context, orderId: string, orderStatus: OrderStatus): void {
  const move = MOVES[orderStatus];
  if (!move) return;
  const event = { description: move.description, atMs: context.clock.now() };
  for (const row of packagesOf(context, orderId)) {
    const tracking = [...row.tracking, event];
    putPackage(context, { ...row, status: move.status, tracking, updateTime: unixNow(context) });
  }
}
