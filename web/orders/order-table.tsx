import type { OrderRow } from "../../src/contract/orders";
import { formatDateTime, formatMoney, formatNumber, formatSince } from "../i18n/format";
import { problemText } from "../i18n/problems";
import { t, tValue } from "../i18n/t";
import { orderTone } from "../shell/tones";
import { Badge } from "../ui/badge";
import { DataTable, type Column } from "../ui/data-table";
import { paymentOf } from "./orders";
import { StoreOrder } from "./store-order";
import "./order-table.css";

export function OrderTable({ rows, base }: { rows: readonly OrderRow[]; base: string }) {
  return (
    <DataTable
      caption={t("orders.table")}
      columns={orderColumns(base)}
      rows={rows}
      keyOf={(row) => row.id}
    />
  );
}

const orderColumns = (base: string): readonly Column<OrderRow>[] => [
  {
    key: "id",
    label: t("orders.col.id"),
    isRowHead: true,
    cell: (row) => <OrderName row={row} base={base} />,
  },
  {
    key: "placed",
    label: t("orders.col.placed"),
    cellClass: "nowrap",
    cell: ({ placedAt }) => (
      <time dateTime={new Date(placedAt).toISOString()} title={formatDateTime(placedAt)}>
        {formatSince(placedAt, Date.now())}
      </time>
    ),
  },
  { key: "buyer", label: t("orders.col.buyer"), cell: (row) => row.buyerName || "–" },
  {
    key: "units",
    label: t("orders.col.units"),
    align: "end",
    cellClass: "number",
    cell: (row) => formatNumber(row.unitCount),
  },
  {
    key: "total",
    label: t("orders.col.total"),
    align: "end",
    cellClass: "number nowrap",
    cell: (row) => formatMoney(row.totalMinor, row.currency),
  },
  {
    key: "payment",
    label: t("orders.col.payment"),
    cell: (row) => t(`orders.${paymentOf(row)}`),
  },
  {
    key: "fulfilment",
    label: t("orders.col.fulfilment"),
    cell: (row) => t(`order.tab.${row.tab}`),
  },
  { key: "state", label: t("orders.col.state"), cell: (row) => <OrderState row={row} /> },
  {
    key: "store",
    label: t("orders.col.store"),
    cell: (row) => <StoreOrder order={row} none="–" />,
  },
];

function OrderName({ row, base }: { row: OrderRow; base: string }) {
  return (
    <>
      <a class="number" href={`${base}/orders/${encodeURIComponent(row.id)}`}>
        {row.id}
      </a>
      {row.kind && <Badge tone="info">{t(`order.kind.${row.kind}`)}</Badge>}
      {row.returned && <Badge tone="warn">{t(`order.return.${row.returned}`)}</Badge>}
      {row.problem && <span class="order-problem">{problemText(row.problem).what}</span>}
    </>
  );
}

function OrderState({ row }: { row: OrderRow }) {
  return (
    <>
      <Badge tone={orderTone(row.channelState)}>{tValue("order.state.", row.channelState)}</Badge>
      {row.shipBy && row.tab === "unfulfilled" && (
        <span class="soft small order-deadline">
          {t("orders.shipBy", { when: formatDateTime(row.shipBy) })}
        </span>
      )}
    </>
  );
}
