import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextQuietMoment } from "../../../src/domain/reports/quiet-hour";
import { wallClockAt } from "../../../src/domain/zoned-time";

const HOUR_MS = 3_600_000;
const ZONES = ["Europe/Paris", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati", "UTC"];

describe("the next quiet moment", () => {
  it("is at night by the store's clocks, ahead of now, and within a day or little more", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.constantFrom(...ZONES),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (now, zone, share) => {
          const at = nextQuietMoment(now, zone, share);
          expect(at).toBeGreaterThan(now);
          expect(at - now).toBeLessThanOrEqual(26 * HOUR_MS);
          const hour = Math.floor(wallClockAt(at, zone) / HOUR_MS) % 24;
          // One hour more where the clocks are changed in that very night.
          expect([1, 2, 3, 4, 5]).toContain(hour);
        },
      ),
    ));

  it("is the same for a connection every night, whatever time it is asked", () => {
    const noon = Date.UTC(2026, 5, 10, 12);
    const next = nextQuietMoment(noon, "Europe/Berlin", 0.5);
    expect(nextQuietMoment(noon + HOUR_MS, "Europe/Berlin", 0.5)).toBe(next);
    expect(nextQuietMoment(next, "Europe/Berlin", 0.5)).toBe(next + 24 * HOUR_MS);
  });

  it("of a zone that nobody knows is that of UTC", () => {
    const noon = Date.UTC(2026, 5, 10, 12);
    expect(nextQuietMoment(noon, "Mars/Base", 0)).toBe(nextQuietMoment(noon, "UTC", 0));
  });
});
