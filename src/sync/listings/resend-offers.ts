import type { ItemOutcome } from "../../domain/tasks/item-outcome";
import { observeNow, type ObserveNowDeps } from "../catalogue/refresh-products";
import type { LedgerApi, ResendResult } from "../ledger-api";
import { NOT_LISTED } from "./not-listed";

export interface ResendOffersDeps extends ObserveNowDeps {
  ledger: Pick<LedgerApi, "observe" | "relinkOffers" | "resend">;
}

const GONE: ItemOutcome = {
  state: "failed",
  reasons: [{ code: "listing.deleted_in_store", facts: {} }],
};

/**
 * Reads products in the store now and has the ledger send their stock or prices, changed or not.
 * Outcomes by product id.
 */
export async function resendOffers(
  deps: ResendOffersDeps,
  productIds: readonly string[],
  what: "stock" | "price",
): Promise<Map<string, ItemOutcome>> {
  const found = await observeNow(deps, productIds);
  const results = await deps.ledger.resend([...found], what);
  const outcomes = new Map(results.map((result) => [result.productId, toOutcome(result)]));
  return new Map(productIds.map((id) => [id, outcomes.get(id) ?? GONE]));
}

function toOutcome({ state, code }: ResendResult): ItemOutcome {
  if (state === "unlisted") return NOT_LISTED;
  if (state === "withheld")
    return { state: "skipped", reasons: [{ code: "update.withheld", facts: {} }] };
  if (state === "waiting")
    return { state: "skipped", reasons: [{ code: "update.waiting", facts: {} }] };
  const reasons = code ? [{ code, facts: {} }] : [];
  return { state: state === "refused" ? "failed" : "done", reasons };
}
