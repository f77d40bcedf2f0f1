import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, isReadable } from "../../../src/domain/listings/channel-text";
import { keepsTextRule } from "../../support/text-rule";

describe("a text that a channel shows", () => {
  it.each([
    [" Salt &amp; pepper \u{1f336}\ufe0f\u0007  mill ", "Salt & pepper mill"],
    ["Size 10 #1", "Size 10 #1"],
    ["T&eacute; &ndash; caf&#233; &#8211; &#x26; &hellip;", "Té – café – & …"],
    ["AT&amp;amp;T", "AT&T"],
    ["R&D; and R&D", "R& D; and R&D"],
    ["Fish &copy chips", "Fish & copy chips"],
    ["soft&shy;ware zero\u200bwidth", "software zerowidth"],
    ["no\u00a0break\ttab\r\nline", "no break tab line"],
    ["Weft® ©2026 brand™️", "Weft® ©2026 brand™"],
    ["1️⃣ first 🇬🇧 👩‍⚕️ 👍🏽 done", "1 first done"],
    ["Mug ----------------- blue", "Mug -------- blue"],
    ["aaaaaaaaaaaa 1000000000", "aaaaaaaa aaaa 100000000 0"],
    ["&am😀p;", "&"],
    ["5 < 6 > 4", "5 < 6 > 4"],
    ["★★★", "★★★"],
  ])("%j becomes %j", (text, clean) => {
    expect(cleanLine(text)).toBe(clean);
  });

  it("keeps the rule whatever comes in, and is not changed again", () => {
    const piece = fc.constantFrom(
      "&",
      "amp;",
      "#38;",
      "copy",
      "-",
      "a",
      "😀",
      "\ufe0f",
      "\u200d",
      "1",
      "\u20e3",
      " ",
      ";",
      "&amp;amp;",
      "\u0000",
      "☕",
      "©",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
      fc
        .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 40 })
        .map((points) => String.fromCodePoint(...points)),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const clean = cleanLine(raw);
        expect(clean === "" || keepsTextRule(clean) || !isReadable(clean)).toBe(true);
        expect(cleanLine(clean)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });
});
