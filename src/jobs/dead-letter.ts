import { finishIfDone, stopTask } from "../tasks/run-task";
import { finishItems, unfinishedOf } from "../db/tasks/task-items";
import { findTask } from "../db/tasks/tasks";
import { SyncError } from "../domain/errors/sync-error";
import type { Services } from "../tasks/services";
import type { JobMessage } from "../tasks/messages";

/** What the queue gave up on becomes a result a merchant can read and retry; nothing vanishes. */
export async function consumeDeadBatch(
  services: Services,
  batch: MessageBatch<JobMessage>,
): Promise<void> {
  for (const message of batch.messages) {
    try {
      await failDeadTask(services, message.body);
      message.ack();
    } catch {
      message.retry();
    }
  }
}

async function failDeadTask(services: Services, body: JobMessage): Promise<void> {
  const { db, now } = services;
  const task = await findTask(db, body.taskId);
  if (!task) return;
  const error = new SyncError("defect", "task.gave_up");
  if (body.kind === "run-task") return stopTask(services, task, error);
  const open = await unfinishedOf(db, task.id, body.itemKeys);
  const reasons = [{ code: error.code, facts: {} }];
  await finishItems(
    db,
    task.id,
    open.map((key) => ({ key, state: "failed" as const, reasons })),
    now(),
  );
  await finishIfDone(services, task.id);
}
