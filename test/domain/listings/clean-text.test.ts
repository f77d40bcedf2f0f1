import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validBarcode } from "../../../src/domain/listings/barcode";
import { productText } from "../../../src/domain/canonical-text";
import type { SourceProduct } from "../../../src/domain/catalogue/source-product";
import { cleanHtml, plainText } from "../../../src/domain/listings/clean-html";
import { cleanTitle } from "../../../src/domain/listings/clean-title";
import { imageKind } from "../../../src/domain/listings/image-kind";
import { isUnclear } from "../../../src/domain/errors/is-unclear";
import { jobRetryDelay } from "../../../src/domain/tasks/job-retry";
import { storeDay } from "../../../src/domain/store-day";
import { SyncError } from "../../../src/domain/errors/sync-error";

describe("a cleaned description", () => {
  it("keeps plain markup and drops attributes, pictures, scripts and comments", () => {
    const html = `<div class="x"><p style="color:red" onclick="go()">Hello <b>you</b></p>
      <script>alert(1)</script><img src="https://other.example/1.jpg"><!-- note --><ul><li>one</ul></div>`;
    expect(cleanHtml(html).replace(/\s+/g, " ")).toBe(
      "<p>Hello <b>you</b></p> <ul><li>one</li></ul>",
    );
  });

  it("holds only kept tags, all closed, whatever comes in, and cleaning it again changes nothing", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<b onclick='x'>",
      "</b>",
      "<script>",
      "</script>",
      "<img src=x onerror=y>",
      "<br/>",
      "<",
      ">",
      "text ",
      "&amp;",
      "<!--",
      "-->",
      "<ul>",
      "<li>",
      "<a href='javascript:x'>",
      "</a>",
      '"',
      "'",
      "<svg><p>",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join("")),
        (html) => {
          const clean = cleanHtml(html);
          const tags = [...clean.matchAll(/<\/?([a-z0-9]+)>/g)];
          expect(clean.replace(/<\/?([a-z0-9]+)>/g, "")).not.toMatch(/[<>]/);
          expect(tags.every(([, name]) => ["p", "b", "br", "ul", "li"].includes(name ?? ""))).toBe(
            true,
          );
          const open = tags.filter(([tag, name]) => name !== "br" && !tag.startsWith("</"));
          const closed = tags.filter(([tag]) => tag.startsWith("</"));
          expect(open).toHaveLength(closed.length);
          expect(cleanHtml(clean)).toBe(clean);
        },
      ),
    );
  });

  it("reads as plain words", () => {
    expect(plainText("<p>Salt &amp; <b>pepper</b></p><p>mill</p>")).toBe("Salt & pepper mill");
  });
});

describe("a cleaned title", () => {
  it("has no escapes, emoji, control characters or runs of spaces", () => {
    expect(cleanTitle(" Salt &amp; pepper \u{1f336}\ufe0f\u0007  mill ")).toBe(
      "Salt & pepper mill",
    );
    expect(cleanTitle("Size 10 #1")).toBe("Size 10 #1");
  });
});

describe("a barcode", () => {
  it("counts only with a right check digit and a known length", () => {
    expect(validBarcode("4006381333931")).toBe("4006381333931");
    expect(validBarcode("036000291452")).toBe("036000291452");
    expect(validBarcode("4006381333932")).toBeUndefined();
    expect(validBarcode("12345")).toBeUndefined();
    expect(validBarcode("0000000000000")).toBeUndefined();
    expect(validBarcode(undefined)).toBeUndefined();
  });
});

describe("the text a product's hash is made of", () => {
  const base = {
    id: "1",
    name: "A",
    updatedAt: 1,
    features: [
      { name: "x", value: "1" },
      { name: "y", value: "2" },
    ],
    variants: [
      { id: "1", quantity: 1 },
      { id: "2", quantity: 1 },
    ],
    images: [{ id: "1" }, { id: "2" }],
  } as unknown as SourceProduct;

  it("ignores the store's date and the order of lists a store does not sort", () => {
    const shuffled = {
      ...base,
      updatedAt: 2,
      features: base.features.toReversed(),
      variants: base.variants.toReversed(),
    };
    expect(productText(shuffled)).toBe(productText(base));
  });

  it("sees stock and the order of pictures", () => {
    const [first, ...rest] = base.variants;
    const sold = { ...base, variants: [{ ...first, quantity: 0 }, ...rest] } as SourceProduct;
    expect(productText(sold)).not.toBe(productText(base));
    expect(productText({ ...base, images: base.images.toReversed() })).not.toBe(productText(base));
  });
});

describe("a day in the shop's time zone", () => {
  it("begins and ends by the shop's clock, also when the clock is changed", () => {
    expect(storeDay("2026-01-10", "Europe/Paris")).toEqual({
      from: Date.UTC(2026, 0, 9, 23),
      until: Date.UTC(2026, 0, 10, 23) - 1,
    });
    const spring = storeDay("2026-03-29", "Europe/Paris");
    expect(spring.until - spring.from + 1).toBe(23 * 3_600_000);
  });

  it("begins at the first moment of its date where midnight is skipped or happens twice", () => {
    expect(storeDay("2024-04-26", "Africa/Cairo").from).toBe(Date.UTC(2024, 3, 25, 22));
    expect(storeDay("2024-11-03", "America/Havana").from).toBe(Date.UTC(2024, 10, 3, 4));
  });

  it("lies without a gap next to the day after, in every zone", () => {
    const zone = fc.constantFrom(
      "UTC",
      "Europe/London",
      "America/New_York",
      "Asia/Kolkata",
      "Pacific/Auckland",
    );
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 20_000 }), (timeZone, number) => {
        const day = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);
        expect(storeDay(day(number), timeZone).until + 1).toBe(
          storeDay(day(number + 1), timeZone).from,
        );
      }),
    );
  });

  it("must exist", () => {
    expect(() => storeDay("2026-02-30", "UTC")).toThrow(RangeError);
    expect(() => storeDay("yesterday", "UTC")).toThrow(RangeError);
  });
});

describe("a picture", () => {
  it("is known by its first bytes only", () => {
    expect(imageKind(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))?.extension).toBe("jpg");
    expect(imageKind(new TextEncoder().encode("<html><body>"))).toBeUndefined();
    expect(imageKind(new TextEncoder().encode("GIF89a"))).toBeUndefined();
    expect(imageKind(new Uint8Array())).toBeUndefined();
  });
});

describe("a failed write", () => {
  it("is clear only when it was refused or never went out", () => {
    const error = (...given: ConstructorParameters<typeof SyncError>) =>
      isUnclear(new SyncError(...given));
    expect(error("merchant", "tiktok.title_refused")).toBe(false);
    expect(error("retry", "tiktok.rate_limited")).toBe(false);
    expect(error("retry", "budget.exhausted")).toBe(false);
    expect(error("retry", "tiktok.timeout")).toBe(true);
    expect(error("defect", "tiktok.unexpected_shape")).toBe(true);
    expect(error("merchant", "tiktok.answer_too_large", { maybeApplied: true })).toBe(true);
  });
});

describe("the next try of a job", () => {
  const retry = new SyncError("retry", "x.unreachable");

  it("comes later each time, never later than two minutes, and seven times at most", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, chance) => {
          const delay = jobRetryDelay(retry, attempt, () => chance);
          expect(delay === null).toBe(attempt >= 7);
          expect(delay ?? 0).toBeLessThanOrEqual(120_000);
        },
      ),
    );
  });

  it("waits as long as it was told, and not at all for what a person must do", () => {
    const told = new SyncError("retry", "x.rate_limited", { retryAfterMs: 5_000 });
    expect(jobRetryDelay(told, 1, () => 0)).toBe(5_000);
    expect(jobRetryDelay(new SyncError("merchant", "x"), 1, () => 0)).toBeNull();
    expect(jobRetryDelay(new SyncError("reconnect", "x"), 1, () => 0)).toBeNull();
    expect(jobRetryDelay(new SyncError("defect", "x"), 3, () => 0)).toBeNull();
  });
});
