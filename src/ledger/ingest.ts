/** Events as requests to read again; of their content only the ids count. */
import type { ChannelEvent } from "../platforms/channel";
import type { SourceEvent } from "../platforms/source";
import type { EventReceipt, EventTerms } from "../sync/ledger-api";
import { ofChannelEvent, ofSourceEvent } from "../sync/journal/to-journal-event";
import { rereadEntity, sweepEntity } from "./entities";
import { GATHER_MS } from "./named-listings";
import type { Notes } from "./notes";
import type { LedgerStorage } from "./storage";

/** The time of the store's last event is stored no more often than this. */
const EVENT_TIME_GRAIN_MS = 60_000;

const RESTING: EventReceipt = { isNew: false, isResting: true };

const restsUnder = (notes: Notes, terms: EventTerms | undefined): boolean =>
  terms?.onlyActive === true && notes.read("isActive") !== true;

/** Dedupes and schedules; call it inside one transaction. */
export function ingestChannel(
  storage: LedgerStorage,
  event: ChannelEvent,
  now: number,
  terms?: EventTerms,
): EventReceipt {
  const { notes, orders } = storage;
  if (restsUnder(notes, terms)) return RESTING;
  if (!notes.receive(`channel:${event.deliveryId}`, now, ofChannelEvent(event)))
    return { isNew: false };
  switch (event.kind) {
    case "order.changed":
      for (const orderId of event.orderIds) orders.schedule("refresh-order", orderId, now);
      break;
    case "order.cancel_changed":
      orders.schedule("refresh-order", event.orderId, now);
      break;
    case "listing.changed":
      nameListing(storage, event, now);
      break;
    case "authorization.revoked":
    case "authorization.expiring":
    case "other":
      break;
  }
  return { isNew: true };
}

/**
 * A listing is read at once, where none was read lately; what is named meanwhile is read together. `at`: of
 * the change, by the channel's clock; 0: not known.
 */
export function nameListing(
  { notes, outbox, namedListings }: Pick<LedgerStorage, "notes" | "outbox" | "namedListings">,
  { channelProductId, at }: { channelProductId: string; at: number },
  now: number,
): void {
  namedListings.add(channelProductId, at || now, now);
  outbox.schedule("refresh-listings", sweepEntity("refresh-listings"), readableFrom(notes, now));
}

/** When listings may be read next, epoch ms; a time far ahead was noted by a clock that was set back. */
export function readableFrom(notes: Notes, now: number): number {
  const from = notes.read("listingsReadableFrom") ?? now;
  return from > now + GATHER_MS ? now : Math.max(now, from);
}

/** Key of the receipt of a store's event. */
export const sourceKey = (deliveryId: string) => `source:${deliveryId}`;

/** Dedupes and schedules; call it inside one transaction. */
export function ingestSource(
  storage: LedgerStorage,
  event: SourceEvent,
  now: number,
  terms?: EventTerms,
): EventReceipt {
  const { notes, orderStore, orders } = storage;
  if (restsUnder(notes, terms)) return RESTING;
  if (!notes.receive(sourceKey(event.deliveryId), now, ofSourceEvent(event)))
    return { isNew: false };
  if (now - (notes.read("sourceEventAt") ?? 0) >= EVENT_TIME_GRAIN_MS)
    notes.write("sourceEventAt", now);
  switch (event.kind) {
    case "product.saved":
    case "product.deleted":
      reread(storage, "product", event.ids, now);
      break;
    case "stock.changed":
      reread(storage, "stock", event.ids, now);
      break;
    case "order.state_changed":
    case "order.tracking_changed":
      for (const sourceOrderId of event.ids) {
        const record = orderStore.findBySource(sourceOrderId);
        if (record) orders.schedule("export-shipment", record.order.id, now);
      }
      break;
    case "ping":
    case "other":
      break;
  }
  return { isNew: true };
}

/** Schedules a read of these products, or of their stock alone. */
export function reread(
  { notes, outbox }: Pick<LedgerStorage, "notes" | "outbox">,
  what: "product" | "stock",
  productIds: readonly string[],
  now: number,
): void {
  notes.addRereads(what, productIds);
  const kind = what === "product" ? "observe-products" : "observe-stock";
  outbox.schedule(kind, rereadEntity(what), now);
}
