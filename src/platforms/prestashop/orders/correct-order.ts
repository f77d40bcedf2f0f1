/**
 * Makes an order show what the buyer paid. A cart cannot be told its shipping cost nor a discount,
 * so an order with either is first refused payment by the store (state "payment error": no stock
 * taken, no invoice). Its totals are set right then, and only after that it becomes paid, with a
 * right invoice.
 */
import { SyncError } from "../../../domain/errors/sync-error";
import type { OrderDraft } from "../../../domain/orders/order-draft";
import { text } from "../json";
import type { StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";
import { hasOrderNote } from "../version";
import { hasUnits, isStateless } from "./broken-off";
import { writeDiscount } from "./discount-row";
import { enterState, repairNumbers } from "./enter-state";
import type { Steps } from "./import-checkpoint";
import { orderNote } from "./order-note";
import type { OrderPlace } from "./order-address";
import { readOrder, type OrderRow } from "./order-row";
import { takeUnits, type ReadStock } from "./take-units";
import { planTotals, totalsMatch, type TotalFields, type WantedTotals } from "./plan-totals";

export interface CorrectionTask {
  client: StoreClient;
  facts: StoreFacts;
  draft: OrderDraft;
  place: OrderPlace;
  wanted: WantedTotals;
  /** Percent of tax on shipping where the store found no carrier, and so no rate: "20.000". */
  taxRate: string;
  /** Products of the order that are packs. */
  packIds: readonly string[];
  steps: Steps;
  readStock: ReadStock;
}

/**
 * Resolves with the order as it is in the end. Every write sets absolute values or is looked for first, so it
 * may run again after a crash anywhere. Throws SyncError("merchant", "prestashop.order_total_differs") when
 * the lines themselves differ.
 */
export async function correctOrder(task: CorrectionTask, found: OrderRow): Promise<OrderRow> {
  const { client, draft, facts, wanted } = task;
  const order = await withState(task, found);
  if (order.orderStateId === facts.states.error) refusePacks(task.packIds, order.id);
  const isRight = totalsMatch(order, wanted);
  if (!isRight && order.productsMinor !== wanted.productsMinor)
    throw totalDiffers(order, wanted, "products");
  const note = orderNote(draft);
  const isCarried = isDelivered(task, order.carrierId);
  if (!isRight || !isCarried) {
    const totals = planTotals(order, wanted, isCarried ? order.carrierTaxRate : task.taxRate);
    if (wanted.discountMinor > 0 || order.discountMinor > 0)
      await writeDiscount(task, order, totals);
    await writeShippingCost(task, order, totals);
    if (order.hasInvoice) await writeInvoice(task, order, totals);
    // Last, because this is what a repeated run looks at.
    await writeTotals(task, order, totals, note);
  } else if (order.note === "" && hasOrderNote(client.version())) {
    await client.update("orders", "order", { id: order.id, note });
  }
  const next = nextState(facts.states, order.orderStateId, draft.orderStateId);
  const entered = next === order.orderStateId ? undefined : await takeUnits(task, order, next);
  const isRepaired = await repairNumbers(client, order.id);
  if (entered && !isRepaired) return entered;
  return readOrder(client, order.id, draft.currency);
}

/**
 * An order that its store broke off before it had a state. Its units are not taken where our module made
 * it, nor where the store did not like its sum and meant "payment error": in that state it takes them
 * when it becomes paid. An order of the right sum has taken them.
 */
async function withState(task: CorrectionTask, order: OrderRow): Promise<OrderRow> {
  if (!isStateless(order.orderStateId)) return order;
  if (hasUnits(order, task.wanted)) return order;
  return enterState(task, order, task.facts.states.error);
}

/**
 * The state an order belongs into. Some stores move an order of goods they are out of on to a state
 * of its own at once, unpaid while the totals are not right; its paid twin is what they mean then.
 * A state somebody else has put the order into since is left alone.
 */
function nextState(
  states: StoreFacts["states"],
  current: string,
  chosen: string | undefined,
): string {
  if (current !== "" && current === states.backorderUnpaid)
    return chosen ?? (states.backorderPaid || states.paid);
  const isOpen = isStateless(current) || current === states.error || current === states.paid;
  return isOpen ? (chosen ?? states.paid) : current;
}

/** No carrier of the zone, or one to whom the buyer would have to come. */
const isDelivered = ({ place }: CorrectionTask, carrierId: string) =>
  carrierId !== "0" && !place.pickUpIds.has(carrierId);

async function writeTotals(
  task: CorrectionTask,
  order: OrderRow,
  { shipping, discount, paid }: TotalFields,
  note: string,
): Promise<void> {
  const { client, place, taxRate } = task;
  await client.update("orders", "order", {
    id: order.id,
    ...(!isDelivered(task, order.carrierId) && {
      id_carrier: place.carrierId,
      carrier_tax_rate: taxRate,
    }),
    total_discounts: discount.gross,
    total_discounts_tax_incl: discount.gross,
    total_discounts_tax_excl: discount.net,
    total_shipping: shipping.gross,
    total_shipping_tax_incl: shipping.gross,
    total_shipping_tax_excl: shipping.net,
    total_paid: paid.gross,
    total_paid_tax_incl: paid.gross,
    total_paid_tax_excl: paid.net,
    note,
  });
}

/**
 * No carrier serves the address's zone: the store makes the order without one, and without this
 * row.
 */
async function writeShippingCost(
  task: CorrectionTask,
  order: OrderRow,
  { shipping }: TotalFields,
): Promise<void> {
  const { client, place } = task;
  const cost = { shipping_cost_tax_incl: shipping.gross, shipping_cost_tax_excl: shipping.net };
  const [parcel] = await client.list("order_carriers", {
    display: "[id,id_carrier]",
    "filter[id_order]": order.id,
    sort: "[id_ASC]",
  });
  if (!parcel) {
    await client.create("order_carriers", "order_carrier", {
      id_order: order.id,
      id_carrier: place.carrierId,
      weight: 0,
      ...cost,
    });
    return;
  }
  await client.update("order_carriers", "order_carrier", {
    id: text(parcel, "id"),
    id_carrier: isDelivered(task, text(parcel, "id_carrier")) ? null : place.carrierId,
    ...cost,
  });
}

async function writeInvoice(
  { client }: CorrectionTask,
  order: OrderRow,
  { shipping, discount, paid }: TotalFields,
): Promise<void> {
  const [invoice] = await client.list("order_invoices", {
    display: "[id]",
    "filter[id_order]": order.id,
    sort: "[id_ASC]",
  });
  if (!invoice) return;
  await client.update("order_invoices", "order_invoice", {
    id: text(invoice, "id"),
    total_discount_tax_excl: discount.net,
    total_discount_tax_incl: discount.gross,
    total_paid_tax_excl: paid.net,
    total_paid_tax_incl: paid.gross,
    total_shipping_tax_excl: shipping.net,
    total_shipping_tax_incl: shipping.gross,
  });
}

/**
 * PrestaShop takes packs and their parts from the stock only when it makes an order that is paid from the
 * start; what leaves "payment error" takes none. Nobody else could do it once and only once by the
 * webservice. Throws SyncError("merchant", "prestashop.pack_needs_module").
 */
export function refusePacks(productIds: readonly string[], orderId?: string): void {
  if (productIds.length === 0) return;
  throw new SyncError("merchant", "prestashop.pack_needs_module", {
    productIds,
    ...(orderId !== undefined && { orderId }),
  });
}

/** One cent of difference is a problem a merchant must see, not a remark about rounding. */
export function totalDiffers(
  order: OrderRow,
  wanted: WantedTotals,
  part: "products" | "total" | "paid",
): SyncError {
  const foundMinor = {
    products: order.productsMinor,
    total: order.totalMinor,
    paid: order.paidMinor,
  };
  return new SyncError("merchant", "prestashop.order_total_differs", {
    orderId: order.id,
    part,
    currency: wanted.currency,
    expectedMinor: part === "products" ? wanted.productsMinor : wanted.totalMinor,
    foundMinor: foundMinor[part],
  });
}
