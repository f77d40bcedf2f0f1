import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isChosen, pageState, SelectionModel } from "../../../web/catalogue/selection";

const page = ["1", "2", "3"];

describe("choosing products", () => {
  it("starts with nothing", () => {
    const selection = new SelectionModel();
    expect(selection.isEmpty.value).toBe(true);
    expect(selection.toSelection()).toEqual({ ids: [] });
  });

  it("turns single rows on and off", () => {
    const selection = new SelectionModel();
    selection.toggle("2", page);
    selection.toggle("3", page);
    selection.toggle("2", page);
    expect(selection.toSelection()).toEqual({ ids: ["3"] });
    expect(pageState(page, selection.chosen.value)).toBe("some");
  });

  it("takes a whole page and gives it back", () => {
    const selection = new SelectionModel();
    selection.toggle("1", page);
    selection.togglePage(page);
    expect(pageState(page, selection.chosen.value)).toBe("all");
    selection.togglePage(page);
    expect(selection.isEmpty.value).toBe(true);
  });

  it("keeps rows of other pages when a page is taken", () => {
    const selection = new SelectionModel();
    selection.togglePage(page);
    selection.togglePage(["4", "5"]);
    expect(selection.toSelection()).toEqual({ ids: ["1", "2", "3", "4", "5"] });
  });

  it("sends the filter, not ids, once all pages are chosen", () => {
    const selection = new SelectionModel();
    selection.togglePage(page);
    selection.takeFilter({ tab: "sync_failed", search: "mug" });
    expect(selection.toSelection()).toEqual({ filter: { tab: "sync_failed", search: "mug" } });
    expect(isChosen(selection.chosen.value, "never seen")).toBe(true);
  });

  it("falls back to the rest of the page when one row of all is turned off", () => {
    const selection = new SelectionModel();
    selection.takeFilter({ tab: "all" });
    selection.toggle("2", page);
    expect(selection.toSelection()).toEqual({ ids: ["1", "3"] });
  });

  it("is where it was after the same row is clicked twice", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 })),
        fc.string({ minLength: 1 }),
        (ids, id) => {
          const selection = new SelectionModel();
          selection.togglePage(ids);
          const before = [...selection.ids.value].toSorted();
          selection.toggle(id, ids);
          selection.toggle(id, ids);
          expect([...selection.ids.value].toSorted()).toEqual(before);
        },
      ),
    ));
});
