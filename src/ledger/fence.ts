/** A Durable Object that was replaced may live on for this long. */
const REPLACED_MS = 30_000;
const LEAST_FENCE_MS = 60_000;

/**
 * How long a row found running at waking belongs to the instance before, in ms. The replaced object
 * may send its last request just before it ends, and wait `httpTimeoutMs` for the answer; no row is
 * taken again before that, so two instances never act for one entity.
 */
export function fenceMs(httpTimeoutMs: number): number {
  return Math.max(LEAST_FENCE_MS, REPLACED_MS + httpTimeoutMs);
}
