/**
 * The whole way from a paid order of the channel to one order of the store. It can be broken off
 * after any request and taken up again: what exists is found, what is missing is made.
 */
import { SyncError } from "../../../domain/errors/sync-error";
import type { ImportProgress, SourceOrder } from "../../source";
import type { OrderDraft } from "../../../domain/orders/order-draft";
import type { StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";
import { fillCart } from "./fill-cart";
import { toFigures } from "./read-order-figures";
import { packsAmong } from "../packs";
import { readOrderPlace, type OrderPlace } from "./order-address";
import { readOrder, type OrderRow } from "./order-row";
import { readImportStates } from "./order-states";
import { repairPaidAmount } from "./paid-amount";
import { placeOrder, refuseWhileUncertain } from "./place-order";
import { planLines } from "./plan-lines";
import { totalsMatch, type WantedTotals } from "./plan-totals";
import { readPriceRules } from "./price-rules";
import { correctOrder, refusePacks, totalDiffers } from "./correct-order";
import { missingVariants, refuseMissing } from "./missing-variants";
import { hasOrder, isBrokenOff, leaveBrokenOff, type LeaveTask } from "./broken-off";
import { openSteps } from "./import-checkpoint";
import { doubtOf, noteDoubt, type ReadStock } from "./take-units";

export interface ImportDeps {
  client: StoreClient;
  facts: StoreFacts;
  now(): number;
  random(): number;
  readStock: ReadStock;
}

/**
 * Resolves with the order as read back: in a paid state, or ended by the merchant meanwhile, and equal to the
 * draft to the cent, part by part. Throws SyncError, among others `prestashop.order_total_differs` and
 * `prestashop.order_not_paid`.
 */
export async function importOrder(
  deps: ImportDeps,
  draft: OrderDraft,
  progress: ImportProgress,
  remember: (progress: ImportProgress) => void,
): Promise<SourceOrder> {
  const { client, facts } = deps;
  refuseWrongSum(draft);
  const steps = openSteps(progress, remember);
  const [place, states] = await Promise.all([
    readOrderPlace(client, facts, draft),
    readImportStates(client, facts, draft.orderStateId),
  ]);
  const [rules, gone] = await Promise.all([
    readPriceRules(client, facts, place, draft.lines),
    // With a cart there may be an order, and before there is one they are looked for again.
    steps.get("cartId") === undefined ? missingVariants(client, draft.lines) : [],
  ]);
  const missing = [...rules.missing, ...gone];
  // An order that is there is finished whatever became of its goods since.
  if (missing.length > 0 && !(await hasOrder(client, draft))) {
    refuseWhileUncertain(steps.get("orderPostedAt"), deps.now());
    refuseMissing(missing);
  }
  const plan = planLines(draft.lines, draft.currency, rules.of, facts.rounding);
  const wanted = {
    currency: draft.currency,
    productsMinor: plan.productsMinor,
    shippingMinor: draft.shippingMinor,
    discountMinor: draft.discountMinor + plan.roundingMinor,
    totalMinor: draft.totalMinor,
  };
  const packIds = await packsAmong(
    client,
    facts,
    draft.lines.map(({ productId }) => productId),
  );
  const make = async () => {
    if (!place.isCountryActive)
      throw new SyncError("merchant", "prestashop.country_inactive", {
        country: draft.address.country,
      });
    states.refuseGone();
    if (!isStoresOwnSum(wanted, place)) refusePacks(packIds);
    const cartTask = { client, facts, draft, place, steps, random: deps.random };
    const cart = await fillCart({ ...cartTask, lines: plan.lines });
    const placeTask = { client, facts, draft, place, steps, now: deps.now };
    return placeOrder({ ...placeTask, missing: rules.missing }, cart);
  };
  const task = { client, facts, draft, place, wanted, packIds, steps, now: deps.now };
  const begun = await reachWhole(task, make);
  const taxRate = rules.highestTaxRate;
  const corrected = await correctOrder({ ...task, taxRate, readStock: deps.readStock }, begun);
  const order = await repairPaidAmount(client, corrected, wanted);
  const orderId = order.id;
  if (!totalsMatch(order, wanted))
    throw totalDiffers(order, wanted, order.totalMinor === wanted.totalMinor ? "paid" : "total");
  if (!states.paid.has(order.orderStateId) && !isEnded(facts, order))
    throw new SyncError("merchant", "prestashop.order_not_paid", {
      orderId,
      orderStateId: order.orderStateId,
    });
  const recounted = doubtOf(steps);
  return {
    id: orderId,
    reference: order.reference,
    totalMinor: order.totalMinor,
    currency: draft.currency,
    orderStateId: order.orderStateId,
    isPaid: states.paid.has(order.orderStateId),
    figures: toFigures(order),
    transport: "webservice",
    oversold: [],
    ...(recounted.length > 0 && { recounted }),
  };
}

/** The order with all its lines. One that the store broke off before is left, and another one made. */
async function reachWhole(task: LeaveTask, make: () => Promise<string>): Promise<OrderRow> {
  const { client, draft, steps } = task;
  const reach = async () => readOrder(client, await steps.reach("orderId", make), draft.currency);
  const found = await reach();
  if (!isBrokenOff(task, found)) return found;
  noteDoubt(steps, await leaveBrokenOff(task, found));
  const anew = await reach();
  if (!isBrokenOff(task, anew)) return anew;
  throw new SyncError("retry", "prestashop.order_incomplete", { orderId: anew.id });
}

/** The merchant ended the order before Weft saw that it was made: a later read tells the channel so. */
const isEnded = ({ states }: StoreFacts, { orderStateId }: OrderRow) =>
  orderStateId === states.cancelled || orderStateId === states.refunded;

/** Whether the store computes what the buyer paid by itself, and so makes the order paid from the start. */
const isStoresOwnSum = (wanted: WantedTotals, place: OrderPlace) =>
  wanted.shippingMinor === 0 && wanted.discountMinor === 0 && place.isCarrierFree;

function refuseWrongSum(draft: OrderDraft): void {
  const lines = draft.lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0);
  if (
    draft.lines.length > 0 &&
    lines + draft.shippingMinor - draft.discountMinor === draft.totalMinor
  )
    return;
  throw new SyncError("defect", "prestashop.draft_sum_wrong", {
    channelOrderId: draft.channelOrderId,
  });
}
