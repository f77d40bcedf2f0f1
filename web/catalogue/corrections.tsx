import type { ProductDetail } from "../../src/contract/catalogue";
import { formatDateTime, formatMoney, formatNumber } from "../i18n/format";
import { t } from "./product-texts";
import { DataTable, type Column } from "../ui/data-table";

type Correction = ProductDetail["corrections"][number];

/** What TikTok Shop showed of the product that was not what Weft had sent. */
export function Corrections({ product }: { product: ProductDetail }) {
  return (
    <section class="product-variants stack-tight">
      <h2>{t("product.corrections")}</h2>
      <DataTable
        isDense
        caption={t("product.corrections")}
        columns={columnsOf(product)}
        rows={product.corrections}
        keyOf={({ at, variantId, what }) => `${at}-${variantId}-${what}`}
      />
    </section>
  );
}

function columnsOf({ variants, currency }: ProductDetail): readonly Column<Correction>[] {
  const nameOf = (id: string) => {
    const variant = variants.find((one) => one.id === id);
    return variant?.options.map(({ value }) => value).join(", ") || variant?.sku || "–";
  };
  const valueOf = (what: Correction["what"], value: number | null) => {
    if (value === null) return "–";
    return what === "price" ? formatMoney(value, currency) : formatNumber(value);
  };
  return [
    {
      key: "at",
      label: t("product.correctedAt"),
      isRowHead: true,
      cell: ({ at }) => formatDateTime(at),
    },
    { key: "variant", label: t("product.variant"), cell: ({ variantId }) => nameOf(variantId) },
    {
      key: "shown",
      label: t("product.shownThere"),
      align: "end",
      cellClass: "number",
      cell: ({ what, shown }) => valueOf(what, shown),
    },
    {
      key: "set",
      label: t("product.setTo"),
      align: "end",
      cellClass: "number",
      cell: ({ what, set }) => valueOf(what, set),
    },
    {
      key: "cause",
      label: t("product.correctedWhy"),
      cell: ({ cause }) => t(`product.cause.${cause}`),
    },
  ];
}
