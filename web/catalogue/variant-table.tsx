import type { VariantRow } from "../../src/contract/variants";
import { formatMoney, formatNumber } from "../i18n/format";
import { t } from "./status-texts";
import { DataTable, type Column } from "../ui/data-table";

interface VariantTableProps {
  variants: readonly VariantRow[];
  currency: string;
}

export function VariantTable({ variants, currency }: VariantTableProps) {
  return (
    <DataTable
      isDense
      caption={t("product.variants")}
      columns={variantColumns(currency)}
      rows={variants}
      keyOf={(variant) => variant.id}
    />
  );
}

const nameOf = (variant: VariantRow) =>
  variant.options.map((option) => `${option.name}: ${option.value}`).join(", ") || "–";

const variantColumns = (currency: string): readonly Column<VariantRow>[] => [
  { key: "variant", label: t("product.variant"), isRowHead: true, cell: nameOf },
  { key: "sku", label: t("product.sku"), cell: ({ sku }) => sku || t("product.noSku") },
  {
    key: "price",
    label: t("products.col.price"),
    align: "end",
    cellClass: "number",
    cell: ({ priceMinor }) => formatMoney(priceMinor, currency),
  },
  {
    key: "stock",
    label: t("products.col.stock"),
    align: "end",
    cellClass: "number",
    cell: ({ stock }) => formatNumber(stock),
  },
  {
    key: "published",
    label: t("product.published"),
    align: "end",
    cellClass: "number",
    cell: ({ published }) =>
      published === null ? t("product.notPublished") : formatNumber(published),
  },
  {
    key: "channelSku",
    label: t("product.channelSku"),
    cellClass: "number small",
    cell: ({ channelSkuId }) => channelSkuId ?? "–",
  },
];
