import type { OrderDraft } from "./order-draft";

/**
 * A draft as version 0.2 and earlier stored it: the order state under a name it shared with
 * provinces.
 */
type EarlierDraft = OrderDraft & { stateId?: string };

/** A draft as it was stored, in today's shape. */
export function readStoredDraft(stored: unknown): OrderDraft {
  const { stateId, ...draft } = stored as EarlierDraft;
  return stateId === undefined ? draft : { ...draft, orderStateId: stateId };
}
