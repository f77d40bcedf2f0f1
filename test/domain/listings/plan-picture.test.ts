import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PictureFacts } from "../../../src/domain/listings/picture-facts";
import { planPicture } from "../../../src/domain/listings/plan-picture";

const GOOD: PictureFacts = {
  kind: "jpg",
  width: 1000,
  height: 1000,
  isTurned: false,
  hasAlpha: false,
  isCmyk: false,
  isAnimated: false,
  bytes: 200_000,
};

const plan = (change: Partial<PictureFacts>) => planPicture({ ...GOOD, ...change });
const repaired = (faults: string[], width: number, height: number, format = "image/jpeg") => ({
  act: "repair",
  remedy: { faults, width, height, format },
});

describe("what is done to a picture", () => {
  it.each<[string, Partial<PictureFacts>, object]>([
    ["a good one", {}, { act: "send" }],
    ["one of the least size", { width: 300, height: 400 }, { act: "send" }],
    ["a strip", { width: 99, height: 5000 }, { act: "refuse", code: "listing.image_too_small" }],
    [
      "a GIF",
      { kind: "gif", hasAlpha: true, isAnimated: true },
      repaired(["kind"], 1000, 1000, "image/png"),
    ],
    ["an AVIF", { kind: "avif" }, repaired(["kind"], 1000, 1000)],
    ["a large one", { width: 8000, height: 6000 }, repaired(["large"], 4000, 3000)],
    ["a small one", { width: 200, height: 250 }, repaired(["small"], 600, 750)],
    ["a wide one", { width: 1500, height: 500 }, repaired(["shape"], 1500, 1500)],
    ["a high and small one", { width: 120, height: 400 }, repaired(["small", "shape"], 600, 600)],
    [
      "a heavy one",
      { width: 3000, height: 3000, bytes: 12_000_000 },
      repaired(["heavy"], 2000, 2000),
    ],
    [
      "one to look through",
      { kind: "png", hasAlpha: true },
      repaired(["see_through"], 1000, 1000, "image/png"),
    ],
    ["one for printers", { isCmyk: true }, repaired(["print_colours"], 1000, 1000)],
    ["one on its side", { isTurned: true }, repaired(["turned"], 1000, 1000)],
    ["a moving WebP", { kind: "webp", isAnimated: true }, repaired(["moving"], 1000, 1000)],
  ])("is right for %s", (_, change, expected) => {
    expect(plan(change)).toMatchObject(expected);
  });

  it("goes as it is where the channel takes it and nothing can make it anew", () => {
    expect(plan({ isTurned: true })).toMatchObject({ mayGoAsIs: true });
    expect(plan({ kind: "gif" })).toMatchObject({ mayGoAsIs: false });
    expect(plan({ bytes: 12_000_000 })).toMatchObject({ mayGoAsIs: false });
  });

  it("makes whatever there is into what the gallery takes", () => {
    const side = fc.integer({ min: 100, max: 20_000 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.boolean(),
        fc.nat(30_000_000),
        (width, height, hasAlpha, bytes) => {
          const found = plan({ width, height, hasAlpha, bytes });
          const { width: wide, height: high } =
            found.act === "repair" ? found.remedy : { width, height };
          expect(Math.min(wide, high)).toBeGreaterThanOrEqual(300);
          expect(Math.max(wide, high)).toBeLessThanOrEqual(4000);
          expect(wide / high).toBeGreaterThan(0.74);
          expect(wide / high).toBeLessThan(1.35);
        },
      ),
    );
  });
});
