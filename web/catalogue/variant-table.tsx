import type { VariantRow } from "../../src/contract/api";
import { formatMoney, formatNumber } from "../i18n/format";
import { t } from "../i18n/t";

interface VariantTableProps {
  variants: readonly VariantRow[];
  currency: string;
}

const nameOf = (variant: VariantRow) =>
  variant.options.map((option) => `${option.name}: ${option.value}`).join(", ") || "–";

export function VariantTable({ variants, currency }: VariantTableProps) {
  return (
    <div class="table-frame">
      <table class="table table-cards table-dense">
        <caption class="visually-hidden">{t("product.variants")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("product.variant")}</th>
            <th scope="col">{t("product.sku")}</th>
            <th scope="col" class="align-end">
              {t("products.col.price")}
            </th>
            <th scope="col" class="align-end">
              {t("products.col.stock")}
            </th>
            <th scope="col" class="align-end">
              {t("product.published")}
            </th>
            <th scope="col">{t("product.channelSku")}</th>
          </tr>
        </thead>
        <tbody>
          {variants.map((variant) => (
            <tr key={variant.id}>
              <th scope="row">{nameOf(variant)}</th>
              <td data-label={t("product.sku")}>{variant.sku || t("product.noSku")}</td>
              <td class="align-end number" data-label={t("products.col.price")}>
                {formatMoney(variant.priceMinor, currency)}
              </td>
              <td class="align-end number" data-label={t("products.col.stock")}>
                {formatNumber(variant.stock)}
              </td>
              <td class="align-end number" data-label={t("product.published")}>
                {variant.published === null
                  ? t("product.notPublished")
                  : formatNumber(variant.published)}
              </td>
              <td class="number small" data-label={t("product.channelSku")}>
                {variant.channelSkuId ?? "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
