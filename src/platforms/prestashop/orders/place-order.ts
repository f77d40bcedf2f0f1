/**
 * Turns a filled cart into an order, once. The answer is not believed: a good order has been seen
 * behind a 200 with an HTML error, so the cart is looked up whatever came back.
 */
import { formatMinor } from "../../../domain/money";
import { SyncError } from "../../../domain/errors/sync-error";
import type { OrderDraft } from "../../../domain/orders/order-draft";
import { errorsIn, toSyncError } from "../errors";
import { text } from "../json";
import type { StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";
import type { XmlFields } from "../xml";
import type { FilledCart } from "./fill-cart";
import { findOrder } from "./find-order";
import { missingVariants, refuseMissing } from "./missing-variants";
import type { OrderPlace } from "./order-address";
import type { Steps } from "./import-checkpoint";

export interface PlaceTask {
  client: StoreClient;
  facts: StoreFacts;
  draft: OrderDraft;
  place: OrderPlace;
  steps: Steps;
  now(): number;
  /** Products of the draft that the store does not have. */
  missing: readonly string[];
}

/**
 * The order is made by a payment module, and only the name of an installed one works (500 and an
 * empty body otherwise). These ship with PrestaShop; the webservice cannot list modules.
 */
const KNOWN_MODULES = ["ps_wirepayment", "ps_checkpayment", "ps_cashondelivery"];
/** How long a request that nobody waits for any more may still be at work in the store. */
const FINISHED_AFTER_MS = 60_000;
const GATEWAY_STATUSES = new Set([502, 503, 504]);

/**
 * The id of the one order of a cart, made now if there is none. Throws, among others,
 * SyncError("merchant", "prestashop.payment_module_missing") and ("retry",
 * "prestashop.order_failed").
 */
export async function placeOrder(task: PlaceTask, cart: FilledCart): Promise<string> {
  const existing = cart.isNew ? undefined : await findOrder(task.client, cart.id);
  if (existing) return existing;
  refuseWhileUncertain(task.steps.get("orderPostedAt"), task.now());
  // A new cart was filled by what is there now, unless products were found gone before it.
  const gone = cart.isNew ? [] : await missingVariants(task.client, task.draft.lines);
  refuseMissing([...task.missing, ...gone]);
  for (const module of KNOWN_MODULES) {
    const orderId = await attempt(task, cart, module);
    if (orderId) return orderId;
  }
  const used = await modulesOfPastOrders(task.client);
  for (const module of used.filter((name) => !KNOWN_MODULES.includes(name))) {
    const orderId = await attempt(task, cart, module);
    if (orderId) return orderId;
  }
  // A module that made orders before is there, so the store breaks on something else.
  if (used.length > 0) throw new SyncError("retry", "prestashop.order_failed", { tried: used });
  throw new SyncError("merchant", "prestashop.payment_module_missing", { tried: KNOWN_MODULES });
}

/**
 * Throws SyncError("retry", "prestashop.order_unsettled") while a call of `postedAt` (epoch ms as
 * text) that was given up may still be at work in the store.
 */
export function refuseWhileUncertain(postedAt: string | undefined, now: number): void {
  const at = Number(postedAt ?? 0);
  const retryAfterMs = at + FINISHED_AFTER_MS - now;
  if (at > 0 && retryAfterMs > 0)
    throw new SyncError("retry", "prestashop.order_unsettled", {
      retryAfterMs,
      maybeApplied: true,
    });
}

/** The order's id, or undefined when this module is not the one to use. */
async function attempt(
  task: PlaceTask,
  cart: FilledCart,
  module: string,
): Promise<string | undefined> {
  const { client, steps } = task;
  steps.note("orderPostedAt", String(task.now()));
  // Without any answer the store may still be at it: the try ends here, and the next one looks
  // first.
  const answer = await client.tryCreate("orders", "order", orderFields(task, cart, module));
  const orderId = await findOrder(client, cart.id);
  if (orderId) return orderId;
  if (GATEWAY_STATUSES.has(answer.status) || answer.status === 429)
    throw toSyncError(answer, { resource: "orders", verb: "POST" });
  steps.note("orderPostedAt", "0");
  const isModuleUnknown = answer.status >= 500 && errorsIn(answer).length === 0;
  if (isModuleUnknown) return undefined;
  throw toSyncError(answer, { resource: "orders", verb: "POST" });
}

function orderFields(
  { draft, facts, place }: PlaceTask,
  cart: FilledCart,
  module: string,
): XmlFields {
  const total = formatMinor(draft.totalMinor, draft.currency);
  return {
    id_address_delivery: cart.addressId,
    id_address_invoice: cart.addressId,
    id_cart: cart.id,
    id_currency: place.currency.id,
    id_lang: facts.languageId,
    id_customer: cart.customerId,
    id_carrier: place.carrierId,
    module,
    payment: draft.paymentLabel,
    total_paid: total,
    total_paid_real: total,
    // Required by the validator and then computed from the cart.
    total_products: total,
    total_products_wt: total,
    conversion_rate: place.currency.rate,
  };
}

async function modulesOfPastOrders(client: StoreClient): Promise<readonly string[]> {
  const orders = await client.list("orders", {
    display: "[id,module]",
    sort: "[id_DESC]",
    limit: 100,
  });
  const names = new Set(orders.map((order) => text(order, "module")));
  return [...names].filter((name) => name !== "");
}
