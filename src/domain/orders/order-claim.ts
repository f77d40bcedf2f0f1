/**
 * Whether an order of the channel may be made into an order of the source store, and what is known
 * of earlier tries. Pure: the ledger stores `next`; no vendor is known here.
 */
import type { Transport } from "../connections/source-store";
import type { OrderFigures, OversoldLine, RecountedLine } from "./order-figures";
import type { Reason } from "../errors/reason";

export type ImportState =
  /** Not due: unpaid, on hold, or the channel's own business. */
  | { status: "none" }
  /** Cannot be made yet; becomes possible by itself when the reason goes away. */
  | { status: "held"; reason: Reason }
  /** Due, and surely no order exists at the source. */
  | { status: "waiting"; tries: number }
  /** A try is under way or ended without a clear answer: look before creating. */
  | { status: "claimed"; tries: number; claimedAt: number }
  /** Waits for a person. */
  | {
      status: "parked";
      tries: number;
      isUncertain: boolean;
      reason: Reason;
      /** The store's order that came out wrong, where one is known to exist. */
      sourceOrderId?: string;
    }
  | {
      status: "imported";
      sourceOrderId: string;
      sourceReference: string;
      importedAt: number;
      /** What the store says of its order; absent in orders imported before it was kept. */
      storeOrder?: StoreOrder;
    };

/** What the store answered about an order it has just made. */
export interface StoreOrder {
  figures: OrderFigures;
  transport: Transport;
  oversold: readonly OversoldLine[];
  /** Lines whose units the store may have taken once too often; absent in orders imported before. */
  recounted?: readonly RecountedLine[];
}

/** True while an order should be, or may be, in the source store but is not known to be. */
export function isPending(state: ImportState): boolean {
  return state.status !== "none" && state.status !== "imported";
}

/** True when an order may exist at the source although nobody saw its id. */
export function isUncertain(state: ImportState): boolean {
  return state.status === "claimed" || (state.status === "parked" && state.isUncertain);
}

/**
 * Whether an order may exist at the source that nobody saw. A try leaves a trace in `progress` before
 * it asks the store for anything, so one without traces made nothing, however it ended.
 */
export function mayHaveMade(
  state: ImportState,
  progress: Readonly<Record<string, string>>,
): boolean {
  return isUncertain(state) && Object.keys(progress).length > 0;
}

/** The store's order that is known to exist, right or wrong. */
export function knownSourceOrder(state: ImportState): string | undefined {
  return state.status === "imported" || state.status === "parked" ? state.sourceOrderId : undefined;
}

/** Takes the order for one try. An imported one is never taken again, whatever asks for it. */
export function claimImport(current: ImportState, now: number): { go: boolean; next: ImportState } {
  switch (current.status) {
    case "imported":
      return { go: false, next: current };
    case "none":
    case "held":
      return { go: true, next: { status: "claimed", tries: 1, claimedAt: now } };
    case "waiting":
    case "claimed":
    case "parked":
      return { go: true, next: { status: "claimed", tries: current.tries + 1, claimedAt: now } };
  }
}

/** After a failed try: `maybeApplied` keeps the claim, since the order may exist. */
export function failImport(
  current: ImportState,
  wasUncertain: boolean,
  maybeApplied: boolean,
): ImportState {
  if (current.status !== "claimed") return current;
  if (maybeApplied || wasUncertain) return current;
  return { status: "waiting", tries: current.tries };
}

export function parkImport(
  current: ImportState,
  reason: Reason,
  sourceOrderId?: string,
): ImportState {
  if (current.status === "imported") return current;
  const tries = "tries" in current ? current.tries : 0;
  const parked = { status: "parked" as const, tries, isUncertain: isUncertain(current), reason };
  return sourceOrderId === undefined ? parked : { ...parked, sourceOrderId };
}

/** A person asked for another try. */
export function reopenImport(current: ImportState, now: number): ImportState {
  if (current.status !== "parked") return current;
  if (current.isUncertain) return { status: "claimed", tries: 0, claimedAt: now };
  return { status: "waiting", tries: 0 };
}
