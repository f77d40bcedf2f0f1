/** How counts share a bar. Pure. */

/** In per cent of the bar. */
export interface Share {
  startPercent: number;
  percent: number;
}

/** A single one among thousands must still be seen. */
const LEAST_PERCENT = 2;

/** Where each count lies in the bar; null for a count of zero. Together they fill it. */
export function toShares(counts: readonly number[]): (Share | null)[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const raw = counts.map((count) =>
    count > 0 ? Math.max((count / total) * 100, LEAST_PERCENT) : 0,
  );
  const width = raw.reduce((sum, percent) => sum + percent, 0);
  let startPercent = 0;
  return raw.map((wanted) => {
    if (wanted === 0) return null;
    const percent = (wanted / width) * 100;
    const share = { startPercent, percent };
    startPercent += percent;
    return share;
  });
}
