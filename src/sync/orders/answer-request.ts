import { withProblem } from "../../domain/orders/order-record";
import type { ChannelSession } from "../../platforms/channel";
import type { OrderRepository } from "./order-repository";

export interface AnswerRequestDeps {
  orders: OrderRepository;
  channel(): Promise<Pick<ChannelSession, "answerCancelRequest">>;
  now(): number;
}

/** The channel shows what follows a moment after the call. */
const SHOWN_AFTER_MS = 3_000;

/**
 * Sends a person's answer to the buyer's request to cancel. One that was answered elsewhere or taken
 * back is let go: the order that is read next says how it ended.
 */
export async function answerRequest(deps: AnswerRequestDeps, orderId: string): Promise<void> {
  const answer = deps.orders.read(orderId)?.fulfilment.requestAnswer;
  if (answer === undefined) return;
  await (await deps.channel()).answerCancelRequest(orderId, answer);
  const at = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record) return;
    const { requestAnswer: _sent, ...fulfilment } = record.fulfilment;
    deps.orders.write(withProblem({ ...record, fulfilment }, "cancel", null), [
      { key: `request_answered:${at}`, kind: "request_answered", facts: { answer }, at },
    ]);
    deps.orders.schedule("refresh-order", orderId, at + SHOWN_AFTER_MS);
  });
}
