import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retryDelay, type Failure } from "../../../src/platforms/http/retry-delay";

const chance = () => fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const failure = (): fc.Arbitrary<Failure> =>
  fc.oneof(
    fc.constantFrom<Failure>({ kind: "network" }, { kind: "timeout" }),
    fc.record({
      kind: fc.constant("http" as const),
      status: fc.integer({ min: 400, max: 599 }),
      retryAfterMs: fc.nat({ max: 120_000 }),
    }),
  );
const always = () => 0.5;

describe("retryDelay", () => {
  it("never waits longer than eight seconds inside a request", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        failure(),
        chance(),
        (n, safe, f, x) => {
          const delay = retryDelay({ number: n, replaySafe: safe }, f, () => x);
          if (delay === null) return;
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(delay).toBeLessThanOrEqual(8_000);
        },
      ),
    ));

  it("never replays a write that may have landed", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), failure(), chance(), (n, f, x) => {
        const refusedForSure = f.kind === "http" && f.status === 429;
        fc.pre(!refusedForSure);
        expect(retryDelay({ number: n, replaySafe: false }, f, () => x)).toBeNull();
      }),
    ));

  it("repeats a write that was refused for being too fast: nothing happened", () =>
    expect(
      retryDelay({ number: 1, replaySafe: false }, { kind: "http", status: 429 }, always),
    ).toBe(500));

  it("gives up after the third try", () =>
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9 }), failure(), (n, f) => {
        expect(retryDelay({ number: n, replaySafe: true }, f, always)).toBeNull();
      }),
    ));

  it("does not repeat what the other side refused for good", () => {
    for (const status of [400, 401, 403, 404, 409, 422])
      expect(
        retryDelay({ number: 1, replaySafe: true }, { kind: "http", status }, always),
      ).toBeNull();
  });

  it("waits as long as the other side asks, and leaves long waits to the outbox", () => {
    const limited = (retryAfterMs: number): Failure => ({
      kind: "http",
      status: 429,
      retryAfterMs,
    });
    expect(retryDelay({ number: 1, replaySafe: true }, limited(2_000), always)).toBe(2_000);
    expect(retryDelay({ number: 1, replaySafe: true }, limited(60_000), always)).toBeNull();
  });

  it("backs off with full jitter, twice as long at most each time", () => {
    const lost: Failure = { kind: "network" };
    const nearOne = () => 0.999_999;
    expect(retryDelay({ number: 1, replaySafe: true }, lost, nearOne)).toBe(1_000);
    expect(retryDelay({ number: 2, replaySafe: true }, lost, nearOne)).toBe(2_000);
    expect(retryDelay({ number: 1, replaySafe: true }, lost, () => 0)).toBe(0);
  });
});
