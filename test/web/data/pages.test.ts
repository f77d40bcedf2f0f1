import { describe, expect, it } from "vitest";
import { PagesModel } from "../../../web/data/pages";

describe("paging with nothing but next", () => {
  it("finds the way back through the cursors passed", () => {
    const pages = new PagesModel();
    pages.goOn(undefined);
    pages.goOn("b");
    expect(pages.goBack()).toBe("b");
    expect(pages.goBack()).toBeUndefined();
    expect(pages.canGoBack.value).toBe(false);
  });
});
