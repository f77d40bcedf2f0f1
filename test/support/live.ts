import type { LedgerHarness } from "./ledger-harness";

/** Everything due runs at its time, until this long has passed. */
export async function live(harness: LedgerHarness, forMs: number): Promise<void> {
  const end = harness.now + forMs;
  await harness.drainUntilIdle(forMs);
  harness.now = end;
}
