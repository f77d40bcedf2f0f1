import type { OrderRecord } from "../../domain/orders/order-record";
import { planShipment, type CarrierChoice } from "../../domain/orders/plan-shipment";
import type { SourceSession } from "../../platforms/source";
import type { ExportShipmentDeps } from "./export-shipment";
import { recordShipment } from "./record-shipment";

export interface ScanShipmentsDeps extends Pick<
  ExportShipmentDeps,
  "orders" | "carriers" | "stateRules" | "now"
> {
  source(): Promise<Pick<SourceSession, "readShipments">>;
  /** One keyset page of open orders after an order's id; an empty one ends the list. */
  listOpen(after: string): readonly OrderRecord[];
}

/**
 * Reads the store's shipments of every open order, in bulk: a tracking number entered in the store
 * moves no date and may send no event, so only a read finds it. Answers how many orders need a
 * step.
 */
export async function scanShipments(deps: ScanShipmentsDeps): Promise<number> {
  let due = 0;
  for (let after = ""; ;) {
    const page = deps.listOpen(after);
    const last = page.at(-1);
    if (!last) return due;
    due += await scanPage(deps, page);
    after = last.order.id;
  }
}

async function scanPage(deps: ScanShipmentsDeps, page: readonly OrderRecord[]): Promise<number> {
  const bySource = new Map(
    page.flatMap(({ importState, order }) =>
      importState.status === "imported" ? [[importState.sourceOrderId, order.id] as const] : [],
    ),
  );
  const shipments = await (await deps.source()).readShipments([...bySource.keys()]);
  const [carriers, rules] = await Promise.all([deps.carriers(), deps.stateRules()]);
  scheduleUnanswered(deps, page, new Set(shipments.map(({ orderId }) => orderId)));
  let due = 0;
  for (const shipment of shipments) {
    const orderId = bySource.get(shipment.orderId);
    const before = orderId && deps.orders.read(orderId);
    const record = before && recordShipment(deps, before.order.id, shipment, rules);
    if (!record || !needsStep(record, record.version !== before.version, carriers, deps.now()))
      continue;
    deps.orders.schedule("export-shipment", record.order.id, deps.now());
    due += 1;
  }
  return due;
}

/** An order that the answer lacks is asked for alone: it may be gone, or cannot be read. */
function scheduleUnanswered(
  { orders, now }: Pick<ScanShipmentsDeps, "orders" | "now">,
  page: readonly OrderRecord[],
  answered: ReadonlySet<string>,
): void {
  for (const { order, importState, fulfilment } of page)
    if (
      importState.status === "imported" &&
      !answered.has(importState.sourceOrderId) &&
      !fulfilment.changes?.isMissing
    )
      orders.schedule("export-shipment", order.id, now());
}

/** A step that failed, or whose problem is shown, begins again only when the shipment changed. */
function needsStep(
  { order, fulfilment, problems }: OrderRecord,
  isNews: boolean,
  carriers: readonly CarrierChoice[],
  now: number,
): boolean {
  const next = planShipment(order, fulfilment, carriers, now);
  if (next.step === "none" || next.step === "await-tracking" || next.step === "await-lines")
    return problems.shipment !== undefined;
  if (isNews) return true;
  if (next.step === "cancel-channel") return problems.cancel === undefined;
  if (next.step === "problem") return problems.shipment?.code !== next.reason.code;
  return problems.shipment === undefined;
}
