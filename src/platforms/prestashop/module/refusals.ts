/** What the module refuses to do, in our words. */
import type { Facts } from "../../../domain/facts";
import { SyncError, type Remedy } from "../../../domain/errors/sync-error";
import { isRow, text } from "../json";

const REFUSALS: Readonly<Record<string, readonly [string, Remedy]>> = {
  currency_missing: ["prestashop.currency_missing", "merchant"],
  country_missing: ["prestashop.country_missing", "merchant"],
  country_inactive: ["prestashop.country_inactive", "merchant"],
  carrier_missing: ["prestashop.carrier_missing", "merchant"],
  carrier_zone: ["prestashop.carrier_zone", "merchant"],
  buyer_field: ["prestashop.buyer_field", "merchant"],
  state_missing: ["prestashop.state_missing", "merchant"],
  product_missing: ["prestashop.product_missing", "merchant"],
  order_total_differs: ["prestashop.order_total_differs", "merchant"],
  no_transactions: ["prestashop.no_transactions", "merchant"],
  key_missing: ["prestashop.key_missing", "merchant"],
  draft_sum_wrong: ["prestashop.draft_sum_wrong", "defect"],
  "stock.cursor_unknown": ["prestashop.stock_cursor_unknown", "retry"],
  "changes.cursor_unknown": ["prestashop.changes_cursor_unknown", "retry"],
};

/** A refusal changed nothing in the store, so its fate is always clear. */
export function toRefusal(refused: unknown): SyncError {
  const code = isRow(refused) ? text(refused, "code") : "";
  const facts = {
    ...plainFacts(isRow(refused) ? refused["facts"] : undefined),
    maybeApplied: false,
  };
  const known = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  if (known) return new SyncError(known[1], known[0], facts);
  return new SyncError("defect", "prestashop.module_refused", { ...facts, refusal: code });
}

/** Texts, numbers and lists of texts; products are named as everywhere else. */
function plainFacts(given: unknown): Facts {
  const facts: Record<string, string | number | boolean | readonly string[]> = {};
  for (const [name, value] of Object.entries(isRow(given) ? given : {})) {
    const shown = name === "products" ? "productIds" : name;
    if (Array.isArray(value)) facts[shown] = value.map(String);
    else if (["string", "number", "boolean"].includes(typeof value))
      facts[shown] = value as string | number | boolean;
  }
  return facts;
}
