/**
 * Orders whose request ended in the store between their first row and their state. PrestaShop wraps none of
 * it in a transaction, whatever the database could do.
 */
import { SyncError } from "../../../domain/errors/sync-error";
import type { OrderDraft } from "../../../domain/orders/order-draft";
import type { RecountedLine } from "../../../domain/orders/order-figures";
import { text } from "../json";
import type { StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";
import { hasOrderNote } from "../version";
import { enterState } from "./enter-state";
import { guestEmail } from "./guest-email";
import type { Steps } from "./import-checkpoint";
import { orderNote } from "./order-note";
import type { OrderRow } from "./order-row";
import type { WantedTotals } from "./plan-totals";
import { asRecounted } from "./take-units";

/** A request of a store that is this old is not at work any more. */
const BROKEN_OFF_AFTER_MS = 5 * 60_000;
/** The module keeps the units of an order apart until it is whole. */
const OUR_MODULE = "weft";

export interface LeaveTask {
  client: StoreClient;
  facts: StoreFacts;
  draft: OrderDraft;
  wanted: WantedTotals;
  packIds: readonly string[];
  steps: Steps;
  now(): number;
}

export const isStateless = (orderStateId: string) => orderStateId === "";

/**
 * Whether an order without a state took its units. The store takes those of each line unless the sum is not
 * the cart's: then it means "payment error", where units are taken when the order becomes paid.
 */
export const hasUnits = (order: OrderRow, wanted: WantedTotals) =>
  order.module !== OUR_MODULE && order.totalMinor === wanted.totalMinor;

/** The name of the payment, by which people and the next try know an order that was left. */
const leftName = ({ paymentLabel }: OrderDraft) => `${paymentLabel} (broken off, made anew)`;

/** Carts of the orders that were left: each is passed over, not only the last. */
export const leftCarts = (steps: Pick<Steps, "get">): readonly string[] =>
  (steps.get("leftCartId") ?? "").split(" ").filter(Boolean);

/**
 * Whether the store has the order of a draft: by its guest, who is looked for before anything is made. One
 * that was left does not count.
 */
export async function hasOrder(client: StoreClient, draft: OrderDraft): Promise<boolean> {
  const query = { display: "[id]", "filter[email]": guestEmail(draft.channelOrderId) };
  const guests = (await client.list("customers", query)).map((row) => text(row, "id"));
  if (guests.length === 0) return false;
  const orders = await client.list("orders", {
    display: "[id,payment]",
    "filter[id_customer]": `[${guests.join("|")}]`,
  });
  return orders.some((row) => text(row, "payment") !== leftName(draft));
}

const unitsOf = (lines: readonly { quantity: number }[]) =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);

/**
 * Whether an order lacks lines for good: the webservice cannot add them with their taxes, and without them
 * the buyer would get less. Throws SyncError("retry", "prestashop.order_incomplete") while its request may
 * still be at work.
 */
export function isBrokenOff({ draft, steps, now }: LeaveTask, order: OrderRow): boolean {
  if (order.payment === leftName(draft)) return true;
  const [expectedUnits, foundUnits] = [unitsOf(draft.lines), unitsOf(order.rows)];
  if (!isStateless(order.orderStateId) || foundUnits >= expectedUnits) return false;
  const known = steps.get("incompleteSince");
  if (known === undefined) steps.note("incompleteSince", String(now()));
  const retryAfterMs = Number(known ?? now()) + BROKEN_OFF_AFTER_MS - now();
  if (retryAfterMs <= 0) return true;
  const facts = { orderId: order.id, expectedUnits, foundUnits, retryAfterMs };
  throw new SyncError("retry", "prestashop.order_incomplete", facts);
}

/**
 * Names such an order for what it is, gives back the units it took, cancels it and forgets it, so that the next
 * cart becomes the order. May run again after a crash anywhere. Resolves with lines whose units the store
 * may have taken without showing it.
 */
export async function leaveBrokenOff(
  task: LeaveTask,
  order: OrderRow,
): Promise<readonly RecountedLine[]> {
  const { client, draft, steps } = task;
  const payment = leftName(draft);
  const note = `${orderNote(draft)} The store ended in the middle of this order. It was made anew.`;
  if (order.payment !== payment)
    await client.update("orders", "order", {
      id: order.id,
      payment,
      ...(hasOrderNote(client.version()) && { note }),
    });
  await cancelWithUnits(task, order);
  steps.note("leftCartId", [...leftCarts(steps), order.cartId].join(" "));
  steps.forget(["orderId", "cartId", "pricedCartId", "orderPostedAt", "incompleteSince"]);
  return hasUnits(order, task.wanted) ? doubtfulLines(task, order) : [];
}

/** A cancelled order gives its units back only where it comes from a state that is no error. */
async function cancelWithUnits(task: LeaveTask, order: OrderRow): Promise<void> {
  const { states } = task.facts;
  const isOurs = (state: string) => isStateless(state) || state === states.backorderUnpaid;
  if (!isOurs(order.orderStateId)) return;
  const mustGiveBack =
    isStateless(order.orderStateId) &&
    order.rows.length > 0 &&
    states.backorderUnpaid !== "" &&
    hasUnits(order, task.wanted);
  const open = mustGiveBack ? await enterState(task, order, states.backorderUnpaid) : order;
  await enterState(task, open, states.cancelled);
}

/** The units of a line are taken before it is kept; those of a pack are never given back. */
function doubtfulLines({ draft, packIds }: LeaveTask, { rows }: OrderRow): RecountedLine[] {
  const isKept = ({ productId, variantId }: { productId: string; variantId: string }) =>
    rows.some((row) => row.productId === productId && row.variantId === variantId);
  const next = draft.lines.find((line) => !isKept(line));
  const packs = draft.lines.filter((line) => isKept(line) && packIds.includes(line.productId));
  return asRecounted([...(next ? [next] : []), ...packs]);
}
