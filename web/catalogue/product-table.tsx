import { useEffect, useRef } from "preact/hooks";
import type { ProductRow, Selection } from "../../src/contract/api";
import { t } from "../i18n/t";
import type { ListingAction, ProductsModel } from "./products";
import { pageState } from "./selection";
import { ProductExpansion } from "./product-expansion";
import { ProductTableRow } from "./product-table-row";
import "./product-table.css";

interface ProductTableProps {
  rows: readonly ProductRow[];
  model: InstanceType<typeof ProductsModel>;
  onAct: (action: ListingAction, selection: Selection) => void;
  onChooseCategory: (product: ProductRow) => void;
}

const COLUMNS = [
  "name",
  "price",
  "stock",
  "sourceCategory",
  "channelCategory",
  "sync",
  "listing",
  "updated",
] as const;

export function ProductTable({ rows, model, onAct, onChooseCategory }: ProductTableProps) {
  const { selection } = model;
  const ids = rows.map((row) => row.id);
  const chosen = selection.chosen.value;
  const state = pageState(ids, chosen);
  const expanded = model.expanded.value;
  return (
    <div class="table-frame">
      <table class="table table-cards product-table">
        <caption class="visually-hidden">{t("products.table")}</caption>
        <thead>
          <tr>
            <th scope="col" class="cell-check">
              <PageCheckbox state={state} onToggle={() => selection.togglePage(ids)} />
            </th>
            <th scope="col" class="cell-expand">
              <span class="visually-hidden">{t("products.syncStatus")}</span>
            </th>
            <th scope="col" class="cell-image">
              <span class="visually-hidden">{t("products.col.image")}</span>
            </th>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                class={column === "stock" || column === "price" ? "align-end" : undefined}
              >
                {t(`products.col.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span class="visually-hidden">{t("products.col.menu")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isOpen = expanded.has(row.id);
            return [
              <ProductTableRow
                key={row.id}
                row={row}
                isChosen={chosen === "all" || chosen.has(row.id)}
                isOpen={isOpen}
                onToggle={() => selection.toggle(row.id, ids)}
                onExpand={() => model.toggleExpanded(row.id)}
                onAct={(action) => onAct(action, { ids: [row.id] })}
                onChooseCategory={() => onChooseCategory(row)}
              />,
              isOpen && (
                <tr key={`${row.id}-more`} id={`more-${row.id}`} class="expansion-row">
                  <td colSpan={COLUMNS.length + 4}>
                    <ProductExpansion row={row} load={() => model.variantsOf(row.id)} />
                  </td>
                </tr>
              ),
            ];
          })}
        </tbody>
      </table>
    </div>
  );
}

interface PageCheckboxProps {
  state: "none" | "some" | "all";
  onToggle: () => void;
}

function PageCheckbox({ state, onToggle }: PageCheckboxProps) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = state === "some";
  }, [state]);
  return (
    <input
      ref={ref}
      type="checkbox"
      aria-label={t("products.selectPage")}
      checked={state === "all"}
      onChange={onToggle}
    />
  );
}
