import type { Context } from "../context";
import { dueNow, schedule } from "../due";
import { webhookSignature } from "../signature";
import { settleAttempt, webhookMode, type Delivery } from "./outbox";

export type Deliver = (request: Request) => Promise<Response>;

/** The receiver has three seconds. */
const ANSWER_MS = 3000;
/** A delivery under way is due again only after this, so that two ticks never send it twice. */
const CLAIM_MS = 10_000;

async function send(context: Context, delivery: Delivery, deliver: Deliver): Promise<number> {
  const { appKey, appSecret } = context.settings();
  const authorization = await webhookSignature(appKey, appSecret, delivery.body);
  const late = Promise.withResolvers<number>();
  const timer = setTimeout(() => late.resolve(0), ANSWER_MS);
  const sent = async () => {
    const response = await deliver(
      new Request(delivery.address, {
        method: "POST",
        headers: { "content-type": "application/json", authorization },
        body: delivery.body,
      }),
    );
    await response.body?.cancel();
    return response.status;
  };
  try {
    return await Promise.race([sent(), late.promise]);
  } catch {
    return 0;
  } finally {
    clearTimeout(timer);
  }
}

/** Sends every delivery that is due, oldest first; in `reorder` mode newest first. */
export async function deliverDue(context: Context, deliver: Deliver): Promise<void> {
  if (webhookMode(context) === "paused") return;
  const due = dueNow(context, ["webhook"]);
  if (webhookMode(context) === "reorder") due.reverse();
  const claimedUntil = context.clock.now() + CLAIM_MS;
  for (const { id } of due) schedule(context, { kind: "webhook", id, at: claimedUntil });
  for (const { id } of due) {
    const delivery = context.store.get<Delivery>("tts:delivery", id);
    if (delivery?.state !== "pending") continue;
    settleAttempt(context, id, await send(context, delivery, deliver));
  }
}
