import { expect, it } from "vitest";
import { toPullWindow, windowSince } from "../../../src/domain/catalogue/pull-window";

const HOUR = 3_600_000;

it("takes whole days of the store's time zone", () => {
  const day = { from: "2026-01-31", until: "2026-01-31" };
  const { from = 0, until = 0 } = toPullWindow(day, "Europe/Paris");
  expect(new Date(from).toISOString()).toBe("2026-01-30T23:00:00.000Z");
  expect(new Date(until).toISOString()).toBe("2026-01-31T22:59:59.999Z");
  expect(toPullWindow({}, "Europe/Paris")).toEqual({});
});

it("refuses days that do not exist and ranges that run backwards", () => {
  const code = (days: { from?: string; until?: string }) => {
    try {
      toPullWindow(days, "UTC");
    } catch (caught) {
      return (caught as { code: string }).code;
    }
    return undefined;
  };
  expect(code({ from: "2026-02-30" })).toBe("pull.date_invalid");
  expect(code({ from: "2026-02-02", until: "2026-02-01" })).toBe("pull.range_reversed");
});

it("asks again for the hour before the last pull, and for everything without one", () => {
  expect(windowSince(10 * HOUR)).toEqual({ from: 9 * HOUR });
  expect(windowSince(null)).toEqual({});
});
