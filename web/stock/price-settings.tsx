import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../src/contract/connections";
import type { PriceRule } from "../../src/contract/price-rule";
import { SaveProblem } from "../connections/settings/save-problem";
import { useUnsaved } from "../connections/settings/unsaved";
import { useSave } from "../connections/settings/use-save";
import { onSubmit } from "../data/submission";
import { Button } from "../ui/button";
import { Choice } from "../ui/choice";
import { Notice } from "../ui/notice";
import { Card } from "../ui/page";
import { PricePreview } from "./price-preview";
import { PriceRuleFields } from "./price-rule-fields";
import { t } from "./price-texts";
import { fromTypedRule, toTypedRule } from "./typed-price-rule";

/** The rule of prices of all products. */
export function PriceSettings({ detail }: { detail: ConnectionDetail }) {
  const { currency, settings } = detail;
  const hasRule = useSignal(settings.priceRule !== null);
  const typed = useSignal(toTypedRule(settings.priceRule, currency));
  const fill = ({ settings: fresh }: ConnectionDetail) => {
    hasRule.value = fresh.priceRule !== null;
    typed.value = toTypedRule(fresh.priceRule, currency);
  };
  const saving = useSave({ detail, fill });
  const { rule, wrong } = fromTypedRule(typed.value, currency);
  /** Undefined: something that was typed is no number. */
  const priceRule = (): PriceRule | null | undefined => {
    if (!hasRule.value) return null;
    return wrong.length > 0 ? undefined : rule;
  };
  const submit = () => {
    const wanted = priceRule();
    return wanted === undefined ? undefined : saving.save({ settings: { priceRule: wanted } });
  };
  const held = [hasRule.value, typed.value];
  useUnsaved(saving, held, { section: t("prices.title"), submit });
  return (
    <Card title={t("prices.title")} id="prices">
      <p class="soft">{t("prices.text")}</p>
      <form class="form" noValidate onSubmit={onSubmit(() => void submit())}>
        <Choice
          legend={t("prices.which")}
          name="price-rule"
          value={hasRule.value ? "rule" : "store"}
          options={[
            { value: "store", label: t("prices.asStore") },
            { value: "rule", label: t("prices.byRule") },
          ]}
          onChange={(value) => {
            hasRule.value = value === "rule";
          }}
        />
        {hasRule.value && (
          <PriceRuleFields
            typed={typed.value}
            wrong={wrong}
            currency={currency}
            onChange={(change) => {
              typed.value = { ...typed.value, ...change };
            }}
          />
        )}
        {settings.syncRules.update.price === "channel" && (
          <Notice tone="warn" title={t("prices.notSent")} />
        )}
        <SaveProblem of={saving} />
        <div class="form-actions">
          <Button type="submit" isBusy={saving.isBusy.value}>
            {t("prices.save")}
          </Button>
        </div>
        <PricePreview
          connectionId={detail.id}
          priceRule={priceRule}
          standing={settings.priceRule}
        />
      </form>
    </Card>
  );
}
