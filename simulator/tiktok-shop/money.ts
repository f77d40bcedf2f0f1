const DECIMALS: Readonly<Record<string, number>> = { JPY: 0, VND: 0, IDR: 0 };

const decimals = (currency: string) => DECIMALS[currency] ?? 2;

/** Minor units of a decimal text; undefined when it is not an amount of this currency. */
export function toMinor(amount: string, currency: string): number | undefined {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(amount);
  if (!match) return undefined;
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  const places = decimals(currency);
  if (fraction.length > places) return undefined;
  return Number((match[1] ?? "0") + fraction.padEnd(places, "0"));
}

/** The decimal text of minor units, e.g. 1999 GBP is "19.99". */
export function fromMinor(amountMinor: number, currency: string): string {
  const places = decimals(currency);
  const sign = amountMinor < 0 ? "-" : "";
  const digits = String(Math.abs(amountMinor)).padStart(places + 1, "0");
  const cut = digits.length - places;
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** Divides an amount by weight into parts of exactly that sum; earlier parts take the spare units. */
export function share(amountMinor: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => Math.floor((amountMinor * weight) / total));
  let spare = amountMinor - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => (spare-- > 0 ? part + 1 : part));
}
