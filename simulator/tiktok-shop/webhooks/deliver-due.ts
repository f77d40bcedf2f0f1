import type { Context } from "../context";
import { dueNow, schedule, unschedule } from "../due";
import { webhookSignature } from "../signature";
import { recordAttempt, webhookMode, type Delivery } from "./outbox";

export type Deliver = (request: Request) => Promise<Response>;

/** How long the receiver may take. */
const ANSWER_MS = 3000;
/** A claimed delivery is due again after this, so that two ticks do not send it twice. */
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

/**
 * Sends every due delivery, oldest first; in `reorder` mode newest first. Each one is claimed before it
 * is sent, so that ticks may overlap.
 */
export async function deliverDue(context: Context, deliver: Deliver): Promise<void> {
  for (;;) {
    const mode = webhookMode(context);
    const next = dueNow(context, ["webhook"]).at(mode === "reorder" ? -1 : 0);
    if (!next || mode === "paused") return;
    const delivery = context.storage.get<Delivery>("tts:delivery", next.id);
    schedule(context, { ...next, at: context.clock.now() + CLAIM_MS });
    if (delivery?.state === "pending")
      recordAttempt(context, next.id, await send(context, delivery, deliver));
    else unschedule(context, "webhook", next.id);
  }
}
