/** What a task would do to a listing, from what is stored and without a request. */
import { changeOf } from "../tasks/item-change";
import type { ItemPreview } from "../tasks/item-outcome";

/** Undefined: the channel has none. */
type Listed = { status: string } | undefined;

const NOT_LISTED: ItemPreview = {
  state: "skipped",
  reasons: [{ code: "listing.not_on_channel", facts: {} }],
};

/** A listing put on or off sale; the channel may review an activation first. */
export function previewState(action: "activate" | "deactivate", listed: Listed): ItemPreview {
  if (!listed) return NOT_LISTED;
  const status = action === "activate" ? "live" : "paused";
  return { state: "waiting", reasons: [], change: changeOf(listed, { status }) };
}
