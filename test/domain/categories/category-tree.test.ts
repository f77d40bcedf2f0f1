import { describe, expect, it } from "vitest";
import { withPaths } from "../../../src/domain/categories/category-tree";

describe("paths of a tree", () => {
  it("run from the department to the leaf, and end where a parent is missing or loops", () => {
    const node = (id: string, parentId: string, name: string) => ({
      id,
      parentId,
      name,
      isLeaf: false,
      permission: "available",
    });
    const paths = withPaths([
      node("3", "2", "Mugs"),
      node("1", "0", "Home"),
      node("2", "1", "Kitchen"),
      node("9", "8", "Lost"),
      node("5", "6", "A"),
      node("6", "5", "B"),
    ]).map(({ path }) => path);
    expect(paths.slice(0, 4)).toEqual(["Home > Kitchen > Mugs", "Home", "Home > Kitchen", "Lost"]);
  });
});
