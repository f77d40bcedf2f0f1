import type { MissedOrder } from "../../src/contract/missed-orders";
import { useConnection } from "../connections/connection";
import { formatDateTime, formatMoney } from "../i18n/format";
import { problemText } from "../i18n/problems";
import type { MissedModel } from "./missed";
import { t, tValue } from "./missed-texts";
import "../oversold/oversold.css";

/** What was found: the orders that can be synced first, then those that are left out. */
export function MissedList({ model }: { model: InstanceType<typeof MissedModel> }) {
  const { rows, due, left, inStore, next, isRead } = model;
  const counts = { due: due.value.length, left: left.value.length, inStore: inStore.value };
  const none = next.value === null ? "missed.none" : "missed.noneSoFar";
  const found = rows.value.length === 0 ? none : "missed.found";
  return (
    <>
      <p role="status">{isRead.value && t(found, counts)}</p>
      <Orders title={t("missed.due")} orders={due.value} />
      <Orders title={t("missed.left")} orders={left.value} />
    </>
  );
}

function Orders({ title, orders }: { title: string; orders: readonly MissedOrder[] }) {
  const { base } = useConnection();
  if (orders.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="oversold-list">
        {orders.map((missed) => (
          <li key={missed.id}>
            <a class="number" href={`${base}/orders/${encodeURIComponent(missed.id)}`}>
              {missed.id}
            </a>
            <Facts {...missed} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ order, why, problem }: MissedOrder) {
  const text = problem ? problemText(problem).what : t(`missed.why.${whyOf(order, why)}`);
  if (!order) return <span class="soft small">{text}</span>;
  const { buyerName, totalMinor, currency, placedAt, channelState } = order;
  return (
    <>
      <span>{buyerName}</span>
      <span class="number">{formatMoney(totalMinor, currency)}</span>
      <span class="soft small">
        {formatDateTime(placedAt)} · {tValue("order.state.", channelState)} · {text}
      </span>
    </>
  );
}

const WAITING = ["awaiting_shipment", "partially_shipped"];

const whyOf = (order: MissedOrder["order"], why: MissedOrder["why"]) =>
  why === "due" && order && !WAITING.includes(order.channelState) ? "dueSent" : why;
