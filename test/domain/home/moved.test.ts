import { describe, expect, it } from "vitest";
import { versionsOf, type Mark, type MovingSubject } from "../../../src/domain/home/moved";

const NOW = 1_000_000;
const versions = (orders: Mark[], now = NOW) => {
  const none: Record<MovingSubject, Mark[]> = {
    products: [],
    orders: [],
    tasks: [],
    problems: [],
    settings: [],
    health: [],
  };
  return versionsOf({ ...none, orders }, now);
};

describe("the version of a subject", () => {
  it("stays while nothing moves, and changes with a change", () => {
    const before = versions([{ at: NOW - 60_000 }]);
    expect(versions([{ at: NOW - 60_000 }], NOW + 5_000)).toEqual(before);
    expect(versions([{ at: NOW - 50_000 }]).orders).not.toBe(before.orders);
    expect(versions([{ at: NOW - 50_000 }]).products).toBe(before.products);
  });

  it("is new again where a change of the same millisecond may follow", () => {
    const seen = versions([{ at: NOW }]).orders;
    expect(versions([{ at: NOW }], NOW + 1).orders).not.toBe(seen);
    expect(versions([{ at: NOW }], NOW + 5_000).orders).toBe(
      versions([{ at: NOW }], NOW + 9_000).orders,
    );
  });

  it("tells nothing there yet from the first thing, and a number from another", () => {
    expect(versions([{ at: null }]).orders).not.toBe(versions([{ at: 1 }]).orders);
    expect(versions([{ at: 1, text: 2 }]).orders).not.toBe(versions([{ at: 1, text: 3 }]).orders);
  });
});
