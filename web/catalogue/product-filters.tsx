import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { useResource } from "../data/use-resource";
import type { ProductFilter } from "./product-filter";
import { SelectField } from "../ui/field";
import { SearchForm } from "../shell/search-form";
import "../shell/search-form.css";

interface ProductFiltersProps {
  filter: ProductFilter;
  onChange: (filter: ProductFilter) => void;
}

/** Search and category of the products table; both end up in the address. */
export function ProductFilters({ filter, onChange }: ProductFiltersProps) {
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
  const { search: _, category: __, ...rest } = filter;
  const apply = (chosen: { search?: string; category?: string }) =>
    onChange({
      ...rest,
      ...(chosen.search && { search: chosen.search }),
      ...(chosen.category && { category: chosen.category }),
    });
  const rows = categories.value.value?.rows ?? [];
  return (
    <div class="filters">
      <SearchForm
        label={t("products.search")}
        value={search.value}
        onInput={(value) => {
          search.value = value;
        }}
        onSearch={(value) => apply({ ...filter, search: value })}
      />
      <SelectField
        label={t("products.category")}
        isLabelHidden
        value={filter.category ?? ""}
        onChange={(category) => apply({ ...filter, category })}
        options={[
          { value: "", label: t("products.allCategories") },
          ...rows.map((row) => ({ value: row.sourceCategoryId, label: row.path })),
        ]}
      />
    </div>
  );
}
