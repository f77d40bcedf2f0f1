import type { Oversold } from "../../src/contract/oversold";
import { useConnection } from "../connections/connection";
import { formatDateTime, formatMoney } from "../i18n/format";
import { t } from "./texts";

/** The cancelled orders, each with a link to its page. */
export function OversoldOrders({ orders }: Pick<Oversold, "orders">) {
  const { base } = useConnection();
  return (
    <ul class="oversold-list">
      {orders.map(({ id, at, totalMinor, currency, titles }) => (
        <li key={id}>
          <a class="number" href={`${base}/orders/${encodeURIComponent(id)}`}>
            {id}
          </a>
          <span class="number">{formatMoney(totalMinor, currency)}</span>
          <span class="soft small">
            {t("oversold.cancelledAt", { when: formatDateTime(at) })} · {titles.join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
