import { useSignal } from "@preact/signals";
import type { PriceRule } from "../../src/contract/price-rule";
import type { Answer } from "../api/client";
import { useSubmission } from "../data/submission";
import { formatMoney } from "../i18n/format";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { DataTable, type Column } from "../ui/data-table";
import { t } from "./price-texts";

type Preview = Answer<"POST /api/connections/:id/price-preview">;
type Row = Preview["rows"][number];

interface PricePreviewProps {
  connectionId: string;
  /** What was typed; undefined: it is no rule. */
  priceRule: () => PriceRule | null | undefined;
  /** What is saved. */
  standing: PriceRule | null;
}

/** What was found holds for these rules and no others. */
interface Found {
  of: string;
  preview: Preview;
}

const nameOf = (tried: PriceRule | null | undefined, standing: PriceRule | null) =>
  tried === undefined ? "" : JSON.stringify([tried, standing]);

/** How many prices the rule that was typed would change, and the first of them. */
export function PricePreview({ connectionId, priceRule, standing }: PricePreviewProps) {
  const { client } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const found = useSignal<Found | null>(null);
  const ask = () =>
    send(async () => {
      const wanted = priceRule();
      if (wanted === undefined) return { ok: true as const, value: null };
      const result = await client.call("POST /api/connections/:id/price-preview", {
        params: { id: connectionId },
        body: { priceRule: wanted },
      });
      if (result.ok) found.value = { of: nameOf(wanted, standing), preview: result.value };
      return result;
    });
  const isOfNow = found.value?.of === nameOf(priceRule(), standing);
  const preview = isOfNow ? found.value?.preview : undefined;
  return (
    <div class="stack-tight">
      <div class="form-actions">
        <Button isBusy={isBusy.value} onClick={() => void ask()}>
          {t("prices.try")}
        </Button>
      </div>
      <SubmitProblem of={refusal} />
      <div aria-live="polite">
        {preview && <p>{t("prices.wouldChange", preview)}</p>}
        {preview && preview.rows.length > 0 && (
          <DataTable
            isDense
            caption={t("prices.try")}
            columns={columnsOf(preview.currency)}
            rows={preview.rows}
            keyOf={({ productId }) => productId}
          />
        )}
      </div>
    </div>
  );
}

const columnsOf = (currency: string): readonly Column<Row>[] => [
  {
    key: "product",
    label: t("prices.col.product"),
    isRowHead: true,
    cell: ({ name, sku }) => (sku ? `${name} (${sku})` : name),
  },
  ...(["store", "now", "then"] as const).map((what): Column<Row> => ({
    key: what,
    label: t(`prices.col.${what}`),
    align: "end",
    cellClass: "number",
    cell: (row) => formatMoney(row[`${what}Minor`], currency),
  })),
];
