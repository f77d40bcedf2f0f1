import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  FRESH_PACE,
  learnPace,
  mergedPace,
  pauseBetween,
  requestsAtOnce,
  restedPace,
  USUAL_LIMIT,
  type Pace,
  type PacedRequest,
} from "../../../src/domain/requests/pace";

const good: PacedRequest = { kind: "GET products", end: "answered", tookMs: 100 };
const refused: PacedRequest = { ...good, end: "refused" };

const request = fc.record({
  kind: fc.constantFrom("GET products", "POST orders", "module order"),
  end: fc.constantFrom("answered" as const, "refused" as const, "lost" as const),
  tookMs: fc.integer({ min: 0, max: 30_000 }),
});
/** Requests with the time since the one before. */
const life = fc.array(fc.tuple(request, fc.integer({ min: 0, max: 20_000 })), { maxLength: 200 });

function live(steps: readonly (readonly [PacedRequest, number])[], begin = FRESH_PACE) {
  let now = 1_000_000;
  let pace: Pace = begin;
  for (const [seen, later] of steps) {
    now += later;
    pace = learnPace(pace, seen, now);
  }
  return { pace, now };
}

const many = (count: number, seen: PacedRequest, later: number) =>
  Array.from({ length: count }, () => [seen, later] as const);

describe("the pace of requests to a shop", () => {
  it("begins with two at once and never has more, nor less than one in eight seconds", () => {
    expect(requestsAtOnce(FRESH_PACE)).toBe(2);
    fc.assert(
      fc.property(life, (steps) => {
        const { pace } = live(steps);
        expect(pace.limit).toBeLessThanOrEqual(USUAL_LIMIT);
        expect(pace.limit).toBeGreaterThanOrEqual(1 / 8);
        expect(requestsAtOnce(pace)).toBeGreaterThanOrEqual(1);
        expect(pauseBetween(pace)).toBeGreaterThanOrEqual(0);
        expect(pauseBetween(pace)).toBeLessThanOrEqual(7_000);
      }),
    );
  });

  it("never rises by a refusal or a lost answer", () => {
    fc.assert(
      fc.property(life, request, fc.integer({ min: 0, max: 60_000 }), (steps, last, later) => {
        const { pace, now } = live(steps);
        const next = learnPace(pace, last, now + later);
        if (last.end !== "answered") expect(next.limit).toBeLessThanOrEqual(pace.limit);
      }),
    );
  });

  it("is halved by a refusal, once for requests that were under way together", () => {
    expect(live(many(1, refused, 0)).pace.limit).toBe(1);
    expect(live(many(6, refused, 100)).pace.limit).toBe(1);
    expect(live(many(2, refused, 2_000)).pace.limit).toBe(0.5);
    expect(requestsAtOnce(live(many(9, refused, 2_000)).pace)).toBe(1);
    expect(pauseBetween(live(many(2, refused, 2_000)).pace)).toBe(1_000);
  });

  it("is halved when answers take three times as long as usual, and not by one slow answer", () => {
    const calm = many(40, good, 1_000);
    const slow = { ...good, tookMs: 2_000 };
    const short = { ...good, tookMs: 450 };
    expect(live([...calm, [{ ...good, tookMs: 500 }, 1_000]]).pace.limit).toBe(2);
    expect(live([...calm, ...many(3, slow, 1_000)]).pace.limit).toBeLessThanOrEqual(1);
    expect(live([...calm, ...many(3, short, 1_000)]).pace.limit).toBe(2);
  });

  it("takes heavy requests for what they are: another kind, not a tired shop", () => {
    const heavy = { ...good, kind: "GET combinations", tookMs: 3_000 };
    const mixed = many(30, good, 500).flatMap((step) => [step, [heavy, 500] as const]);
    expect(live(mixed).pace.limit).toBe(2);
  });

  it("comes back slowly by good answers, from wherever it was", () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { pace } = live(steps);
        const { pace: later } = live(many(30, { ...good, kind: "new", tookMs: 50 }, 1_000), pace);
        expect(later.limit).toBe(USUAL_LIMIT);
      }),
    );
    expect(live(many(15, good, 100), { ...FRESH_PACE, limit: 1 }).pace.limit).toBeLessThan(2);
  });

  it("forgets after ten quiet minutes", () => {
    const { pace, now } = live(many(4, refused, 3_000));
    expect(restedPace(pace, now + 9 * 60_000)).toEqual(pace);
    expect(restedPace(pace, now + 10 * 60_000).limit).toBe(2);
  });

  it("believes whoever met a later overload, or won more back since the same one", () => {
    const slowed = { ...FRESH_PACE, limit: 0.5, slowedAt: 5_000 };
    expect(mergedPace(FRESH_PACE, slowed)).toMatchObject({ limit: 0.5, slowedAt: 5_000 });
    expect(mergedPace(slowed, FRESH_PACE)).toEqual(slowed);
    expect(mergedPace(slowed, { limit: 1.5, slowedAt: 5_000 }).limit).toBe(1.5);
    expect(mergedPace(slowed, { limit: 1, slowedAt: 9_000 })).toMatchObject({
      limit: 0.5,
      slowedAt: 9_000,
    });
    expect(mergedPace(slowed, { limit: 0.125, slowedAt: 4_000 })).toEqual(slowed);
  });
});
