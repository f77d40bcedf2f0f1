import type { ProductDetail } from "../../src/contract/catalogue";
import { formatDateTime } from "../i18n/format";
import { DataTable, type Column } from "../ui/data-table";
import { t } from "./texts";

type Flip = ProductDetail["lowStock"]["flips"][number];

/** What the threshold did to the product and undid, with what the channel showed before and since. */
export function LowStockFlips({ product }: { product: ProductDetail }) {
  const { flips } = product.lowStock;
  if (flips.length === 0) return null;
  return (
    <section class="stack-tight">
      <h3>{t("stock.flips")}</h3>
      <DataTable
        isDense
        caption={t("stock.flips")}
        columns={columnsOf(product)}
        rows={flips}
        keyOf={({ at, variantId, what }) => `${at}-${variantId}-${what}`}
      />
    </section>
  );
}

function columnsOf({ variants }: ProductDetail): readonly Column<Flip>[] {
  const nameOf = (id: string) => {
    const variant = variants.find((one) => one.id === id);
    return variant?.options.map(({ value }) => value).join(", ") || variant?.sku || "–";
  };
  return [
    { key: "at", label: t("stock.flipAt"), isRowHead: true, cell: ({ at }) => formatDateTime(at) },
    {
      key: "variant",
      label: t("stock.flipVariant"),
      cell: ({ variantId }) => nameOf(variantId),
    },
    { key: "what", label: t("stock.flipWhat"), cell: ({ what }) => t(`stock.flip.${what}`) },
    {
      key: "shown",
      label: t("stock.flipShown"),
      cellClass: "number",
      cell: ({ before, after }) => t("stock.flipFromTo", { before, after }),
    },
    { key: "why", label: t("stock.flipWhy"), cell: whyOf },
  ];
}

function whyOf({ physical, sellable, threshold }: Flip): string {
  if (threshold === null) return t("stock.flipLifted");
  const held = physical - sellable;
  if (held <= 0) return t("stock.flipLow", { count: physical, threshold });
  return t("stock.flipLowHeld", { count: sellable, physical, held, threshold });
}
