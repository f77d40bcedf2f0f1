import type { JobMessage } from "../../src/tasks/messages";

interface Delivery {
  body: JobMessage;
  attempts: number;
  timestamp: Date;
  /** The consumer wants the message again, after so long. */
  retry?(delaySeconds: number): void;
}

/** One message of the job queue, as Cloudflare hands it to a consumer. */
export function jobBatch({ body, attempts, timestamp, retry }: Delivery): MessageBatch<JobMessage> {
  const message = {
    id: "message",
    timestamp,
    body,
    attempts,
    ack: () => undefined,
    retry: (options?: { delaySeconds?: number }) => retry?.(options?.delaySeconds ?? 0),
  } satisfies Message<JobMessage>;
  return {
    queue: "weft-jobs",
    messages: [message],
    metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } },
    ackAll: () => undefined,
    retryAll: () => undefined,
  };
}
