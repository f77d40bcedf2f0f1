import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blockRequests,
  NO_REQUESTS,
  takeRequests,
  usedRequests,
} from "../../../src/domain/requests/request-window";

const NOW = 1_800_000_000_000;

describe("a budget per minute", () => {
  it("never lets more out in any sixty seconds", () => {
    const asks = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20_000 })),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(asks, fc.integer({ min: 10, max: 600 }), (steps, perMinute) => {
        let window = NO_REQUESTS;
        let now = NOW;
        const sent: number[] = [];
        for (const [wanted, later] of steps) {
          now += later;
          const { next, granted } = takeRequests(window, perMinute, wanted, now);
          expect(granted).toBeLessThanOrEqual(wanted);
          for (let count = 0; count < granted; count += 1) sent.push(now);
          window = next;
        }
        for (const begin of sent) {
          const within = sent.filter((at) => at >= begin && at < begin + 60_000);
          expect(within.length).toBeLessThanOrEqual(perMinute);
        }
      }),
    );
  });

  it("grants something after the wait it names, and keeps counting what it granted", () => {
    const first = takeRequests(NO_REQUESTS, 60, 100, NOW + 400);
    expect(first).toMatchObject({ granted: 60, waitMs: 0 });
    expect(usedRequests(first.next, NOW + 30_000)).toBe(60);
    const second = takeRequests(first.next, 60, 1, NOW + 20_000);
    expect(second.granted).toBe(0);
    const third = takeRequests(second.next, 60, 1, NOW + 20_000 + second.waitMs);
    expect(third.granted).toBe(1);
    expect(usedRequests(third.next, NOW + 20_000 + second.waitMs)).toBe(1);
  });

  it("counts what went out under a higher limit when the limit is lowered", () => {
    const many = takeRequests(NO_REQUESTS, 600, 200, NOW);
    const fewer = takeRequests(many.next, 10, 1, NOW + 30_000);
    expect(fewer.granted).toBe(0);
    expect(fewer.waitMs).toBeLessThanOrEqual(31_000);
  });

  it("is silent as long as the shop asked for", () => {
    const blocked = blockRequests(NO_REQUESTS, NOW + 5_000);
    expect(takeRequests(blocked, 60, 1, NOW)).toMatchObject({ granted: 0, waitMs: 5_000 });
    expect(takeRequests(blocked, 60, 1, NOW + 5_000).granted).toBe(1);
    expect(blockRequests(blocked, NOW).blockedUntil).toBe(NOW + 5_000);
  });

  it("asks for nothing where nothing is wanted", () => {
    expect(takeRequests(NO_REQUESTS, 60, 0, NOW)).toMatchObject({ granted: 0, waitMs: 0 });
  });
});
