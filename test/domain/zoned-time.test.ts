import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantAt, wallClockAt } from "../../src/domain/zoned-time";
import times from "../golden/zoned-times.json";

const asUtc = (text: string) => Date.parse(`${text.replace(" ", "T")}Z`);

/** More zones than are cached, so that some are forgotten and asked for again. */
const zones = Intl.supportedValuesOf("timeZone");
const anyInstant = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2040, 11, 31) });

describe("a wall clock", () => {
  it.each(times)("$wallClock of $zone is $instant", ({ zone, wallClock, instant }) => {
    expect(instantAt(asUtc(wallClock), zone)).toBe(Date.parse(instant));
  });

  it.each(times)("$instant is what $zone shows as it", ({ zone, wallClock, instant, shown }) => {
    expect(wallClockAt(Date.parse(instant), zone)).toBe(asUtc(shown ?? wallClock));
  });

  it("leads back to its instant, or to the first of the two that show it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyInstant, (zone, instant) => {
        const wallClock = wallClockAt(instant, zone);
        const first = instantAt(wallClock, zone);
        expect(first).toBeLessThanOrEqual(instant);
        expect(wallClockAt(first, zone)).toBe(wallClock);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["", "Mars/Olympus", "Europe/"])("is refused for the unknown zone '%s'", (zone) => {
    expect(() => wallClockAt(0, zone)).toThrow(RangeError);
    expect(() => instantAt(0, zone)).toThrow(RangeError);
  });
});
