const LENGTHS = new Set([8, 12, 13, 14]);

/**
 * The digits of a GTIN (EAN-8, UPC-A, EAN-13, GTIN-14) when its check digit is right, else
 * undefined.
 */
export function validBarcode(text: string | undefined): string | undefined {
  const digits = (text ?? "").replace(/[\s-]/g, "");
  if (!/^\d+$/.test(digits) || !LENGTHS.has(digits.length) || /^0+$/.test(digits)) return undefined;
  const sum = Array.from(digits.slice(0, -1))
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1)) ? digits : undefined;
}
