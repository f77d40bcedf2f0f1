import type { TaskRow } from "../../src/contract/tasks";

/** What the pages seen so far told of tasks, so that a task's page is named before it is read. */
const kinds = new Map<string, TaskRow["kind"]>();

export function rememberKind({ id, kind }: Pick<TaskRow, "id" | "kind">): void {
  kinds.set(id, kind);
}

export const knownKind = (taskId: string): TaskRow["kind"] | undefined => kinds.get(taskId);
