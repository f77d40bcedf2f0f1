/** PS_PRICE_ROUND_MODE: 0 up, 1 down, 2 half up, 3 half down, 4 half to even, 5 half to odd. */
export type RoundMode = 0 | 1 | 2 | 3 | 4 | 5;

function roundHalf(scaled: number, mode: RoundMode): number {
  const floor = Math.floor(scaled);
  const rest = Number((scaled - floor).toPrecision(12));
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  if (mode === 3) return floor;
  if (mode === 4) return floor % 2 === 0 ? floor : floor + 1;
  if (mode === 5) return floor % 2 === 0 ? floor + 1 : floor;
  return floor + 1;
}

/** Rounds like PHP: the value is first cut to 15 digits, which removes binary noise. */
export function roundPrice(value: number, digits: number, mode: RoundMode = 2): number {
  const factor = 10 ** digits;
  const scaled = Number((Math.abs(value) * factor).toPrecision(15));
  const whole =
    mode === 0 ? Math.ceil(scaled) : mode === 1 ? Math.floor(scaled) : roundHalf(scaled, mode);
  return (Math.sign(value) * whole) / factor || 0;
}
