/** What may wait, because only a person can put it right, and what waits and may not. */
import type { Order, Package } from "../../simulator/tiktok-shop/orders/order";
import { valueOf } from "../../simulator/prestashop/data/tables";
import type { Row } from "../../simulator/prestashop/data/row";
import type { Participants } from "./participants";
import type { Violation } from "./violation";

/** What was bought is no product of the store any more: a person must say what to send. */
export function namesGoneProduct(people: Participants, { lines }: Order): boolean {
  const gone = people.links.filter((link) => !people.isThere(link));
  return lines.some((line) => gone.some(({ skuId }) => skuId === line.skuId));
}

/** The numbers of an order that the channel shows its buyer. */
export function shownNumbers({ world }: Participants, orderId: string): string[] {
  return world.storage
    .list<Package>("tts:package")
    .filter((one) => one.orderId === orderId && one.shippedAt !== undefined)
    .map(({ trackingNumber }) => trackingNumber);
}

/**
 * In "payment error", for which PrestaShop takes no units: a try that went no further, because it names no
 * order of the channel yet, or one of a product that went meanwhile.
 */
export const isUnfinished = (people: Participants, row: Row): boolean => {
  if (valueOf(row, "current_state") !== "8") return false;
  const named = people.orders.find((id) => valueOf(row, "note").includes(id));
  const order = named && people.orderOf(named);
  return !order || namesGoneProduct(people, order);
};

/** What people did that only people can put right; it may wait, when it is shown. */
const FOR_A_PERSON = new Set([
  "order.cancel_too_late",
  "order.address_late",
  "prestashop.pack_needs_module",
  "prestashop.product_missing",
]);

type OutboxRow = Record<string, unknown>;

/** A product that went between its order's cart and the order leaves an order of the store without it. */
const cameTooLate = (people: Participants, { reason, entity }: OutboxRow): boolean => {
  const order = people.orderOf(String(entity).replace(/^order:/, ""));
  return (
    reason === "prestashop.order_total_differs" &&
    order !== undefined &&
    namesGoneProduct(people, order)
  );
};

/**
 * TikTok Shop takes one change of a number: a third one that the merchant types is the store's alone, until the
 * one that is shown is typed again.
 */
const typedTooOften = (people: Participants, { reason, entity }: OutboxRow): boolean => {
  if (reason !== "tiktok.tracking_final") return false;
  const orderId = String(entity).replace(/^order:/, "");
  const typed = people.storeOrdersOf(orderId).flatMap(({ id }) => people.tracked.get(id) ?? []);
  const isShown = shownNumbers(people, orderId).includes(typed.at(-1) ?? "");
  return new Set(typed).size > 2 && !isShown;
};

const isForPerson = (people: Participants, row: OutboxRow, shown: number): boolean =>
  row["state"] === "parked" &&
  shown > 0 &&
  (FOR_A_PERSON.has(String(row["reason"])) ||
    cameTooLate(people, row) ||
    typedTooOften(people, row));

/** Rows of an outbox that wait long, and whether a person is told. */
export function judgeWaiting(people: Participants): Violation[] {
  const { worker, timeline } = people.system;
  const counted = `SELECT count(*) FROM problem WHERE connection_id = ?`;
  const shown = Number(worker.database.rows(counted, [people.connectionId])[0]?.[0] ?? 0);
  return worker.ledgers
    .file(people.connectionId)
    .all(`SELECT kind, entity, state, attempts, reason, due_at FROM outbox`, [])
    .filter(
      (row) =>
        !isForPerson(people, row, shown) &&
        (row["state"] === "parked" ||
          Number(row["attempts"]) > 1 ||
          Number(row["due_at"]) < timeline.now() - 5 * 60_000),
    )
    .map((row) => ({
      rule: "waits" as const,
      text: `${row["kind"]} ${row["state"]} after ${row["attempts"]} tries (${row["reason"]}), ${shown} problems shown`,
    }));
}
