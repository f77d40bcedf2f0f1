import { useSignal } from "@preact/signals";
import type { ConnectionSettings } from "../../src/contract/connection-settings";
import type { ConnectionDetail } from "../../src/contract/connections";
import { SaveProblem } from "../connections/settings/save-problem";
import { useUnsaved } from "../connections/settings/unsaved";
import { useSave } from "../connections/settings/use-save";
import { onSubmit } from "../data/submission";
import { Button } from "../ui/button";
import { Card } from "../ui/page";
import { RuleFields, type Phase, type RuledField } from "./rule-fields";
import { t } from "./texts";
import { TryPush } from "./try-push";

type Rules = ConnectionSettings["syncRules"];

const PHASES = ["create", "update", "mapped"] as const;

/** The rules of all products. */
export function RuleSettings({ detail }: { detail: ConnectionDetail }) {
  const rules = useSignal<Rules>(detail.settings.syncRules);
  const fill = ({ settings }: ConnectionDetail) => {
    rules.value = settings.syncRules;
  };
  const saving = useSave({ detail, fill });
  const submit = () => saving.save({ settings: { syncRules: rules.value } });
  useUnsaved(saving, rules.value, { section: t("rules.title"), submit });
  return (
    <Card title={t("rules.title")} id="rules">
      <p class="soft">{t("rules.text")}</p>
      <form class="form" noValidate onSubmit={onSubmit(() => void submit())}>
        <RuleFields
          phases={PHASES}
          valueOf={(phase, field) => valueOf(rules.value, phase, field)}
          onChange={(phase, field, choice) => {
            rules.value = withChoice(rules.value, phase, field, choice);
          }}
        />
        <SaveProblem of={saving} />
        <div class="form-actions">
          <Button type="submit" isBusy={saving.isBusy.value}>
            {t("rules.save")}
          </Button>
          <TryPush connectionId={detail.id} />
        </div>
      </form>
    </Card>
  );
}

const valueOf = (rules: Rules, phase: Phase, field: RuledField): string =>
  (rules[phase] as Partial<Record<RuledField, string>>)[field] ?? "";

/** The choices offered are those of the field. */
const withChoice = (rules: Rules, phase: Phase, field: RuledField, choice: string): Rules => ({
  ...rules,
  [phase]: { ...rules[phase], [field]: choice },
});
