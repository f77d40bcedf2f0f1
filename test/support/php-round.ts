/**
 * Rounding as a PrestaShop does it on PHP 7.1 to 8.3, written down from how it behaves and held
 * against PHP itself; the product has no part in it.
 */

/** PS_PRICE_ROUND_MODE: 0 up, 1 down, 2 half up, 3 half down, 4 half to even, 5 half to odd. */
export type RoundMode = 0 | 1 | 2 | 3 | 4 | 5;

/** Digits a double is trusted for before its last bit is taken for noise. */
const SAFE_DIGITS = 15;
/** PHP's `precision`: significant digits of a float as text. */
const TEXT_DIGITS = 14;

const power = (exponent: number) => Number(`1e${exponent}`);

function toWhole(value: number, mode: RoundMode): number {
  const size = Math.abs(value);
  const floor = Math.floor(size);
  const isHalf = size === floor + 0.5;
  const near = Math.floor(size + 0.5);
  const isOddFloor = floor % 2 === 1;
  const down = mode === 3 || (mode === 4 && !isOddFloor) || (mode === 5 && isOddFloor);
  return Math.sign(value) * (isHalf && down ? floor : near);
}

/** PHP's `round()`: the value is first rounded to 15 significant digits, then to its place. */
function phpRound(value: number, places: number, mode: RoundMode): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const trusted = SAFE_DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)));
  let scaled: number;
  if (trusted > places && trusted - SAFE_DIGITS < places) {
    const whole = toWhole(trusted >= 0 ? value * power(trusted) : value / power(-trusted), mode);
    scaled = whole / power(Math.abs(places - trusted));
  } else {
    scaled = value * power(places);
  }
  if (Math.abs(scaled) >= 1e15) return value;
  return toWhole(scaled, mode) / power(places);
}

/** A float as PHP prints it has a fraction when 14 significant digits do not end before the point. */
function hasFraction(value: number): boolean {
  const digits = value.toPrecision(TEXT_DIGITS);
  return !Number.isInteger(Number(digits)) || Math.abs(value) >= power(TEXT_DIGITS + 1);
}

/** A store's rounding of any amount: the half modes are PHP's, up and down let noise pass. */
export function psRound(value: number, places: number, mode: RoundMode): number {
  if (mode !== 0 && mode !== 1) return phpRound(value, places, mode);
  const scaled = value * power(places);
  if (!hasFraction(scaled)) return value;
  return (mode === 0 ? Math.ceil(scaled) : Math.floor(scaled)) / power(places);
}
