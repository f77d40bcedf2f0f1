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
import { paymentOf } from "./orders";
import { canPick, togglePicked, type Picked } from "./picked";
import { StoreOrder } from "./store-order";
import "./order-table.css";

interface OrderTableProps {
  rows: readonly OrderRow[];
  base: string;
  view: InstanceType<typeof ListViewModel>;
  picked: Picked;
  sorting: Sorting;
  /** Epoch ms, what the times left are counted from. */
  now: number;
}

export function OrderTable({ rows, base, view, picked, sorting, now }: OrderTableProps) {
  const { hidden, isDense } = view.view.value;
  return (
    <DataTable
      caption={t("orders.table")}
      isLong
      isDense={isDense}
      className="order-table"
      sorting={sorting}
      columns={[
        ...(picked.value === null ? [] : [pickColumn(picked)]),
        ...orderColumns(base, now).filter(({ key }) => !hidden.includes(key)),
      ]}
      rows={rows}
      keyOf={(row) => row.id}
    />
  );
}

const pickColumn = (picked: Picked): Column<OrderRow> => ({
  key: "pick",
  label: t("orders.col.pick"),
  isLabelHidden: true,
  cell: (row) =>
    canPick(row) && (
      <input
        type="checkbox"
        aria-label={t("orders.pick", { id: row.id })}
        checked={picked.value?.has(row.id) ?? false}
        onChange={() => togglePicked(picked, row)}
      />
    ),
});

/** Columns that a person may leave out. */
export const hideableColumns = () =>
  orderColumns("", 0)
    .filter(({ isRowHead }) => !isRowHead)
    .map(({ key, label }) => ({ key, label }));

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
