import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storeDay } from "../../src/domain/store-day";

describe("a day in the shop's time zone", () => {
  it("begins and ends by the shop's clock, also when the clock is changed", () => {
    expect(storeDay("2026-01-10", "Europe/Paris")).toEqual({
      from: Date.UTC(2026, 0, 9, 23),
      until: Date.UTC(2026, 0, 10, 23) - 1,
    });
    const spring = storeDay("2026-03-29", "Europe/Paris");
    expect(spring.until - spring.from + 1).toBe(23 * 3_600_000);
  });

  it("begins at the first moment of its date where midnight is skipped or happens twice", () => {
    expect(storeDay("2024-04-26", "Africa/Cairo").from).toBe(Date.UTC(2024, 3, 25, 22));
    expect(storeDay("2024-11-03", "America/Havana").from).toBe(Date.UTC(2024, 10, 3, 4));
  });

  it("lies without a gap next to the day after, in every zone", () => {
    const zone = fc.constantFrom(
      "UTC",
      "Europe/London",
      "America/New_York",
      "Asia/Kolkata",
      "Pacific/Auckland",
    );
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 20_000 }), (timeZone, number) => {
        const day = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);
        expect(storeDay(day(number), timeZone).until + 1).toBe(
          storeDay(day(number + 1), timeZone).from,
        );
      }),
    );
  });

  it("must exist", () => {
    expect(() => storeDay("2026-02-30", "UTC")).toThrow(RangeError);
    expect(() => storeDay("yesterday", "UTC")).toThrow(RangeError);
  });
});
