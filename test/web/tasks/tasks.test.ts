import { describe, expect, it } from "vitest";
import { outcomeOf, taskProgress } from "../../../web/tasks/outcome";

describe("what came of a task", () => {
  it.each([
    [{ failed: 19 }, "failed"],
    [{ found: 19, failed: 19 }, "failed"],
    [{ done: 12, failed: 7 }, "mixed"],
    [{ updated: 1, failed: 1 }, "mixed"],
    [{ skipped: 1 }, "nothing"],
    [{ done: 1, skipped: 1 }, "good"],
    [{ found: 0 }, "good"],
  ])("of %j is %s", (counts, outcome) => expect(outcomeOf({ counts })).toBe(outcome));
});

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
