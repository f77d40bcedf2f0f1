/** What a merchant set for the stock of all products, as the ledger keeps it beside its numbers. */
import { canonicalText } from "../domain/canonical-text";
import type { Notes } from "./notes";
import type { LedgerConnection } from "./ports";

/** True where something else stood there. */
export function noteStockSettings(
  notes: Notes,
  { holdBack, lowStock, sends }: Pick<LedgerConnection, "holdBack" | "lowStock" | "sends">,
): boolean {
  const before = notes.readMany(["holdBack", "lowStock", "sends"]);
  const settings = { holdBack, lowStock: lowStock ?? undefined, sends };
  if (canonicalText(before) === canonicalText(settings)) return false;
  notes.write("holdBack", holdBack);
  notes.write("sends", sends);
  notes.write("lowStock", lowStock ?? undefined);
  return true;
}
