import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { reasonLabel } from "../problems/reason-label";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { useAttention } from "../data/live";
import { useResource } from "../data/use-resource";
import { readProductFilter, STOCKS, type ProductFilter } from "./product-filter";
import { reasonsIn } from "./reasons";
import { SelectField } from "../ui/select-field";
import { SearchForm } from "../shell/search-form";
import "../shell/search-form.css";

interface ProductFiltersProps {
  filter: ProductFilter;
  onChange: (filter: ProductFilter) => void;
  children?: ComponentChildren;
}

/** Search, category and reason of the products table; all end up in the address. */
export function ProductFilters({ filter, onChange, children }: ProductFiltersProps) {
  const { client } = useApp();
  const { id } = useConnection();
  const search = useSignal(filter.search ?? "");
  const categories = useResource(
    () => client.call("GET /api/connections/:id/categories", { params: { id } }),
    [client, id],
  );
  useEffect(() => {
    search.value = filter.search ?? "";
  }, [filter.search]);
  /** What is chosen empty is left out. */
  const apply = (chosen: Record<string, string>) =>
    onChange(readProductFilter({ ...filter, ...chosen }));
  const rows = categories.value.value?.rows ?? [];
  return (
    <div class="filters">
      <SearchForm
        label={t("products.search")}
        value={search.value}
        onInput={(value) => {
          search.value = value;
        }}
        onSearch={(value) => apply({ search: value })}
      />
      <SelectField
        label={t("products.category")}
        isLabelHidden
        value={filter.category ?? ""}
        onChange={(category) => apply({ category })}
        options={[
          { value: "", label: t("products.allCategories") },
          ...rows.map((row) => ({ value: row.sourceCategoryId, label: row.path })),
        ]}
      />
      <ReasonField chosen={filter.reason} onChange={(reason) => apply({ reason })} />
      <SelectField
        label={t("products.stock")}
        isLabelHidden
        value={filter.stock ?? ""}
        onChange={(stock) => apply({ stock })}
        options={[
          { value: "", label: t("products.stock.any") },
          ...STOCKS.map((value) => ({ value, label: t(`products.stock.${value}`) })),
        ]}
      />
      {children}
    </div>
  );
}

interface ReasonFieldProps {
  chosen: ProductFilter["reason"];
  onChange: (reason: string) => void;
}

/**
 * What stands in the way of products, as the list of things to do counts it; a chosen reason stays in the
 * field when nothing has it any more.
 */
function ReasonField({ chosen, onChange }: ReasonFieldProps) {
  const entries = useAttention()?.value.value?.entries ?? [];
  const reasons = reasonsIn(entries);
  const isListed = reasons.some(({ code }) => code === chosen);
  const none = { code: chosen ?? "", count: 0, isMore: false };
  const listed = chosen && !isListed ? [...reasons, none] : reasons;
  if (listed.length === 0) return null;
  return (
    <SelectField
      label={t("products.reason")}
      isLabelHidden
      value={chosen ?? ""}
      onChange={onChange}
      options={[
        { value: "", label: t("products.allReasons") },
        ...listed.map(({ code, ...counted }) => ({
          value: code,
          label: t("products.reasonCount", { reason: reasonLabel(code), ...counted }),
        })),
      ]}
    />
  );
}
