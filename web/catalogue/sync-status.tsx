import type { ProductRow } from "../../src/contract/catalogue";
import { t } from "../i18n/t";
import { ProblemList } from "../problems/problem-list";

/** Where a product stands on TikTok Shop, in words. */
export function SyncStatus({ row, base }: { row: ProductRow; base: string }) {
  if (row.reasons.length > 0)
    return <ProblemList reasons={row.reasons} base={base} productId={row.id} />;
  if (row.syncState === "not_synced") return <p class="soft">{t("products.notPushed")}</p>;
  if (row.listingStatus === "in_review") return <p class="soft">{t("products.inReview")}</p>;
  return <p class="soft">{t("products.noReasons")}</p>;
}
