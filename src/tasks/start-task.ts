import { endCancelled } from "../db/tasks/end-cancelled";
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
  /** A kind of items lists them and waits until a person confirms the task. */
  waitsForConfirmation?: boolean;
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
  wanted: NewTask<TaskKind, object>,
): Promise<{ taskId: string }> {
  const { kind, subject, parameters, startedBy, waitsForConfirmation = false } = wanted;
  const { id, isNew, isUnconfirmed } = await tasksOf(services.db, services.now).create({
    id: services.newId("task"),
    connectionId,
    kind,
    identityKey: identityKey(kind, subject),
    parameters: waitsForConfirmation ? { ...parameters, confirmation: "wanted" } : parameters,
    startedBy,
  });
  if (isUnconfirmed && !waitsForConfirmation) {
    await replaceUnconfirmed(services, id);
    return startStored(services, connectionId, wanted);
  }
  const known = kindOf({ kind });
  if (known.runs === "ledger") await known.start(services, connectionId, id);
  else if (isNew) await wakeTask(services, { id, connectionId });
  return { taskId: id };
}

/** Who starts the same without a list wants it done now, and of what there is now. */
function replaceUnconfirmed({ db, now }: Services, taskId: string): Promise<void> {
  const reason = { code: "task.replaced", facts: {} };
  return endCancelled(db, taskId, now(), { from: "unconfirmed", reason, problem: reason });
}
