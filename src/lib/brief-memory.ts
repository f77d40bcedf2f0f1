/** What need not be asked again at once: kept in memory alone, for a short time, the latest entries only. */
export interface BriefMemory<T> {
  /** Undefined where nothing is kept, or no longer. */
  read(key: string): T | undefined;
  keep(key: string, value: T): void;
  forget(key: string): void;
}

interface MemoryLimits {
  maxAgeMs: number;
  maxEntries: number;
}

/** `now`: epoch ms. What is too old goes with the next that is kept, and what was kept first once there are too many. */
export function openBriefMemory<T>(
  { maxAgeMs, maxEntries }: MemoryLimits,
  now: () => number,
): BriefMemory<T> {
  const kept = new Map<string, { value: T; at: number }>();
  return {
    read(key) {
      const found = kept.get(key);
      if (found && now() - found.at < maxAgeMs) return found.value;
      kept.delete(key);
      return undefined;
    },
    keep(key, value) {
      kept.delete(key);
      kept.set(key, { value, at: now() });
      for (const [oldest, { at }] of kept) {
        if (kept.size <= maxEntries && now() - at < maxAgeMs) break;
        kept.delete(oldest);
      }
    },
    forget: (key) => void kept.delete(key),
  };
}
