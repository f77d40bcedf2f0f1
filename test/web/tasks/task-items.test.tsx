import { describe, expect, it } from "vitest";
import type { TaskDetail } from "../../../src/contract/tasks";
import { TaskItems } from "../../../web/tasks/task-items";
import { draw, fakeServer, text, until } from "../support/render";

type Item = TaskDetail["items"][number];

const task = (change: Partial<Item>): TaskDetail => ({
  id: "t1",
  kind: "push-products",
  state: "completed",
  total: 1,
  counts: { done: 1 },
  problem: null,
  startedBy: "Ada",
  createdAt: 1,
  finishedAt: 2,
  confirmBy: null,
  action: null,
  items: [
    { key: "7", label: "Mug", state: "done", reasons: [], before: null, after: null, ...change },
  ],
  next: null,
});

const drawItem = (change: Partial<Item>) =>
  draw(<TaskItems task={task(change)} base="/connections/c" isFiltered={false} />, fakeServer({}));

describe("an item of a task", () => {
  it("shows in words what was and what is", async () => {
    drawItem({ before: { status: "live" }, after: { status: "paused" } });
    await until(() => text().includes("Status on TikTok ShopLive → Deactivated"));
  });

  it("shows prices, numbers and nothing as people write them", async () => {
    drawItem({
      before: { title: null, quantity: 1_000, isActive: true },
      after: {
        title: "Mug",
        quantity: 0,
        isActive: false,
        price: { minMinor: 990, maxMinor: 1_290, currency: "GBP" },
      },
    });
    await until(() => text().includes("none"));
    for (const shown of ["none → Mug", "1,000 → 0", "yes → no", "£9.90\u00a0– £12.90"])
      expect(text()).toContain(shown);
  });

  it("reads the name of a field that only another version knows", async () => {
    drawItem({ after: { countryOfOrigin: "Portugal" } });
    await until(() => text().includes("Country of originPortugal"));
  });

  it("of 0.2 is shown without", () => {
    drawItem({});
    expect(document.querySelector("dl")).toBeNull();
  });
});

describe("a pull", () => {
  const drawPull = (counts: TaskDetail["counts"], items: Item[] = []) => {
    const pull: TaskDetail = { ...task({}), kind: "pull-products", counts, items };
    draw(<TaskItems task={pull} base="/connections/c" isFiltered={false} />, fakeServer({}));
  };

  it("says that nothing changed, and of one of 0.2 that it kept counts only", () => {
    drawPull({ found: 9, unchanged: 9 });
    expect(text()).toContain("No product was new, changed or deleted.");
    drawPull({ found: 9, created: 9 });
    expect(text()).toContain("This pull kept counts only");
  });

  it("says when it lists some of the new products only", async () => {
    const { items } = task({ after: { pulled: "created", name: "Mug" } });
    drawPull({ created: 10_000 }, items);
    expect(text()).toContain("Of 10,000 new products the first 500 are listed here.");
    await until(() => text().includes("In the storenew"));
  });
});

describe("items with the same reason", () => {
  const reasons = [{ code: "listing.category_missing", facts: {} }];
  const failed = (key: string): Item => ({
    key,
    label: `Mug ${key}`,
    state: "failed",
    reasons,
    before: null,
    after: null,
  });

  it("are one group that says it once, and each leads to its product", () => {
    const other: Item = { ...failed("9"), reasons: [{ code: "listing.image_missing", facts: {} }] };
    const items = [failed("1"), failed("2"), other, failed("3")];
    const all = { ...task({}), items };
    draw(<TaskItems task={all} base="/connections/c" isFiltered={false} />, fakeServer({}));
    expect(document.querySelectorAll(".task-item")).toHaveLength(2);
    expect(text().match(/The product has no TikTok Shop category/g)).toHaveLength(1);
    expect(text()).toContain("3 products");
    for (const key of ["1", "2", "3", "9"])
      expect(document.querySelector(`a[href="/connections/c/products/${key}"]`)).toBeTruthy();
  });
});
