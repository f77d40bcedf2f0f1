import { describe, expect, it } from "vitest";
import { localized } from "../../../src/platforms/prestashop/json";

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
