import type { ConnectionDetail } from "../../../src/contract/connections";
import { t } from "./texts";
import type { ConnectionModel } from "../connection";
import { LinkButton } from "../../ui/button";
import { CheckField } from "../../ui/check-field";
import { Card } from "../../ui/page";
import { useSubmission } from "../../data/submission";
import { SubmitProblem } from "../../problems/problem-notice";

interface SyncChoicesProps {
  detail: ConnectionDetail;
  model: InstanceType<typeof ConnectionModel>;
}

type Choices = Partial<Pick<ConnectionDetail["settings"], "pullNewProducts" | "acceptSuggestions">>;

/** What Weft does by itself, asked before the first product is pulled; the settings have it later. */
export function SyncChoices({ detail, model }: SyncChoicesProps) {
  const { refusal, send } = useSubmission();
  const { settings } = detail;
  // Over the version that the choice before it made.
  const choose = (chosen: Choices) =>
    send(() => {
      const { settingsVersion: seenVersion } = model.detail.value.value ?? detail;
      return model.save({ seenVersion, settings: chosen });
    });
  return (
    <Card
      title={t("wizard.choices")}
      actions={
        <LinkButton href={`/connections/${detail.id}/health`}>{t("wizard.health")}</LinkButton>
      }
    >
      <CheckField
        label={t("settings.pullNewProducts")}
        hint={t("settings.pullNewHint")}
        isChecked={settings.pullNewProducts}
        onChange={(pullNewProducts) => void choose({ pullNewProducts })}
      />
      <CheckField
        label={t("settings.acceptSuggestions")}
        hint={t("settings.acceptSuggestionsHint")}
        isChecked={settings.acceptSuggestions}
        onChange={(acceptSuggestions) => void choose({ acceptSuggestions })}
      />
      <SubmitProblem of={refusal} />
    </Card>
  );
}
