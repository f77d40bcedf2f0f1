/** Refusals that rest on what the store said of itself once, and a merchant may have repaired since. */
import type { Reason } from "../errors/reason";

const RESTS_ON_STORE: readonly string[] = ["listing.currency_differs"];

export function restsOnStore(reasons: readonly Reason[]): boolean {
  return reasons.some(({ code }) => RESTS_ON_STORE.includes(code));
}
