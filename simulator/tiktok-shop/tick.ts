import { unixNow, type Context } from "./context";
import { dueNow, type Due } from "./due";
import { cancellationDue } from "./orders/cancellations";
import { orderDue } from "./orders/advance";
import { finishAudit } from "./products/audit";
import { shopsOf } from "./shops/shop";
import type { Authorization } from "./tokens/authorization";
import { emitWebhook } from "./webhooks/outbox";

const DAY_SECONDS = 86_400;
const WARNING_DAYS = 30;

const STEPS: Readonly<
  Record<Exclude<Due["kind"], "webhook">, (context: Context, id: string) => void>
> = {
  audit: finishAudit,
  order: orderDue,
  cancellation: cancellationDue,
};

/** Runs the events that are due, except webhooks. */
export function advanceDue(context: Context): void {
  for (const due of dueNow(context, ["audit", "order", "cancellation"]))
    if (due.kind !== "webhook") STEPS[due.kind](context, due.id);
  warnOfExpiry(context);
}

/** Warns the shops of a grant once a day in the last 30 days before its end. */
function warnOfExpiry(context: Context): void {
  const today = Math.floor(unixNow(context) / DAY_SECONDS);
  for (const row of context.storage.list<Authorization>("tts:authorization")) {
    const left = row.refreshExpiresAt - unixNow(context);
    const warned = context.storage.get<number>("tts:expiry-warning", row.sellerId);
    if (row.revoked || left <= 0 || left > WARNING_DAYS * DAY_SECONDS || warned === today) continue;
    context.storage.put("tts:expiry-warning", row.sellerId, today);
    for (const shop of shopsOf(context, row.sellerId))
      emitWebhook(context, shop.id, "UPCOMING_AUTHORIZATION_EXPIRATION", {
        message: "The authorization of this shop expires soon. Ask the seller to authorize again.",
        expiration_time: String(row.refreshExpiresAt),
      });
  }
}
