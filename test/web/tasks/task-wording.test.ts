import { expect, it } from "vitest";
import { TASK_KINDS, type TaskWording } from "../../../src/domain/tasks/task-kind";
import { ShownKind } from "../../../src/contract/tasks";
import { shared } from "../../../src/i18n/en/ui/shared";
import { TASK_COUNTS } from "../../../src/domain/tasks/task-counts";
import { kindOf, summaryOf } from "../../../web/tasks/task-summary";

it("has words for every kind of task", () => {
  const texts: Readonly<Record<TaskWording, string>> = shared;
  for (const kind of TASK_KINDS) expect(texts[`task.kind.${kind}`]).toMatch(/^[A-Z]/);
});

it("leaves no count of a task out of its summary, whoever counted it", () => {
  for (const name of TASK_COUNTS)
    expect(summaryOf({ state: "completed", counts: { [name]: 7 } })).toMatch(/^7 [a-z]/);
  const counts = { done: 2, rowsInFile: 1_200, failed: 0 };
  expect(summaryOf({ state: "completed", counts })).toBe("2 done, Rows in file: 1,200");
});

it("reads the name of a kind that only another version knows", () => {
  expect(kindOf({ kind: ShownKind.parse("pull-reviews") })).toBe("Pull reviews");
});
