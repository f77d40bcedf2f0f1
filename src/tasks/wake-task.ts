import type { Services } from "./services";

/** Sends the message that carries a task on. */
export function wakeTask(
  services: Services,
  { id, connectionId }: { id: string; connectionId: string },
): Promise<void> {
  return services.enqueue([{ kind: "run-task", connectionId, taskId: id }]);
}
