import { expect, it } from "vitest";
import { TASK_KINDS, type TaskWording } from "../../../src/domain/tasks/task-kind";
import { tasks } from "../../../src/i18n/en/ui/tasks";

it("has words for every kind of task", () => {
  const words: Readonly<Record<TaskWording, string>> = tasks;
  for (const kind of TASK_KINDS) expect(words[`task.kind.${kind}`]).toMatch(/^[A-Z]/);
});
