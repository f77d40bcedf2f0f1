import { describe, expect, it } from "vitest";
import { cleanTitle } from "../../../src/domain/listings/clean-title";

describe("a cleaned title", () => {
  it("has no escapes, emoji, control characters or runs of spaces", () => {
    expect(cleanTitle(" Salt &amp; pepper \u{1f336}\ufe0f\u0007  mill ")).toBe(
      "Salt & pepper mill",
    );
    expect(cleanTitle("Size 10 #1")).toBe("Size 10 #1");
  });
});
