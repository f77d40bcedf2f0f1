/** How far two prices may be off each other's tax: both were rounded, in whatever direction. */
const PRICED_WITHIN = 2.5e-6;

/**
 * 1.2 for 20 %: the shortest factor that leads from a net price to its gross one, because the six
 * decimals of a cheap product's prices tell no more. A thing without a price has none to compare,
 * and none to take tax out of: 1.
 */
export function taxFactor(net: number, gross: number): number {
  if (!(net > 0 && gross >= net)) return 1;
  const ratio = gross / net;
  const short = [2, 3, 4].map((digits) => Number(ratio.toFixed(digits)));
  return (
    short.find((factor) => Math.abs(net * factor - gross) < PRICED_WITHIN) ??
    Number(ratio.toFixed(5))
  );
}

/** Percent as the store writes it: "20.000". */
export function taxPercent(factor: number): string {
  return ((factor - 1) * 100).toFixed(3);
}
