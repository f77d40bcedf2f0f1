import type { OrderRow } from "../../src/contract/api";
import { formatDateTime, formatMoney, formatNumber, formatSince } from "../i18n/format";
import { problemText } from "../i18n/problems";
import { t, tValue } from "../i18n/t";
import { paymentOf } from "./orders";
import { Badge } from "../ui/badge";
import { orderTone } from "../shell/tones";
import "./order-table.css";

const COLUMNS = [
  "id",
  "placed",
  "buyer",
  "units",
  "total",
  "payment",
  "fulfilment",
  "state",
  "store",
] as const;
const FIGURES: readonly string[] = ["units", "total"];

export function OrderTable({ rows, base }: { rows: readonly OrderRow[]; base: string }) {
  return (
    <div class="table-frame">
      <table class="table table-cards">
        <caption class="visually-hidden">{t("orders.table")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                class={FIGURES.includes(column) ? "align-end" : undefined}
              >
                {t(`orders.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OrderTableRow key={row.id} row={row} base={base} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OrderTableRow({ row, base }: { row: OrderRow; base: string }) {
  return (
    <tr>
      <th scope="row">
        <a class="number" href={`${base}/orders/${encodeURIComponent(row.id)}`}>
          {row.id}
        </a>
        {row.problem && <span class="order-problem">{problemText(row.problem).what}</span>}
      </th>
      <td class="nowrap" data-label={t("orders.col.placed")}>
        <time dateTime={new Date(row.placedAt).toISOString()} title={formatDateTime(row.placedAt)}>
          {formatSince(row.placedAt, Date.now())}
        </time>
      </td>
      <td data-label={t("orders.col.buyer")}>{row.buyerName || "–"}</td>
      <td class="align-end number" data-label={t("orders.col.units")}>
        {formatNumber(row.unitCount)}
      </td>
      <td class="align-end number nowrap" data-label={t("orders.col.total")}>
        {formatMoney(row.totalMinor, row.currency)}
      </td>
      <td data-label={t("orders.col.payment")}>{t(`orders.${paymentOf(row.channelState)}`)}</td>
      <td data-label={t("orders.col.fulfilment")}>{t(`order.tab.${row.tab}`)}</td>
      <td data-label={t("orders.col.state")}>
        <Badge tone={orderTone(row.channelState)}>{tValue("order.state.", row.channelState)}</Badge>
        {row.shipBy && row.tab === "unfulfilled" && (
          <span class="soft small order-deadline">
            {t("orders.shipBy", { when: formatDateTime(row.shipBy) })}
          </span>
        )}
      </td>
      <td data-label={t("orders.col.store")}>
        {row.sourceOrderId ? (
          <span class="number">
            {row.sourceReference ?? row.sourceOrderId}
            {row.sourceReference && <span class="soft small"> #{row.sourceOrderId}</span>}
          </span>
        ) : (
          <span class="table-empty-cell">–</span>
        )}
      </td>
    </tr>
  );
}
