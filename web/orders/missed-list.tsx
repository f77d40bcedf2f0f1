import type { MissedOrder } from "../../src/contract/missed-orders";
import { useConnection } from "../connections/connection";
import { formatDateTime, formatMoney } from "../i18n/format";
import { problemText } from "../i18n/problems";
import type { MissedModel } from "./missed";
import { t, tValue } from "./missed-texts";
import "../oversold/oversold.css";

/** What was found: the orders that can be synced first, then those that are left out. */
export function MissedList({ model }: { model: InstanceType<typeof MissedModel> }) {
  const { rows, due, left, inStore, isRead } = model;
  const counts = { due: due.value.length, left: left.value.length, inStore: inStore.value };
  const isNone = rows.value.length === 0;
  return (
    <>
      <p role="status">{isRead.value && t(isNone ? "missed.none" : "missed.found", counts)}</p>
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
        {orders.map((order) => (
          <li key={order.id}>
            <a class="number" href={`${base}/orders/${encodeURIComponent(order.id)}`}>
              {order.id}
            </a>
            <span>{order.buyerName}</span>
            <span class="number">{formatMoney(order.totalMinor, order.currency)}</span>
            <span class="soft small">
              {formatDateTime(order.placedAt)} · {tValue("order.state.", order.channelState)} ·{" "}
              {order.problem ? problemText(order.problem).what : t(`missed.why.${order.why}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
