/** Identity keys of tasks: while a task waits or runs, a second one of the same key is not made. */
import type { PullDays } from "../catalogue/pull-window";
import type { TaskKind } from "./task-kind";

/** `subject`: what the task works on, in a text that is equal for equal work. */
export function identityKey(kind: TaskKind, subject: string): string {
  return `${kind}:${subject}`;
}

/** The subject of work without parameters. */
export const EVERYTHING = "all";

export function pullSubject({
  from,
  until,
  sinceLastPull,
}: PullDays & { sinceLastPull?: boolean }) {
  return sinceLastPull === true ? "since" : `${from ?? ""}..${until ?? ""}`;
}

/** The subject of a second try of the failed items. */
export function retrySubject(taskId: string): string {
  return `retry:${taskId}`;
}

/** The subject of a second run of a task that failed as a whole. */
export function rerunSubject(taskId: string): string {
  return `again:${taskId}`;
}
