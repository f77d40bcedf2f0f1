/** Events as requests to look again; their content is never trusted further than the ids it names. */
import type { ChannelEvent } from "../platforms/channel";
import type { SourceEvent } from "../platforms/source";
import type { LedgerStorage } from "./storage";

/** A busy store need not be noted at every word. */
const HEARD_GRAIN_MS = 60_000;

/** Dedupes and schedules; call it inside one transaction. */
export function ingestChannel(
  { notes, book, outbox }: LedgerStorage,
  event: ChannelEvent,
  now: number,
): { isNew: boolean } {
  if (!notes.receive(`channel:${event.deliveryId}`, now)) return { isNew: false };
  switch (event.kind) {
    case "order.changed":
    case "order.cancel_changed":
      book.schedule("refresh-order", event.orderId, now);
      break;
    case "listing.changed":
      outbox.schedule("refresh-listing", `report:${event.channelProductId}`, now);
      break;
    case "authorization.revoked":
    case "authorization.expiring":
    case "other":
      break;
  }
  return { isNew: true };
}

/** Under which name an event of the store is noted. */
export const sourceKey = (deliveryId: string) => `source:${deliveryId}`;

export function ingestSource(
  rooms: LedgerStorage,
  event: SourceEvent,
  now: number,
): { isNew: boolean } {
  const { notes, outbox, orders, book } = rooms;
  if (!notes.receive(sourceKey(event.deliveryId), now)) return { isNew: false };
  if (now - (notes.read("sourceHeardAt") ?? 0) >= HEARD_GRAIN_MS) notes.write("sourceHeardAt", now);
  switch (event.kind) {
    case "product.saved":
    case "product.deleted":
      notes.addRereads("product", event.ids);
      outbox.schedule("observe-products", "looks:product", now);
      break;
    case "stock.changed":
      notes.addRereads("stock", event.ids);
      outbox.schedule("observe-stock", "looks:stock", now);
      break;
    case "order.state_changed":
    case "order.tracking_changed":
      for (const sourceOrderId of event.ids) {
        const record = orders.findBySource(sourceOrderId);
        if (record) book.schedule("export-shipment", record.order.id, now);
      }
      break;
    case "ping":
      break;
  }
  return { isNew: true };
}
