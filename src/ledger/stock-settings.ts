/** What a merchant set for stock and prices of all products, as the ledger keeps it beside its numbers. */
import { canonicalText } from "../domain/canonical-text";
import { decimalsOf } from "../domain/money";
import { USUAL_DECIMALS } from "../domain/stock/price-rule";
import type { Notes } from "./notes";
import type { LedgerConnection } from "./ports";

type Settings = Pick<
  LedgerConnection,
  "holdBack" | "lowStock" | "sends" | "priceRule" | "currency"
>;

const NAMES = ["holdBack", "sends", "lowStock", "priceRule", "priceDecimals"] as const;

/** Whether the ledger goes by other settings than those of the connection. */
export const isStockOutdated = (notes: Notes, connection: Settings): boolean =>
  canonicalText(notes.readMany(NAMES)) !== canonicalText(toNotes(connection));

/** True where something else stood there. */
export function noteStockSettings(notes: Notes, connection: Settings): boolean {
  if (!isStockOutdated(notes, connection)) return false;
  const settings = toNotes(connection);
  notes.write("holdBack", settings.holdBack);
  notes.write("sends", settings.sends);
  notes.write("lowStock", settings.lowStock);
  notes.write("priceRule", settings.priceRule);
  notes.write("priceDecimals", settings.priceDecimals);
  return true;
}

/** As they are kept: what says no more than usual is left out. */
function toNotes({ holdBack, lowStock, sends, priceRule, currency }: Settings) {
  const decimals = decimalsOf(currency);
  return {
    holdBack,
    sends,
    lowStock: lowStock ?? undefined,
    priceRule: priceRule ?? undefined,
    priceDecimals: decimals === USUAL_DECIMALS ? undefined : decimals,
  };
}
