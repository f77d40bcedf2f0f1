/** What a task would do to a listing, from what is stored and without a request. */
import type { Reason } from "../errors/reason";
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

/**
 * A push: what its check names stops it, unless a person repairs that before it is confirmed. A new
 * listing goes through review; which fields of a known one differ is planned later.
 */
export function previewPush(listed: Listed, missing: readonly Reason[]): ItemPreview {
  const isNew = !listed && missing.length === 0;
  const change = isNew ? changeOf({ status: null }, { status: "in_review" }) : undefined;
  return { state: "waiting", reasons: missing, change };
}
