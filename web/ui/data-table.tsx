import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useApp } from "../shell/app";
import { SortHead, sortOf, type Sorting } from "./sort-head";

/** A column: what stands in its head and in the cell of a row. */
export interface Column<Row> {
  key: string;
  /** Names the column, and the cell where rows are drawn as cards. */
  label: string;
  /** Only for those who do not see the table. */
  isLabelHidden?: boolean;
  align?: "end";
  /** The cell names its row. */
  isRowHead?: boolean;
  headClass?: string;
  cellClass?: string | ((row: Row) => string);
  /** In the head instead of the label. */
  head?: ComponentChildren;
  /** The orders of the list that its head goes through; absent: it sorts nothing. */
  sorts?: readonly (string | undefined)[];
  cell: (row: Row) => ComponentChildren;
}

const joined = (...classes: (string | false | undefined)[]) =>
  classes.filter(Boolean).join(" ") || undefined;

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  sorting?: Sorting | undefined;
}

export function TableHead<Row>({ columns, sorting }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            class={joined(column.align && `align-${column.align}`, column.headClass)}
            aria-sort={sorting && column.sorts && sortOf(column.sorts, sorting)}
          >
            <HeadLabel column={column} sorting={sorting} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

function HeadLabel<Row>({
  column,
  sorting,
}: {
  column: Column<Row>;
  sorting: Sorting | undefined;
}) {
  const { label, isLabelHidden, head, sorts } = column;
  if (head !== undefined) return <>{head}</>;
  if (isLabelHidden) return <span class="visually-hidden">{label}</span>;
  if (sorts && sorting) return <SortHead label={label} sorts={sorts} sorting={sorting} />;
  return <>{label}</>;
}

interface TableCellsProps<Row> {
  columns: readonly Column<Row>[];
  row: Row;
}

/** The cells of one row. */
export function TableCells<Row>({ columns, row }: TableCellsProps<Row>) {
  return (
    <>
      {columns.map(({ key, label, isLabelHidden, align, isRowHead, cellClass, cell }) => {
        const own = typeof cellClass === "function" ? cellClass(row) : cellClass;
        const classes = joined(align && `align-${align}`, own);
        if (isRowHead)
          return (
            <th key={key} scope="row" class={classes}>
              {cell(row)}
            </th>
          );
        return (
          <td key={key} class={classes} data-label={isLabelHidden ? undefined : label}>
            {cell(row)}
          </td>
        );
      })}
    </>
  );
}

/** As many rows as a window shows. */
const IN_SIGHT = 12;

/**
 * The rows to draw now: of the first table of a window those in sight, and the others once these were painted,
 * because a slow machine takes as long for all rows as for everything before them. Later tables are drawn at once.
 */
export function useRowsInSight<Row>(rows: readonly Row[]): readonly Row[] {
  const { firstTable } = useApp();
  const [isWhole, setIsWhole] = useState(firstTable.isDrawn);
  useEffect(() => {
    firstTable.isDrawn = true;
    setIsWhole(true);
  }, []);
  return isWhole ? rows : rows.slice(0, IN_SIGHT);
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  isDense?: boolean;
  /** Its head stays in view where the window is wide enough for the whole table. */
  isLong?: boolean;
  className?: string;
  sorting?: Sorting;
}

/** A table of plain rows; on narrow screens each row is a card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, keyOf, isDense, isLong, className, sorting } = props;
  const rows = useRowsInSight(props.rows);
  return (
    <div class={joined("table-frame", isLong && "table-frame-long")}>
      <table class={joined("table table-cards", isDense && "table-dense", className)}>
        <caption class="visually-hidden">{caption}</caption>
        <TableHead columns={columns} sorting={sorting} />
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <TableCells columns={columns} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
