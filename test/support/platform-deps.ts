import { randomText } from "../../src/lib/random-text";
import type { PlatformDeps } from "../../src/platforms/deps";

/**
 * What the test of a platform client does not care for: the clock stands still, pauses end at once,
 * the budget grants everything. The test adds `fetch` and replaces what it is about.
 */
export const RESTING_DEPS: Omit<PlatformDeps, "fetch"> = {
  now: () => Date.UTC(2026, 10, 24),
  random: () => 0.5,
  randomText,
  sleep: async () => {},
  takeBudget: async () => {},
  deadline: (ms) => AbortSignal.timeout(ms),
  timeoutMs: 5_000,
  allowLocalHosts: false,
};
