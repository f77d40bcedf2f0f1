import { useComputed } from "@preact/signals";
import type { ProductRow, Selection } from "../../src/contract/catalogue";
import type { ListViewModel } from "../data/list-view";
import { t } from "./texts";
import { TableCells, TableHead, useRowsInSight, type Column } from "../ui/data-table";
import type { Sorting } from "../ui/sort-head";
import { later } from "../shell/later";
import { Skeleton } from "../ui/states";
import { productColumns, type ProductLine } from "./product-columns";
import type { ListingAction, ProductsModel } from "./products";
import { isChosen } from "./selection";
import "./product-table.css";

const ProductExpansion = later(() => import("./product-expansion"), <Skeleton lines={3} />);

interface ProductTableProps {
  rows: readonly ProductRow[];
  model: InstanceType<typeof ProductsModel>;
  sorting: Sorting;
  view: InstanceType<typeof ListViewModel>;
  onAct: (action: ListingAction, selection: Selection) => void;
  onChooseCategory: (product: ProductRow) => void;
}

export function ProductTable(props: ProductTableProps) {
  const { rows, model, sorting, view, onAct, onChooseCategory } = props;
  const { hidden, isDense } = view.view.value;
  const ids = rows.map((row) => row.id);
  const columns = productColumns({
    ids,
    model,
    onAct: (action, row) => onAct(action, { ids: [row.id] }),
    onChooseCategory,
  }).filter(({ key }) => !hidden.includes(key));
  return (
    <div class="table-frame table-frame-long">
      <table class={`table table-cards product-table ${isDense ? "table-dense" : ""}`}>
        <caption class="visually-hidden">{t("products.table")}</caption>
        <TableHead columns={columns} sorting={sorting} />
        <tbody>
          {useRowsInSight(rows).map((row) => (
            <ProductTableRow key={row.id} row={row} model={model} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ProductTableRowProps {
  row: ProductRow;
  model: InstanceType<typeof ProductsModel>;
  columns: readonly Column<ProductLine>[];
}

/** A row, and what it opens below; redrawn alone when it is chosen or opened. */
function ProductTableRow({ row, model, columns }: ProductTableRowProps) {
  const chosen = useComputed(() => isChosen(model.selection.chosen.value, row.id)).value;
  const isOpen = useComputed(() => model.expanded.value.has(row.id)).value;
  return (
    <>
      <tr class={chosen ? "product-row product-row-chosen" : "product-row"}>
        <TableCells columns={columns} row={{ row, isChosen: chosen, isOpen }} />
      </tr>
      {isOpen && (
        <tr id={`more-${row.id}`} class="expansion-row">
          <td colSpan={columns.length}>
            <ProductExpansion row={row} load={() => model.variantsOf(row.id)} />
          </td>
        </tr>
      )}
    </>
  );
}
