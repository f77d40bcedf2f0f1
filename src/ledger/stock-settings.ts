/** What a merchant set for stock and prices of all products, as the ledger keeps it beside its numbers. */
import { canonicalText } from "../domain/canonical-text";
import { decimalsOf } from "../domain/money";
import { USUAL_DECIMALS } from "../domain/stock/price-rule";
import type { StockRule } from "../domain/stock/stock-rule";
import type { Notes, NoteValues } from "./notes";
import type { LedgerConnection } from "./ports";

type Settings = Pick<
  LedgerConnection,
  "stockRule" | "lowStock" | "sends" | "priceRule" | "currency"
>;

/** The notes that `stockRuleIn` reads. */
export const STOCK_NAMES = ["holdBack", "holdBackPercent", "maximumShown"] as const;
const NAMES = [...STOCK_NAMES, "sends", "lowStock", "priceRule", "priceDecimals"] as const;

/** How much goes on sale of products without a rule of their own, out of notes that were read. */
export const stockRuleIn = ({
  holdBack = 0,
  holdBackPercent = 0,
  maximumShown,
}: { [Name in (typeof STOCK_NAMES)[number]]?: NoteValues[Name] | undefined }): StockRule => ({
  units: holdBack,
  percent: holdBackPercent,
  maximum: maximumShown ?? null,
});

/** Whether the ledger goes by other settings than those of the connection. */
export const isStockOutdated = (notes: Notes, connection: Settings): boolean =>
  canonicalText(notes.readMany(NAMES)) !== canonicalText(toNotes(connection));

/** True where something else stood there. */
export function noteStockSettings(notes: Notes, connection: Settings): boolean {
  if (!isStockOutdated(notes, connection)) return false;
  const settings = toNotes(connection);
  for (const name of STOCK_NAMES) notes.write(name, settings[name]);
  notes.write("sends", settings.sends);
  notes.write("lowStock", settings.lowStock);
  notes.write("priceRule", settings.priceRule);
  notes.write("priceDecimals", settings.priceDecimals);
  return true;
}

/** As they are kept: what says no more than usual is left out. */
function toNotes({ stockRule, lowStock, sends, priceRule, currency }: Settings) {
  const decimals = decimalsOf(currency);
  return {
    holdBack: stockRule.units,
    holdBackPercent: stockRule.percent || undefined,
    maximumShown: stockRule.maximum ?? undefined,
    sends,
    lowStock: lowStock ?? undefined,
    priceRule: priceRule ?? undefined,
    priceDecimals: decimals === USUAL_DECIMALS ? undefined : decimals,
  };
}
