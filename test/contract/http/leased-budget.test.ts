import { describe, expect, it } from "vitest";
import { leasedBudget } from "../../../src/platforms/http/leased-budget";

describe("leased budget", () => {
  it("pays for five requests with one lease", async () => {
    const asked: number[] = [];
    const take = leasedBudget(
      async (_side, wanted) => {
        asked.push(wanted);
        return { granted: wanted, waitMs: 0 };
      },
      "source",
      async () => {},
    );
    for (let number = 0; number < 25; number += 1) await take(1);
    expect(asked).toEqual([5, 5, 5, 5, 5]);
  });

  it("waits as long as the ledger asks, then goes on", async () => {
    const answers = [
      { granted: 0, waitMs: 700 },
      { granted: 3, waitMs: 0 },
    ];
    const waits: number[] = [];
    const take = leasedBudget(
      async () => answers.shift() ?? { granted: 0, waitMs: 0 },
      "channel",
      async (ms) => void waits.push(ms),
    );
    await take(2);
    expect(waits).toEqual([700]);
  });

  it("gives up with the time to wait instead of sitting it out", async () => {
    const take = leasedBudget(
      async () => ({ granted: 0, waitMs: 4_000 }),
      "channel",
      async () => {},
    );
    await expect(take(1)).rejects.toMatchObject({
      remedy: "retry",
      code: "budget.exhausted",
      facts: { retryAfterMs: 4_000 },
    });
  });

  it("never hands out more than was granted to callers that come at once", async () => {
    let granted = 0;
    const take = leasedBudget(
      async () => {
        granted += 2;
        return { granted: 2, waitMs: 0 };
      },
      "source",
      async () => {},
    );
    await Promise.all(Array.from({ length: 9 }, () => take(1)));
    expect(granted).toBeGreaterThanOrEqual(9);
  });
});
