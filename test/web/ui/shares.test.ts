import { describe, expect, it } from "vitest";
import { toShares } from "../../../web/ui/shares";

describe("shares of a bar", () => {
  it("lie end to end and fill the bar, in proportion", () => {
    expect(toShares([1, 0, 3])).toEqual([
      { startPercent: 0, percent: 25 },
      null,
      { startPercent: 25, percent: 75 },
    ]);
    expect(toShares([0, 0])).toEqual([null, null]);
  });

  it("leave a single one among thousands to be seen", () => {
    const [most, one] = toShares([5000, 1]);
    expect(one?.percent).toBeGreaterThan(1.5);
    expect((most?.percent ?? 0) + (one?.percent ?? 0)).toBeCloseTo(100, 9);
    expect(one?.startPercent).toBe(most?.percent);
  });
});
