/**
 * Rupiah have cents by the standard, but no price and no order of a shop does. Modules in
 * merchants' stores compute by the same lists: a currency already in use must not be moved.
 */
const ZERO_DECIMALS = new Set([
  "IDR",
  "JPY",
  "VND",
  "KRW",
  "CLP",
  "ISK",
  "UGX",
  "XAF",
  "XOF",
  "PYG",
]);
const THREE_DECIMALS = new Set(["BHD", "KWD", "OMR", "TND", "JOD"]);

/** Digits behind the decimal point of a currency: 0 for JPY, 2 for GBP. */
export function decimalsOf(currency: string): number {
  if (ZERO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}

/**
 * Parses a decimal string ("9.99", "24.900000", "-3") into minor units without going through a
 * float; more digits than the currency has are rounded half away from zero.
 * Throws RangeError on anything that is not a plain decimal number.
 */
export function parseMinor(text: string, currency: string): number {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) throw new RangeError(`not a decimal amount: ${text.slice(0, 40)}`);
  const [, sign = "", whole = "0", fraction = ""] = match;
  const decimals = decimalsOf(currency);
  const kept = fraction.slice(0, decimals).padEnd(decimals, "0");
  const roundUp = (fraction.charCodeAt(decimals) || 0) >= "5".charCodeAt(0);
  const minor = BigInt(whole + kept) + (roundUp ? 1n : 0n);
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError("amount is too large");
  const value = Number(minor);
  return sign && value !== 0 ? -value : value;
}

/** Minor units as the vendors write them: 999 GBP becomes "9.99", 500 JPY becomes "500". */
export function formatMinor(amountMinor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, "0");
  const sign = amountMinor < 0 ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * Splits an amount over weights so that the parts add up exactly: each part is its floor share and
 * the cents left go to the largest remainders, earlier ones first. All-zero weights split evenly.
 */
export function spreadMinor(amountMinor: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = sum === 0 ? weights.map(() => 1) : weights;
  const whole = BigInt(sum === 0 ? weights.length : sum);
  const sign = amountMinor < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(amountMinor));
  const parts = shares.map((weight) => Number((amount * BigInt(weight)) / whole));
  const remainders = shares.map((weight, index) => ({
    index,
    left: Number((amount * BigInt(weight)) % whole),
  }));
  let open = Math.abs(amountMinor) - parts.reduce((total, part) => total + part, 0);
  for (const { index } of remainders.toSorted((a, b) => b.left - a.left || a.index - b.index)) {
    if (open <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    open -= 1;
  }
  return parts.map((part) => (part === 0 ? 0 : part * sign));
}
