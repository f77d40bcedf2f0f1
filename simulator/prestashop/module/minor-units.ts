import { valueOf } from "../data/tables";
import type { Store } from "../store";

/** The protocol's digits of a currency where they are not two, whatever `precision` the store has. */
const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ["IDR", "JPY", "VND", "KRW", "CLP", "ISK", "UGX", "XAF", "XOF", "PYG"].map((code) => [code, 0]),
  ),
  ...Object.fromEntries(["BHD", "KWD", "OMR", "TND", "JOD"].map((code) => [code, 3])),
};

/** How many minor units of the protocol make one unit of a currency. */
export function minorUnits(store: Store, currencyId: string): number {
  const code = valueOf(store.tables.get("currencies", currencyId), "iso_code");
  return 10 ** (DIGITS[code] ?? 2);
}
