import type { OrderRow } from "../../src/contract/orders";
import { formatDateTime, formatMoney, formatSince } from "../i18n/format";
import { problemText } from "../i18n/problems";
import { t, tValue } from "./texts";
import type { ListViewModel } from "../data/list-view";
import { ORDER_TAB_TONES } from "../shell/tones";
import { Badge } from "../ui/badge";
import { DataTable, type Column } from "../ui/data-table";
import type { Sorting } from "../ui/sort-head";
import { Thumb } from "../ui/thumb";
import { ShipBy } from "./ship-by";
import { paymentOf, type ChosenOrders } from "./orders";
import { StoreOrder } from "./store-order";
import "./order-table.css";

interface OrderTableProps {
  rows: readonly OrderRow[];
  base: string;
  view: InstanceType<typeof ListViewModel>;
  sorting: Sorting;
  chosen: InstanceType<typeof ChosenOrders>;
  /** Epoch ms, what the times left are counted from. */
  now: number;
}

export function OrderTable({ rows, base, view, sorting, chosen, now }: OrderTableProps) {
  const { hidden, isDense } = view.view.value;
  const columns = orderColumns(base, now).filter(({ key }) => !hidden.includes(key));
  const ids = rows.map(({ id }) => id);
  return (
    <DataTable
      caption={t("orders.table")}
      isLong
      isDense={isDense}
      className="order-table"
      sorting={sorting}
      columns={[chooseColumn(chosen, ids), ...columns]}
      rows={rows}
      keyOf={(row) => row.id}
    />
  );
}

/** Columns that a person may leave out. */
export const hideableColumns = () =>
  orderColumns("", 0)
    .filter(({ isRowHead }) => !isRowHead)
    .map(({ key, label }) => ({ key, label }));

const chooseColumn = (
  { ids, toggle, togglePage }: InstanceType<typeof ChosenOrders>,
  page: readonly string[],
): Column<OrderRow> => ({
  key: "choose",
  label: t("orders.choosePage"),
  isLabelHidden: true,
  headClass: "cell-choose",
  cellClass: "cell-choose",
  head: (
    <input
      type="checkbox"
      aria-label={t("orders.choosePage")}
      checked={page.every((id) => ids.value.has(id))}
      onChange={() => togglePage(page)}
    />
  ),
  cell: ({ id }) => (
    <input
      type="checkbox"
      aria-label={t("orders.choose", { id })}
      checked={ids.value.has(id)}
      onChange={() => toggle(id)}
    />
  ),
});

const orderColumns = (base: string, now: number): readonly Column<OrderRow>[] => [
  {
    key: "id",
    label: t("orders.col.id"),
    isRowHead: true,
    cellClass: "cell-order",
    cell: (row) => <OrderName row={row} base={base} />,
  },
  {
    key: "placed",
    label: t("orders.col.placed"),
    sorts: [undefined, "placed"],
    cellClass: "nowrap cell-placed",
    cell: ({ placedAt }) => (
      <time dateTime={new Date(placedAt).toISOString()} title={formatDateTime(placedAt)}>
        {formatSince(placedAt, now, "short")}
      </time>
    ),
  },
  {
    key: "buyer",
    label: t("orders.col.buyer"),
    cellClass: "cell-buyer",
    cell: (row) => row.buyerName || "–",
  },
  {
    key: "total",
    label: t("orders.col.total"),
    sorts: ["-total", "total"],
    align: "end",
    cellClass: "number nowrap cell-total",
    cell: (row) => formatMoney(row.totalMinor, row.currency),
  },
  {
    key: "payment",
    label: t("orders.col.payment"),
    headClass: "cell-wide",
    cellClass: "cell-wide",
    cell: (row) => t(`orders.${paymentOf(row)}`),
  },
  {
    key: "fulfilment",
    label: t("orders.col.fulfilment"),
    cellClass: "cell-fulfilment",
    cell: ({ tab }) => <Badge tone={ORDER_TAB_TONES[tab]}>{t(`order.tab.${tab}`)}</Badge>,
  },
  {
    key: "state",
    label: t("orders.col.state"),
    sorts: ["shipBy"],
    cellClass: "cell-state",
    cell: (row) => <OrderState row={row} now={now} />,
  },
  {
    key: "store",
    label: t("orders.col.store"),
    cell: (row) => <StoreOrder order={row} none="–" />,
  },
];

function OrderName({ row, base }: { row: OrderRow; base: string }) {
  const { goods } = row;
  const more = row.unitCount - (goods?.units ?? 0);
  return (
    <>
      <Thumb url={goods?.imageUrl ?? null} />
      <a class="number" href={`${base}/orders/${encodeURIComponent(row.id)}`}>
        {row.id}
      </a>
      {goods && <span class="order-goods soft">{t("orders.goods", { ...goods, more })}</span>}
      {row.kind && <Badge tone="info">{t(`order.kind.${row.kind}`)}</Badge>}
      {row.isArchived && <Badge tone="plain">{t("order.tab.archived")}</Badge>}
      {row.returned && <Badge tone="warn">{t(`order.return.${row.returned}`)}</Badge>}
      {row.problem && <span class="order-problem">{problemText(row.problem).what}</span>}
    </>
  );
}

function OrderState({ row, now }: { row: OrderRow; now: number }) {
  return (
    <>
      <span class="order-state">{tValue("order.state.", row.channelState)}</span>
      {row.shipBy && row.tab === "unfulfilled" && <ShipBy shipBy={row.shipBy} now={now} />}
    </>
  );
}
