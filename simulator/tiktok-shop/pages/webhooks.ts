import type { Context } from "../context";
import { schedule } from "../due";
import { listDeliveries, type Delivery } from "../webhooks/outbox";
import { action, html, type Html } from "./layout";

const SHOWN = 200;

const time = (ms: number) => new Date(ms).toISOString().slice(11, 19);

function row(delivery: Delivery): Html {
  const attempts = delivery.attempts.map(
    ({ at, status }) => html`<div>${time(at)} ${status === 0 ? "no answer" : status}</div>`,
  );
  const again =
    delivery.state === "pending"
      ? action("/seller-center/webhooks", "Send now", { id: delivery.id })
      : undefined;
  return html`<tr>
    <td>${time(delivery.createdAt)}</td>
    <td>${delivery.topic}</td>
    <td><small>${delivery.address}</small></td>
    <td>${delivery.state}</td>
    <td>${attempts}</td>
    <td><code>${delivery.body}</code></td>
    <td>${again}</td>
  </tr>`;
}

/** The newest notifications with the result of each attempt. */
export function webhooksPage(context: Context): Html {
  const rows = listDeliveries(context).slice(-SHOWN).toReversed();
  if (rows.length === 0) return html`<p class="note">Nothing has been sent yet.</p>`;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th>Time (UTC)</th>
          <th>Topic</th>
          <th>Address</th>
          <th>State</th>
          <th>Attempts</th>
          <th>Body</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(row)}
      </tbody>
    </table>
  </div>`;
}

/** Makes a waiting delivery due at once. */
export function webhookAction(context: Context, given: FormData): void {
  const id = String(given.get("id") ?? "");
  const waits = listDeliveries(context).some((row) => row.id === id && row.state === "pending");
  if (waits) schedule(context, { kind: "webhook", id, at: context.clock.now() });
}
