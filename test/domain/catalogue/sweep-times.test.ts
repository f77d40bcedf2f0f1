import { expect, it } from "vitest";
import { walkPauseMs, WALK_PAGE_SIZE } from "../../../src/domain/catalogue/sweep-times";

const MINUTE_MS = 60_000;

/** From the first page of a walk to the end of its last, in a store that takes so long for each. */
function walkMs(products: number, tookMs: number): number {
  const pages = Math.ceil(products / WALK_PAGE_SIZE);
  return pages * tookMs + (pages - 1) * walkPauseMs(products, tookMs);
}

it.each([0, 900, 2_300, 4_000])(
  "walks 10,000 products in eight minutes where a page takes %i ms",
  (tookMs) => {
    expect(walkMs(10_019, tookMs)).toBeLessThan(8 * MINUTE_MS);
    expect(walkMs(10_019, tookMs)).toBeGreaterThan(6 * MINUTE_MS);
  },
);

it("rests not at all where the store is slower than that", () => {
  expect(walkPauseMs(10_019, 9_000)).toBe(0);
});
