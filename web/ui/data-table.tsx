import type { ComponentChildren } from "preact";

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
  cell: (row: Row) => ComponentChildren;
}

const joined = (...classes: (string | false | undefined)[]) =>
  classes.filter(Boolean).join(" ") || undefined;

export function TableHead<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ key, label, isLabelHidden, align, headClass, head }) => (
          <th key={key} scope="col" class={joined(align && `align-${align}`, headClass)}>
            {head ?? (isLabelHidden ? <span class="visually-hidden">{label}</span> : label)}
          </th>
        ))}
      </tr>
    </thead>
  );
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

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  isDense?: boolean;
}

/** A table of plain rows; on narrow screens each row is a card. */
export function DataTable<Row>({ caption, columns, rows, keyOf, isDense }: DataTableProps<Row>) {
  return (
    <div class="table-frame">
      <table class={isDense ? "table table-cards table-dense" : "table table-cards"}>
        <caption class="visually-hidden">{caption}</caption>
        <TableHead columns={columns} />
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
