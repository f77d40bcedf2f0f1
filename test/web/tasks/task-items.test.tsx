import { describe, expect, it } from "vitest";
import type { TaskDetail } from "../../../src/contract/tasks";
import { TaskItems } from "../../../web/tasks/task-items";
import { draw, fakeServer, text } from "../support/render";

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
  items: [
    { key: "7", label: "Mug", state: "done", reasons: [], before: null, after: null, ...change },
  ],
  next: null,
});

const drawItem = (change: Partial<Item>) =>
  draw(<TaskItems task={task(change)} base="/connections/c" />, fakeServer({}));

describe("an item of a task", () => {
  it("shows in words what was and what is", () => {
    drawItem({ before: { status: "live" }, after: { status: "paused" } });
    expect(text()).toContain("Status on TikTok ShopLive → Deactivated");
  });

  it("shows prices, numbers and nothing as people write them", () => {
    drawItem({
      before: { title: null, quantity: 1_000, isActive: true },
      after: {
        title: "Mug",
        quantity: 0,
        isActive: false,
        price: { minMinor: 990, maxMinor: 1_290, currency: "GBP" },
      },
    });
    for (const shown of ["none → Mug", "1,000 → 0", "yes → no", "£9.90\u00a0– £12.90"])
      expect(text()).toContain(shown);
  });

  it("reads the name of a field that only another version knows", () => {
    drawItem({ after: { countryOfOrigin: "Portugal" } });
    expect(text()).toContain("Country of originPortugal");
  });

  it("of 0.2 is shown without", () => {
    drawItem({});
    expect(document.querySelector("dl")).toBeNull();
  });
});
