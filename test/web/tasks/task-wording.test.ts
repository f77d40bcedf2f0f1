import { expect, it } from "vitest";
import { TASK_KINDS, type TaskWording } from "../../../src/domain/tasks/task-kind";
import { ShownKind } from "../../../src/contract/tasks";
import { tasks } from "../../../src/i18n/en/ui/tasks";
import { kindOf } from "../../../web/tasks/task-summary";

it("has words for every kind of task", () => {
  const texts: Readonly<Record<TaskWording, string>> = tasks;
  for (const kind of TASK_KINDS) expect(texts[`task.kind.${kind}`]).toMatch(/^[A-Z]/);
});

it("reads the name of a kind that only another version knows", () => {
  expect(kindOf({ kind: ShownKind.parse("pull-reviews") })).toBe("Pull reviews");
});
