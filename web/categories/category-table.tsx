import type { CategoryRow } from "../../src/contract/api";
import { formatNumber } from "../i18n/format";
import { t } from "../i18n/t";
import { withQuery } from "../shell/with-query";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Confidence } from "../ui/confidence";
import { CategoryPath } from "./category-path";

interface CategoryTableProps {
  rows: readonly CategoryRow[];
  base: string;
  onAccept: (row: CategoryRow) => void;
  onChange: (row: CategoryRow) => void;
}

export function CategoryTable({ rows, base, onAccept, onChange }: CategoryTableProps) {
  return (
    <div class="table-frame">
      <table class="table table-cards">
        <caption class="visually-hidden">{t("categories.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("categories.col.source")}</th>
            <th scope="col" class="align-end">
              {t("categories.col.count")}
            </th>
            <th scope="col">{t("categories.col.channel")}</th>
            <th scope="col">{t("categories.col.state")}</th>
            <th scope="col">
              <span class="visually-hidden">{t("categories.col.actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CategoryTableRow
              key={row.sourceCategoryId}
              row={row}
              productsHref={withQuery(`${base}/products`, { category: row.sourceCategoryId })}
              onAccept={() => onAccept(row)}
              onChange={() => onChange(row)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CategoryTableRowProps {
  row: CategoryRow;
  productsHref: string;
  onAccept: () => void;
  onChange: () => void;
}

function CategoryTableRow({ row, productsHref, onAccept, onChange }: CategoryTableRowProps) {
  const path = row.path || t("categories.none");
  const state = row.mapping?.state ?? "none";
  const tones = { accepted: "good", suggested: "info", none: "plain" } as const;
  return (
    <tr>
      <th scope="row">
        <CategoryPath path={path} />
      </th>
      <td class="align-end number" data-label={t("categories.col.count")}>
        <a href={productsHref}>{formatNumber(row.productCount)}</a>
      </td>
      <td data-label={t("categories.col.channel")}>
        <CategoryPath path={row.mapping?.path ?? null} />
      </td>
      <td data-label={t("categories.col.state")}>
        <span class="row">
          <Badge tone={tones[state]}>{t(`categories.state.${state}`)}</Badge>
          {row.mapping && state === "suggested" && <Confidence percent={row.mapping.confidence} />}
        </span>
      </td>
      <td>
        <span class="row row-end">
          {state === "suggested" && (
            <Button
              isSmall
              variant="primary"
              label={t("categories.acceptOne", { path })}
              onClick={onAccept}
            >
              {t("categories.accept")}
            </Button>
          )}
          <Button
            isSmall
            label={t(row.mapping ? "categories.changeOne" : "categories.chooseOne", { path })}
            onClick={onChange}
          >
            {t(row.mapping ? "categories.change" : "categories.choose")}
          </Button>
        </span>
      </td>
    </tr>
  );
}
