import { describe, expect, it } from "vitest";
import { localized, parseJson } from "../../../src/platforms/prestashop/json";

describe("a translated field", () => {
  it("is plain or one entry per language, with ids as text or numbers", () => {
    expect(localized({ name: "Mug" }, "name", "1")).toBe("Mug");
    const both = [
      { id: "1", value: "Mug" },
      { id: "2", value: "Tasse" },
    ];
    expect(localized({ name: both }, "name", "2")).toBe("Tasse");
    expect(localized({ name: [{ id: 2, value: "Tasse" }] }, "name", "2")).toBe("Tasse");
    expect(localized({ name: [{ id: 1, value: "Mug" }] }, "name", "2")).toBe("Mug");
    expect(localized({}, "name", "1")).toBe("");
  });
});

describe("an answer", () => {
  const nested = (levels: number) => `{"a":${"[".repeat(levels)}${"]".repeat(levels)}}`;

  it("is parsed as deep as any store nests, and no deeper", () => {
    expect(parseJson(nested(150))).toBeDefined();
    expect(parseJson(nested(250))).toBeUndefined();
  });

  it("may hold any number of brackets in its texts and side by side", () => {
    const text = `[[[[\\"{{{{`.repeat(200);
    expect(parseJson(JSON.stringify({ text }))).toEqual({ text });
    expect(parseJson(`[${"[],".repeat(400)}[]]`)).toHaveLength(401);
  });
});
