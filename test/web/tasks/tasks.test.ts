import { describe, expect, it } from "vitest";
import { taskProgress } from "../../../web/tasks/tasks";

describe("tasks", () => {
  it("count what is behind them in both shapes of counts", () => {
    expect(taskProgress({ total: 10, counts: { done: 4, failed: 1, skipped: 1 } })).toEqual({
      value: 6,
      max: 10,
    });
    expect(taskProgress({ total: 10, counts: { created: 1, updated: 2, unchanged: 3 } })).toEqual({
      value: 6,
      max: 10,
    });
    expect(taskProgress({ total: null, counts: { found: 3 } })).toBeUndefined();
  });
});
