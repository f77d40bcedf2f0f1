import { useSignal } from "@preact/signals";
import { t } from "./texts";
import { useConnection } from "../connection";
import { useSubmission } from "../../data/submission";
import { SubmitProblem } from "../../problems/problem-notice";
import { Button } from "../../ui/button";
import { CopyField } from "../../ui/copy-field";

/** The secret leaves the server only when somebody asks for it, and is gone with the page. */
export function WebhookSecret() {
  const { model } = useConnection();
  const shown = useSignal("");
  const { isBusy, refusal, send } = useSubmission();
  const show = () =>
    send(async () => {
      const result = await model.showSecret();
      if (result.ok) shown.value = result.value.webhookSecret;
      return result;
    });
  if (shown.value) return <CopyField label={t("wizard.webhookSecret")} value={shown.value} />;
  return (
    <div class="stack-tight">
      <div>
        <Button isBusy={isBusy.value} onClick={() => void show()}>
          {t("settings.showSecret")}
        </Button>
      </div>
      <p class="soft small">{t("settings.showSecretText")}</p>
      <SubmitProblem of={refusal} />
    </div>
  );
}
