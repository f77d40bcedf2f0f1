import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromInstant, toInstant, windowFilter } from "../../../src/platforms/prestashop/time";

describe("a store's time", () => {
  it("is read in the store's zone, summer and winter", () => {
    expect(toInstant("2026-07-01 12:00:00", "Europe/Paris")).toBe(Date.UTC(2026, 6, 1, 10));
    expect(toInstant("2026-12-01 12:00:00", "America/New_York")).toBe(Date.UTC(2026, 11, 1, 17));
    expect(toInstant("0000-00-00 00:00:00", "Europe/Paris")).toBe(0);
  });

  it.each([
    "",
    "2026-02-30 00:00:00",
    "2026-13-01 00:00:00",
    "2026-02-28 24:00:00",
    "2026-02-28 25:00:00",
    "2026-02-28 23:59:60",
    "-0001-11-30 00:00:00",
    "2026-02-28",
  ])("is 0 where no calendar or clock shows it: '%s'", (shopTime) => {
    expect(toInstant(shopTime, "Europe/Paris")).toBe(0);
  });

  it("is 0 in a zone nobody knows", () => {
    expect(toInstant("2026-07-01 12:00:00", "Mars/Olympus")).toBe(0);
  });

  it("finds a change inside its window whatever the clocks do", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
        fc.integer({ min: 0, max: 12 * 3_600_000 }),
        fc.integer({ min: 0, max: 12 * 3_600_000 }),
        fc.constantFrom("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo"),
        (from, toChange, toUntil, zone) => {
          const stored = fromInstant(from + toChange, zone);
          const window = { from, until: from + toChange + toUntil };
          const [low, high] = (windowFilter(window, zone) ?? "").slice(1, -1).split(",");
          expect(stored >= (low ?? "") && stored <= (high ?? "")).toBe(true);
        },
      ),
      // The hours around a change of the clocks, where a naive filter loses rows.
      { examples: [[Date.UTC(2026, 9, 25, 0, 50), 20 * 60_000, 0, "Europe/Paris"]] },
    ));
});
