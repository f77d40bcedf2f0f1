import { asSyncError } from "../domain/errors/sync-error";
import type { JobRetry } from "../domain/tasks/job-retry";
import type { JobMessage } from "../tasks/messages";
import { runMessage } from "../tasks/run-message";
import type { Services } from "../tasks/services";

/** Messages of a batch worked on at the same time: pictures of 10 MB limit it, not the processor. */
const CONCURRENCY = 3;

/** Acknowledges or retries each message by itself; one bad message never delays its neighbours. */
export async function consumeBatch(
  services: Services,
  batch: MessageBatch<JobMessage>,
): Promise<void> {
  const waiting = [...batch.messages];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await consume(services, next);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

async function consume(services: Services, message: Message<JobMessage>): Promise<void> {
  try {
    const retry = await runMessage(services, message.body, message.attempts);
    if (retry) await again(services, message, retry);
    else message.ack();
  } catch (caught) {
    // Not even the failure could be recorded: the database is away, so the message must come back.
    const { code, facts } = asSyncError(caught);
    services.log.error("job.unsettled", { code, reason: String(facts["reason"] ?? "") });
    message.retry();
  }
}

/** A lack of budget uses up no attempt: a fresh message takes the place of this one. */
async function again(
  services: Services,
  message: Message<JobMessage>,
  { inMs, isForBudget }: JobRetry,
): Promise<void> {
  const delaySeconds = Math.ceil(inMs / 1000);
  if (!isForBudget) return message.retry({ delaySeconds });
  await services.enqueue([message.body], delaySeconds);
  message.ack();
}
