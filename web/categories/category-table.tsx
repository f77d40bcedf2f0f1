import type { CategoryRow } from "../../src/contract/categories";
import { formatNumber } from "../i18n/format";
import { t } from "./texts";
import { withQuery } from "../data/with-query";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Confidence } from "../ui/confidence";
import { DataTable, type Column } from "../ui/data-table";
import { SheetEntry } from "../sheets/sheet-entry";
import { stateOf } from "./categories";
import { CategoryPath } from "./category-path";
import "./category-table.css";

interface CategoryActions {
  base: string;
  onAccept: (row: CategoryRow) => void;
  onChange: (row: CategoryRow) => void;
}

const TONES = { accepted: "good", suggested: "info", none: "plain" } as const;

export function CategoryTable({
  rows,
  ...actions
}: CategoryActions & { rows: readonly CategoryRow[] }) {
  return (
    <DataTable
      caption={t("categories.table")}
      className="category-table"
      columns={categoryColumns(actions)}
      rows={rows}
      keyOf={(row) => row.sourceCategoryId}
    />
  );
}

const nameOf = (row: CategoryRow) => row.path || t("categories.none");

const categoryColumns = (actions: CategoryActions): readonly Column<CategoryRow>[] => [
  {
    key: "source",
    label: t("categories.col.source"),
    isRowHead: true,
    cell: (row) => <CategoryPath path={nameOf(row)} />,
  },
  {
    key: "count",
    label: t("categories.col.count"),
    align: "end",
    cellClass: "number",
    cell: (row) => (
      <a href={withQuery(`${actions.base}/products`, { category: row.sourceCategoryId })}>
        {formatNumber(row.productCount)}
      </a>
    ),
  },
  {
    key: "channel",
    label: t("categories.col.channel"),
    cell: (row) => <ChannelCategory row={row} base={actions.base} />,
  },
  {
    key: "state",
    label: t("categories.col.state"),
    cell: (row) => <MappingState row={row} />,
  },
  {
    key: "actions",
    label: t("categories.col.actions"),
    isLabelHidden: true,
    cell: (row) => <MappingButtons row={row} {...actions} />,
  },
];

/** Where products are sold; once that holds, it leads to what TikTok Shop asks of them there. */
function ChannelCategory({ row, base }: { row: CategoryRow; base: string }) {
  const path = <CategoryPath path={row.mapping?.path ?? null} />;
  if (row.mapping?.state !== "accepted") return path;
  return (
    <>
      {path}
      <a class="small" href={withQuery(`${base}/categories`, { of: row.mapping.categoryId })}>
        {t("categories.demands")}
      </a>
    </>
  );
}

function MappingState({ row }: { row: CategoryRow }) {
  const state = stateOf(row);
  return (
    <span class="row">
      <Badge tone={TONES[state]}>{t(`categories.state.${state}`)}</Badge>
      {row.mapping && state === "suggested" && <Confidence percent={row.mapping.confidence} />}
    </span>
  );
}

function MappingButtons({ row, onAccept, onChange }: CategoryActions & { row: CategoryRow }) {
  const path = nameOf(row);
  return (
    <span class="row row-end">
      <SheetEntry row={row} />
      {stateOf(row) === "suggested" && (
        <Button
          isSmall
          variant="primary"
          label={t("categories.acceptOne", { path })}
          onClick={() => onAccept(row)}
        >
          {t("categories.accept")}
        </Button>
      )}
      <Button
        isSmall
        label={t(row.mapping ? "categories.changeOne" : "categories.chooseOne", { path })}
        onClick={() => onChange(row)}
      >
        {t(row.mapping ? "categories.change" : "categories.choose")}
      </Button>
    </span>
  );
}
