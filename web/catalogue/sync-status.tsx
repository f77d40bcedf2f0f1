import type { ProductRow } from "../../src/contract/catalogue";
import { t } from "./status-texts";
import { ProblemList } from "../problems/problem-list";

interface SyncStatusProps {
  row: ProductRow;
  base: string;
}

/** Where a product stands on TikTok Shop, in words: what stops a push now, and what was answered. */
export function SyncStatus({ row, base }: SyncStatusProps) {
  return (
    <>
      {row.missing.length > 0 && (
        <>
          <p class="soft">{t("products.stopsPush")}</p>
          <ProblemList reasons={row.missing} base={base} productId={row.id} />
        </>
      )}
      {row.reasons.length > 0 && (
        <>
          <p class="soft">{t("products.answered")}</p>
          <ProblemList reasons={row.reasons} base={base} productId={row.id} />
        </>
      )}
      {row.missing.length + row.reasons.length === 0 && <p class="soft">{standing(row)}</p>}
    </>
  );
}

function standing({ check, syncState, listingStatus }: ProductRow): string {
  if (check !== "done") return t(`products.check.${check}Text`);
  if (syncState === "not_synced") return t("products.notPushed");
  if (listingStatus === "in_review") return t("products.inReview");
  return t("products.noReasons");
}
