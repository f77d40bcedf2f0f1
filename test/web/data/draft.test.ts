import { describe, expect, it } from "vitest";
import { createDraft } from "../../../web/data/draft";

describe("the draft of a form", () => {
  it("finds its draft again after a reload, and forgets it when asked", () => {
    sessionStorage.clear();
    const before = createDraft(sessionStorage, "test", { url: "" });
    before.set({ url: "https://shop.example" });
    before.stop();
    const after = createDraft(sessionStorage, "test", { url: "" });
    expect(after.draft.value.url).toBe("https://shop.example");
    after.forget();
    expect(sessionStorage.length).toBe(0);
  });

  it("starts blank when the stored draft is broken", () => {
    sessionStorage.setItem("weft.draft.broken", "{oops");
    expect(createDraft(sessionStorage, "broken", { name: "" }).draft.value).toEqual({ name: "" });
  });
});
