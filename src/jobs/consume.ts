import { runItems, runTask, stopTask } from "../tasks/run-task";
import { findTask } from "../db/tasks/tasks";
import { jobRetryDelay } from "../domain/tasks/job-retry";
import { asSyncError } from "../domain/errors/sync-error";
import type { Services } from "../tasks/services";
import type { JobMessage } from "../tasks/messages";

/** Messages of a batch worked on at the same time: pictures of 10 MB limit it, not the processor. */
const LANES = 3;

/** Acknowledges or retries each message by itself; one bad message never holds up its neighbours. */
export async function consumeBatch(
  services: Services,
  batch: MessageBatch<JobMessage>,
): Promise<void> {
  const waiting = [...batch.messages];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await consume(services, next);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function consume(services: Services, message: Message<JobMessage>): Promise<void> {
  try {
    if (message.body.kind === "run-task") await consumeTask(services, message);
    else await consumeItems(services, message, message.body);
  } catch (caught) {
    // Not even the failure could be recorded: the database is away, so the message must come back.
    const { code, facts } = asSyncError(caught);
    services.log.error("job.unsettled", { code, reason: String(facts["reason"] ?? "") });
    message.retry();
  }
}

async function consumeTask(services: Services, message: Message<JobMessage>): Promise<void> {
  const { body, attempts } = message;
  try {
    await runTask(services, body.taskId);
    message.ack();
  } catch (caught) {
    const error = asSyncError(caught);
    const isForBudget = error.code === "budget.exhausted";
    const delayMs = jobRetryDelay(error, isForBudget ? 1 : attempts, services.random);
    if (delayMs !== null) return again(services, message, delayMs, isForBudget);
    const task = await findTask(services.db, body.taskId);
    if (task) await stopTask(services, task, error);
    message.ack();
  }
}

async function consumeItems(
  services: Services,
  message: Message<JobMessage>,
  body: Extract<JobMessage, { kind: "run-items" }>,
): Promise<void> {
  const { againInMs, isForBudget } = await runItems(
    services,
    body.taskId,
    body.itemKeys,
    message.attempts,
  );
  if (againInMs === null) message.ack();
  else await again(services, message, againInMs, isForBudget);
}

/** A want of budget is no failed attempt: a fresh message takes the place of this one. */
async function again(
  services: Services,
  message: Message<JobMessage>,
  delayMs: number,
  isForBudget: boolean,
): Promise<void> {
  const delaySeconds = Math.ceil(delayMs / 1000);
  if (!isForBudget) return message.retry({ delaySeconds });
  await services.enqueue([message.body], delaySeconds);
  message.ack();
}
