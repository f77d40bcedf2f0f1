/** A worker without a sign of life for this long is taken for dead. */
const SILENT_MS = 180_000;

/** The moment after which a living worker has shown itself, epoch ms. */
export function silentSince(now: number): number {
  return now - SILENT_MS;
}
