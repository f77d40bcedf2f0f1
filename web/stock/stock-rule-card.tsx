import { useSignal } from "@preact/signals";
import type { OwnStockRule, StockRule } from "../../src/contract/stock-rule";
import type { StockLevel } from "../../src/domain/stock/stock-rule";
import type { Result } from "../api/client";
import { onSubmit, useSubmission } from "../data/submission";
import { t as common } from "../i18n/t";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { Card } from "../ui/page";
import { StockRuleFields } from "./stock-rule-fields";
import { t } from "./stock-rule-texts";
import { fromTypedStock, STOCK_FIELDS, toTypedStock, type StockPart } from "./typed-stock-rule";

interface StockRuleCardProps {
  own: OwnStockRule | null;
  standing: { counts: StockRule; from: Record<StockPart, StockLevel> };
  isSent?: boolean;
  onSave: (own: OwnStockRule | null) => Promise<Result<unknown>>;
}

/** How much of one product, or of a category's, goes on sale. */
export function StockRuleCard({ own, standing, isSent = true, onSave }: StockRuleCardProps) {
  const { say } = useApp();
  const typed = useSignal(toTypedStock(own));
  const { isBusy, refusal, send } = useSubmission();
  const save = async () => {
    const rule = fromTypedStock(typed.value);
    if (rule !== undefined && (await send(() => onSave(rule)))) say(common("common.saved"));
  };
  return (
    <Card title={t("stockRule.title")} id="stock-rule">
      <form class="form" noValidate onSubmit={onSubmit(() => void save())}>
        <p class="soft">{t("stockRule.text")}</p>
        <StockRuleFields
          parts={STOCK_FIELDS}
          typed={typed.value}
          standing={(part) => standingText(standing, part)}
          onChange={(change) => {
            typed.value = { ...typed.value, ...change };
          }}
        />
        {!isSent && <p class="soft">{t("stockRule.notSent")}</p>}
        <SubmitProblem of={refusal} />
        <div class="form-actions">
          <Button type="submit" isBusy={isBusy.value}>
            {t("stockRule.save")}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function standingText({ counts, from }: StockRuleCardProps["standing"], part: StockPart): string {
  const level = t(`stockRule.from.${from[part]}`);
  const value = counts[part];
  return value === null
    ? t("stockRule.noLimit", { from: level })
    : t("stockRule.now", { value, from: level });
}
