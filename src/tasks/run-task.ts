/**
 * Carries a task on as a message asks for it. The row decides: a late or doubled message finds the
 * work done or claimed by another worker. It does not know the queue.
 */
import { problemsOf } from "../db/connections/problems";
import { itemsOf } from "../db/tasks/task-items";
import { tasksOf, type StoredTask } from "../db/tasks/tasks";
import { sideProblem } from "../domain/errors/problem-key";
import type { PageKind, Progress, Report, Work } from "./kind";
import { kindOf, readParameters } from "./kinds";
import { sendItems } from "./send-items";
import type { Services } from "./services";
import { wakeTask } from "./wake-task";

/** Steps of one message, so that other messages get their turn. */
const STEPS_PER_MESSAGE = 4;

/** Does the next steps of a task, or sends its items to workers. Throws what stopped it. */
export async function runTask(services: Services, taskId: string): Promise<void> {
  const tasks = tasksOf(services.db, services.now);
  const task = await tasks.find(taskId);
  if (!task || !(await tasks.begin(taskId))) return;
  const connection = await services.openConnection(task.connectionId, task.id);
  const kind = kindOf(task);
  // The ledger does it, and finishes it.
  if (kind.runs === "ledger") return;
  const work = { services, connection, parameters: readParameters(kind, task) };
  await (kind.runs === "pages" ? runPages(kind, work, task) : sendItems(kind, work, task));
}

async function runPages<P>(kind: PageKind<P>, work: Work<P>, task: StoredTask): Promise<void> {
  const { db, now } = work.services;
  const tasks = tasksOf(db, now);
  const report: Report = (items) => itemsOf(db, task.id, now).record(items);
  if (task.cursor === null) await kind.begin(work);
  let progress: Progress = task;
  for (let number = 0; number < STEPS_PER_MESSAGE; number += 1) {
    const isLast = number === STEPS_PER_MESSAGE - 1;
    const step = await kind.step(work, progress, { report, isLast });
    const { cursor: to, counts } = step;
    // False: another worker has done this step and does the rest.
    if (!(await tasks.advance(task.id, { from: progress.cursor, to, counts }))) return;
    if (step.isDone) {
      await kind.end(work);
      await tasks.finish(task.id, { state: "completed" });
      return problemsOf(db, task.connectionId, now).clear(sideProblem(kind.side));
    }
    progress = step;
  }
  await wakeTask(work.services, task);
}
