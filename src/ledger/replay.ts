/**
 * Hands things to the mechanism that events are handed to, once more: each is read again, and what is missing
 * follows. Nothing here decides, so a replay of what is known changes nothing.
 */
import { SyncError } from "../domain/errors/sync-error";
import { keyOfEvent } from "../domain/journal/journal";
import {
  MOST_REPLAYED,
  type BegunReplay,
  type ReplayState,
  type ReplayTerms,
} from "../domain/journal/replay";
import { readSubject, subjectOf, type SubjectKind } from "../domain/journal/subjects";
import { orderEntity, projectionEntity, sweepEntity } from "./entities";
import { nameListing, reread } from "./ingest";
import type { StepKind } from "./step-kinds";
import type { LedgerStorage } from "./storage";

/** What a replay is about, by kind; orders of the store by what they are on the channel. */
interface Named {
  events: number;
  orders: string[];
  products: string[];
  listings: string[];
}

/** How many things are named. */
export const thingsOf = (named: Pick<BegunReplay, "orders" | "products" | "listings">): number =>
  named.orders.length + named.products.length + named.listings.length;

/** Schedules all that is named; call it inside one transaction. */
export function beginReplay(storage: LedgerStorage, terms: ReplayTerms, now: number): BegunReplay {
  const named = namedBy(storage, terms);
  const count = thingsOf(named);
  if (count > MOST_REPLAYED)
    throw new SyncError("merchant", "journal.too_many", { count, most: MOST_REPLAYED });
  const isWhole = "everything" in terms;
  const begun = { at: now, ...named, isWhole, last: storage.replays.last() };
  storage.notes.write("replay", begun);
  for (const id of named.orders) readOrderAgain(storage, id, now);
  for (const channelProductId of named.listings)
    nameListing(storage, { channelProductId, at: now }, now);
  if (named.products.length > 0) reread(storage, "product", named.products, now);
  storage.replays.unproject(isWhole ? undefined : named.orders);
  if (!isWhole) return begun;
  storage.notes.write("reprojectAfter", undefined);
  storage.outbox.runNow("reproject-orders", sweepEntity("reproject-orders"), now);
  return begun;
}

/** As an event about it would, and the store is asked about it, too. */
function readOrderAgain(
  { orders, orderStore, outbox }: LedgerStorage,
  id: string,
  now: number,
): void {
  outbox.runNow("refresh-order", orderEntity(id), now);
  const record = orderStore.read(id);
  if (!record) return;
  outbox.schedule("project-order", projectionEntity(id), now);
  if (record.importState.status === "imported") orders.schedule("export-shipment", id, now);
}

function namedBy(storage: LedgerStorage, terms: ReplayTerms): Named {
  const { journal } = storage;
  if ("everything" in terms) return { events: 0, orders: [], products: [], listings: [] };
  if ("subject" in terms) {
    if (!readSubject(terms.subject))
      throw new SyncError("merchant", "journal.subject_unknown", { subject: terms.subject });
    return { events: 0, ...toNamed(storage, [terms.subject]) };
  }
  if ("event" in terms) {
    const subjects = journal.subjectsOf(keyOfEvent(terms.event) ?? "");
    if (!subjects) throw new SyncError("merchant", "journal.entry_not_found");
    return { events: 1, ...toNamed(storage, subjects) };
  }
  const events = journal.subjectsBetween(terms.from, terms.until);
  return { events: events.length, ...toNamed(storage, events.flat()) };
}

function toNamed(storage: LedgerStorage, subjects: readonly string[]): Omit<Named, "events"> {
  const ids: Record<SubjectKind, Set<string>> = {
    order: new Set(),
    "store-order": new Set(),
    listing: new Set(),
    product: new Set(),
  };
  for (const text of subjects) {
    const subject = readSubject(text);
    if (subject) ids[subject.kind].add(subject.id);
  }
  for (const id of ids["store-order"]) {
    const record = storage.orderStore.findBySource(id);
    if (record) ids.order.add(record.order.id);
  }
  for (const id of ids.product)
    for (const { channelProductId } of storage.offerStore.listLiveOf(id))
      ids.listing.add(channelProductId);
  return { orders: [...ids.order], products: [...ids.product], listings: [...ids.listing] };
}

/** Kinds of steps by which an order that was missing comes to be. */
const FOLLOWED: readonly StepKind[] = ["refresh-order", "import-order", "project-order"];

/** What became of it until now. */
export function stateOfReplay(storage: LedgerStorage, begun: BegunReplay): ReplayState {
  const { replays, journal } = storage;
  const { at, events, orders, products, listings, last, isWhole } = begun;
  const entities = orders.flatMap((id) => [orderEntity(id), projectionEntity(id)]);
  const waiting =
    replays.countSteps(FOLLOWED, entities) +
    replays.countReads(products, listings) +
    (isWhole && storage.orderStore.hasOlderShapes() ? 1 : 0);
  const changed = [
    ...replays.movedOrders(last.history, orders).map((id) => subjectOf("order", id)),
    ...replays.movedProducts(last.stock, products).map((id) => subjectOf("product", id)),
  ];
  const subjects = [
    ...orders.map((id) => subjectOf("order", id)),
    ...products.map((id) => subjectOf("product", id)),
    ...listings.map((id) => subjectOf("listing", id)),
  ];
  return {
    at,
    events,
    orders: orders.length,
    products: products.length,
    listings: listings.length,
    waiting,
    changed,
    writes: journal.countWrites(last.write, subjects),
    isDone: waiting === 0,
  };
}
