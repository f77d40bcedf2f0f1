import { giveUpMessage } from "../tasks/give-up-message";
import type { JobMessage } from "../tasks/messages";
import type { Services } from "../tasks/services";

/** What the queue gave up on becomes a result a merchant can read and retry; nothing vanishes. */
export async function consumeDeadBatch(
  services: Services,
  batch: MessageBatch<JobMessage>,
): Promise<void> {
  for (const message of batch.messages) {
    try {
      await giveUpMessage(services, message.body);
      message.ack();
    } catch {
      message.retry();
    }
  }
}
