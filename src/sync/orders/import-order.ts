/**
 * Makes exactly one order of the source store out of a paid order of the channel. It knows claims
 * and drafts; how a store is made to hold the order once is the platform's business.
 */
import { variantKey } from "../../domain/catalogue/source-product";
import {
  claimImport,
  failImport,
  isUncertain,
  mayHaveMade,
  parkImport,
  type ImportState,
} from "../../domain/orders/order-claim";
import {
  draftOrder,
  goneSkus,
  unlinkedSkus,
  type DraftTexts,
  type OrderDraft,
  type VariantLink,
} from "../../domain/orders/order-draft";
import { withProblem, type OrderRecord } from "../../domain/orders/order-record";
import { planOrder } from "../../domain/orders/plan-order";
import { toReason } from "../../domain/errors/reason";
import { asSyncError, type SyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";
import type { SourceOrder, SourceSession } from "../../platforms/source";
import type { OrderRepository } from "./order-repository";
import { planNext } from "./plan-next";
import { refreshOrder, type RefreshOrderDeps } from "./refresh-order";

export interface ImportOrderDeps extends Pick<RefreshOrderDeps, "connectedAt"> {
  orders: OrderRepository;
  channel(): Promise<Pick<ChannelSession, "readOrders">>;
  source(): Promise<Pick<SourceSession, "importOrder">>;
  wording: DraftTexts;
  /** Schedules a read of the store's count of these products, which has just dropped. */
  rereadStock(productIds: readonly string[]): void;
  now(): number;
}

/** An order read longer ago is read again before its import: buyers cancel in the first hour. */
const FRESH_MS = 60_000;

interface Claim {
  record: OrderRecord;
  draft: OrderDraft;
  wasUncertain: boolean;
}

/** Throws what the platform throws, after the claim has recorded the failure. */
export async function importOrder(deps: ImportOrderDeps, orderId: string): Promise<void> {
  const known = deps.orders.read(orderId);
  if (!known) return;
  if (deps.now() - known.readAt > FRESH_MS) await refreshOrder(deps, orderId);
  const source = await deps.source();
  const claim = deps.orders.atomically(() => takeClaim(deps, orderId));
  if (!claim) return;
  try {
    const made = await source.importOrder(claim.draft, claim.record.progress, (progress) =>
      deps.orders.rememberProgress(orderId, progress),
    );
    recordImported(deps, orderId, made, claim.wasUncertain);
  } catch (caught) {
    const error = asSyncError(caught);
    const maybeApplied = error.facts.maybeApplied === true || error.remedy === "defect";
    recordFailedImport(deps, orderId, (state) =>
      failImport(state, claim.wasUncertain, maybeApplied),
    );
    throw error;
  }
}

/** Writes the intent, or answers null when the order needs no import any more. */
function takeClaim(deps: ImportOrderDeps, orderId: string): Claim | null {
  const record = deps.orders.read(orderId);
  if (!record) return null;
  if (isForgotten(record)) {
    const none = { ...record, importState: { status: "none" as const } };
    planNext(deps.orders, withProblem(none, "import", null), [], deps.now());
    return null;
  }
  const links = deps.orders.links(record);
  if (
    planOrder(record, unlinkedSkus(record.order, links), goneSkus(record.order, links)).step !==
    "import"
  ) {
    planNext(deps.orders, record, [], deps.now());
    return null;
  }
  const wasUncertain = isUncertain(record.importState);
  const draft = keepMoney(record, draftOrder(record.order, links, deps.wording));
  const { go, next } = claimImport(record.importState, deps.now());
  if (!draft || !go) return null;
  const drafted = { ...record.links, drafted: linksInto(draft, links) };
  const claimed = deps.orders.write({ ...record, importState: next, draft, links: drafted }, []);
  return { record: claimed, draft, wasUncertain };
}

/** The links of a draft; one that moved since the draft was kept is not among them. */
function linksInto(
  { lines }: OrderDraft,
  links: ReadonlyMap<string, VariantLink>,
): Record<string, VariantLink> {
  const drafted = new Set(lines.map((line) => variantKey(line.productId, line.variantId)));
  const own = [...links].filter(([, link]) =>
    drafted.has(variantKey(link.productId, link.variantId)),
  );
  return Object.fromEntries(
    own.map(([skuId, { productId, variantId }]) => [skuId, { productId, variantId }]),
  );
}

/** Cancelled after a try that broke off before it reached the store: there is nothing to make. */
function isForgotten({ order, importState, progress }: OrderRecord): boolean {
  return (
    order.state === "cancelled" && isUncertain(importState) && !mayHaveMade(importState, progress)
  );
}

/**
 * Once a try has left traces at the store, goods and money stay those of that try: the cart it
 * filled may be an order already. Who gets it, by which carrier and in which state may still be
 * corrected.
 */
function keepMoney(record: OrderRecord, fresh: OrderDraft | null): OrderDraft | null {
  const { draft } = record;
  if (!draft) return fresh;
  if (Object.keys(record.progress).length === 0) return fresh ?? draft;
  const { address, buyerNote, orderStateId, carrierReference } = fresh ?? draft;
  const { orderStateId: _state, carrierReference: _carrier, ...kept } = draft;
  return {
    ...kept,
    address,
    buyerNote,
    ...(orderStateId ? { orderStateId } : {}),
    ...(carrierReference ? { carrierReference } : {}),
  };
}

/** `wasUncertain`: an earlier try may have made the order, with the address of that time. */
function recordImported(
  deps: ImportOrderDeps,
  orderId: string,
  made: SourceOrder,
  wasUncertain: boolean,
): void {
  const now = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record) return;
    const importState: ImportState = {
      status: "imported",
      sourceOrderId: made.id,
      sourceReference: made.reference,
      importedAt: now,
      storeOrder: {
        figures: made.figures,
        transport: made.transport,
        oversold: made.oversold,
        ...(made.recounted?.length && { recounted: made.recounted }),
      },
    };
    const facts = { sourceOrderId: made.id, reference: made.reference };
    const entry = { key: `imported:${made.id}`, kind: "imported" as const, facts, at: now };
    const fulfilment = wasUncertain
      ? { ...record.fulfilment, isAddressDoubtful: true as const }
      : record.fulfilment;
    const imported = withProblem({ ...record, importState, fulfilment }, "import", null);
    planNext(deps.orders, imported, [entry], now);
    deps.rereadStock((record.draft?.lines ?? []).map((line) => line.productId));
  });
}

function recordFailedImport(
  deps: Pick<ImportOrderDeps, "orders">,
  orderId: string,
  fail: (state: ImportState) => ImportState,
): void {
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (record) deps.orders.write({ ...record, importState: fail(record.importState) }, []);
  });
}

/**
 * After the last try: the order waits for a person, with the reason, unless it was cancelled
 * meanwhile.
 */
export function parkOrderImport(
  { orders, now }: Pick<ImportOrderDeps, "orders" | "now">,
  orderId: string,
  error: SyncError,
): void {
  orders.atomically(() => {
    const record = orders.read(orderId);
    if (!record) return;
    const importState = parkImport(record.importState, toReason(error), error.facts.sourceOrderId);
    planNext(orders, { ...record, importState }, [], now());
  });
}
