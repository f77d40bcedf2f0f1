/** What a task would do to a listing, from what is stored and without a request. */
import { changeOf } from "../tasks/item-change";
import type { ItemPreview } from "../tasks/item-outcome";

/** Undefined: the channel has none. */
type Listed = { status: string } | undefined;

const NOT_LISTED: ItemPreview = {
  state: "skipped",
  reasons: [{ code: "listing.not_on_channel", facts: {} }],
};

const AFTER = { activate: "live", deactivate: "paused", delete: "removed" } as const;

/** A listing put on or off sale, or taken away; the channel may review an activation first. */
export function previewState(action: keyof typeof AFTER, listed: Listed): ItemPreview {
  if (!listed) return NOT_LISTED;
  return { state: "waiting", reasons: [], change: changeOf(listed, { status: AFTER[action] }) };
}
