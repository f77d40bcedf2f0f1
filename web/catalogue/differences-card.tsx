import { taskChanges } from "../../src/i18n/en/ui/task-changes";
import { listingDifferences } from "../../src/i18n/en/ui/listing-differences";
import { useConnection } from "../connections/connection";
import { useResource } from "../data/use-resource";
import { speaking } from "../i18n/speaking";
import { useApp } from "../shell/app";
import { Notice } from "../ui/notice";

const { t, tValue } = speaking({ listingDifferences, taskChanges });

interface DifferencesProps {
  productId: string;
  /** Read anew when the product was saved or pushed. */
  renewOn: unknown;
}

/** What of a listing waits for a push, and what was changed in Seller Center; nothing where nothing is known. */
export default function Differences({ productId, renewOn }: DifferencesProps) {
  const { client } = useApp();
  const { id } = useConnection();
  const found = useResource(
    () =>
      client.call("GET /api/connections/:id/products/:productId/differences", {
        params: { id, productId },
      }),
    [client, id, productId],
    [renewOn],
  );
  const differences = found.value.value;
  if (!differences) return null;
  const named = (fields: readonly string[]) =>
    [...new Set(fields.map((field) => tValue("task.field.", field)))].join(", ");
  const { pending, edited } = differences;
  return (
    <>
      {pending.length > 0 && (
        <Notice tone="info" title={t("differences.pending")}>
          <p>{t("differences.pendingText", { fields: named(pending) })}</p>
        </Notice>
      )}
      {edited.length > 0 && (
        <Notice tone="warn" title={t("differences.edited")}>
          <p>{t("differences.editedText", { fields: named(edited) })}</p>
        </Notice>
      )}
    </>
  );
}
