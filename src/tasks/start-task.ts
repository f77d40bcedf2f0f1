import { tasksOf } from "../db/tasks/tasks";
import { identityKey } from "../domain/tasks/task-identity";
import type { TaskKind } from "../domain/tasks/task-kind";
import { kindOf, type ParametersOf } from "./kinds";
import type { Services } from "./services";
import { wakeTask } from "./wake-task";

export interface NewTask<K extends TaskKind, Parameters = ParametersOf<K>> {
  kind: K;
  /** What it works on: of two open tasks of a kind and subject the second is not made. */
  subject: string;
  parameters: Parameters;
  /** Name of the person. */
  startedBy: string;
}

/** Makes the task, unless the same work is open already, and sets it going. Answers its id. */
export function startTask<K extends TaskKind>(
  services: Services,
  connectionId: string,
  wanted: NewTask<K>,
): Promise<{ taskId: string }> {
  return startStored(services, connectionId, wanted);
}

/** The same with parameters as another task stored them. */
export async function startStored(
  services: Services,
  connectionId: string,
  { kind, subject, parameters, startedBy }: NewTask<TaskKind, unknown>,
): Promise<{ taskId: string }> {
  const { id, isNew } = await tasksOf(services.db, services.now).create({
    id: services.newId("task"),
    connectionId,
    kind,
    identityKey: identityKey(kind, subject),
    parameters,
    startedBy,
  });
  const known = kindOf({ kind });
  if (known.runs === "ledger") await known.start(services, connectionId, id);
  else if (isNew) await wakeTask(services, { id, connectionId });
  return { taskId: id };
}
