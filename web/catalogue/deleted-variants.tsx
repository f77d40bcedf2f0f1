import type { DeletedVariant } from "../../src/contract/variants";
import { formatNumber } from "../i18n/format";
import { t } from "./product-texts";
import { DataTable, type Column } from "../ui/data-table";
import { Notice } from "../ui/notice";

/** Variants that the store has deleted while TikTok Shop still has their SKU. */
export function DeletedVariants({ variants }: { variants: readonly DeletedVariant[] }) {
  return (
    <section class="product-variants stack-tight">
      <h2>{t("product.deletedVariants")}</h2>
      <Notice tone="warn" title={t("product.deletedVariantsText")} />
      <DataTable
        isDense
        caption={t("product.deletedVariants")}
        columns={columnsOfDeleted()}
        rows={variants}
        keyOf={(variant) => variant.channelSkuId}
      />
    </section>
  );
}

const columnsOfDeleted = (): readonly Column<DeletedVariant>[] => [
  {
    key: "variant",
    label: t("product.variant"),
    isRowHead: true,
    cell: ({ options, sku }) => options.map(({ value }) => value).join(", ") || sku,
  },
  { key: "sku", label: t("product.sku"), cell: ({ sku }) => sku || t("product.noSku") },
  {
    key: "published",
    label: t("product.shownThere"),
    align: "end",
    cellClass: "number",
    cell: ({ published }) => (published === null ? "–" : formatNumber(published)),
  },
  { key: "done", label: t("product.weftDid"), cell: ({ done }) => t(`product.done.${done}`) },
  {
    key: "channelSku",
    label: t("product.channelSku"),
    cellClass: "number small",
    cell: ({ channelSkuId }) => channelSkuId,
  },
];
