import type { ItemOutcome } from "../../domain/tasks/item-outcome";

/** The outcome of a product that has no listing on the channel. */
export const NOT_LISTED: ItemOutcome = {
  state: "skipped",
  reasons: [{ code: "listing.not_on_channel", facts: {} }],
};
