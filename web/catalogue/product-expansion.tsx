import { useEffect, useMemo } from "preact/hooks";
import type { ProductDetail, ProductRow } from "../../src/contract/api";
import type { Result } from "../api/client";
import { t } from "../i18n/t";
import { useConnection } from "../connections/connection";
import { createResource } from "../data/resource";
import { Loaded } from "../data/loaded";
import { Skeleton } from "../ui/states";
import { ProblemList } from "../problems/problem-list";
import { VariantTable } from "./variant-table";
import "./product-expansion.css";

interface ProductExpansionProps {
  row: ProductRow;
  load: () => Promise<Result<ProductDetail>>;
}

/** Below an expanded row: the sync status in words, and the variants. */
export function ProductExpansion({ row, load }: ProductExpansionProps) {
  const { base } = useConnection();
  const detail = useMemo(() => createResource(load), [row.id]);
  useEffect(() => void detail.reload(), [detail, row.updatedAt]);
  return (
    <div class="expansion">
      <section class="stack-tight">
        <h2 class="minor-heading">{t("products.syncStatus")}</h2>
        <SyncStatus row={row} base={base} />
      </section>
      <section class="stack-tight">
        <h2 class="minor-heading">{t("product.variants")}</h2>
        <Loaded resource={detail} skeleton={<Skeleton lines={2} />}>
          {(value) => <VariantTable variants={value.variants} currency={value.currency} />}
        </Loaded>
      </section>
    </div>
  );
}

export function SyncStatus({ row, base }: { row: ProductRow; base: string }) {
  if (row.reasons.length > 0)
    return <ProblemList reasons={row.reasons} base={base} productId={row.id} />;
  if (row.syncState === "not_synced") return <p class="soft">{t("products.notPushed")}</p>;
  if (row.listingStatus === "in_review") return <p class="soft">{t("products.inReview")}</p>;
  return <p class="soft">{t("products.noReasons")}</p>;
}
