/** Weights and lengths between the platform's units, which differ by market, and grams and millimetres. */

const GRAMS_PER_POUND = 453.59237;
const MM_PER_INCH = 25.4;
const MM_PER_CENTIMETRE = 10;

const GRAMS: Readonly<Record<string, number>> = {
  GRAM: 1,
  KILOGRAM: 1000,
  POUND: GRAMS_PER_POUND,
};
const MILLIMETRES: Readonly<Record<string, number>> = {
  CENTIMETER: MM_PER_CENTIMETRE,
  INCH: MM_PER_INCH,
};

/**
 * Pounds take two decimals and are rounded up, so that a light parcel does not become weightless.
 */
export function fromWeight(
  weightGrams: number,
  isImperial: boolean,
): { value: string; unit: string } {
  if (!isImperial) return { value: trimZeros((weightGrams / 1000).toFixed(3)), unit: "KILOGRAM" };
  const hundredths = Math.ceil((weightGrams * 100) / GRAMS_PER_POUND);
  return { value: trimZeros((hundredths / 100).toFixed(2)), unit: "POUND" };
}

/** Whole numbers, which every date of the documentation accepts; a parcel is never made smaller. */
export function fromDimensions(
  size: { lengthMm: number; widthMm: number; heightMm: number },
  isImperial: boolean,
): { length: string; width: string; height: string; unit: string } | null {
  if (size.lengthMm <= 0 || size.widthMm <= 0 || size.heightMm <= 0) return null;
  const perUnit = isImperial ? MM_PER_INCH : MM_PER_CENTIMETRE;
  const whole = (mm: number) => String(Math.ceil(mm / perUnit - 1e-9));
  return {
    length: whole(size.lengthMm),
    width: whole(size.widthMm),
    height: whole(size.heightMm),
    unit: isImperial ? "INCH" : "CENTIMETER",
  };
}

/** Whole grams; undefined for a unit nobody knows or a value that is no number. */
export function toGrams(value: string, unit: string): number | undefined {
  return scaled(value, GRAMS[unit]);
}

/** Whole millimetres; undefined as for grams. */
export function toMillimetres(value: string, unit: string): number | undefined {
  return scaled(value, MILLIMETRES[unit]);
}

function scaled(value: string, factor: number | undefined): number | undefined {
  const number = value === "" ? Number.NaN : Number(value);
  if (factor === undefined || !Number.isFinite(number)) return undefined;
  return Math.round(number * factor);
}

function trimZeros(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
