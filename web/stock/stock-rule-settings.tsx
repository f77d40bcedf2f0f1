import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../src/contract/connections";
import { SaveProblem } from "../connections/settings/save-problem";
import { useUnsaved } from "../connections/settings/unsaved";
import { useSave } from "../connections/settings/use-save";
import { onSubmit } from "../data/submission";
import { Button } from "../ui/button";
import { Card } from "../ui/page";
import { StockRuleFields } from "./stock-rule-fields";
import { t } from "./stock-rule-texts";
import { fromTypedStock, toTypedStock } from "./typed-stock-rule";

const typedOf = ({ settings }: ConnectionDetail) =>
  toTypedStock({
    units: null,
    percent: settings.holdBackPercent,
    maximum: settings.maximumShown,
  });

/** The share of all products that stays, and the most that is shown; units stand among the settings of stock. */
export function StockRuleSettings({ detail }: { detail: ConnectionDetail }) {
  const typed = useSignal(typedOf(detail));
  const fill = (saved: ConnectionDetail) => {
    typed.value = typedOf(saved);
  };
  const saving = useSave({ detail, fill });
  const submit = () => {
    const rule = fromTypedStock(typed.value);
    if (rule === undefined) return undefined;
    const { percent = null, maximum = null } = rule ?? {};
    return saving.save({ settings: { holdBackPercent: percent ?? 0, maximumShown: maximum } });
  };
  useUnsaved(saving, typed.value, { section: t("stockRule.title"), submit });
  return (
    <Card title={t("stockRule.title")} id="stockRule">
      <p class="soft">{t("stockRule.text")}</p>
      <form class="form" noValidate onSubmit={onSubmit(() => void submit())}>
        <StockRuleFields
          parts={["percent", "maximum"]}
          typed={typed.value}
          onChange={(change) => {
            typed.value = { ...typed.value, ...change };
          }}
        />
        <SaveProblem of={saving} />
        <div class="form-actions">
          <Button type="submit" isBusy={saving.isBusy.value}>
            {t("stockRule.save")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
