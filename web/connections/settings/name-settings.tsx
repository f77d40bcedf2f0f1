import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { t } from "../../i18n/t";
import { nameProblem } from "../setup/wizard";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { Card } from "../../ui/page";
import { onSubmit } from "../../data/submission";
import { SubmitProblem } from "../../problems/problem-notice";
import { useSave } from "./use-save";

export function NameSettings({ detail }: { detail: ConnectionDetail }) {
  const name = useSignal(detail.name);
  const { isBusy, refusal, save } = useSave();
  const problem = nameProblem(name.value, []);
  const isPaused = detail.state === "paused";
  return (
    <Card title={t("settings.connection")} id="connection">
      <form
        class="form"
        onSubmit={onSubmit(() => {
          if (!problem) void save({ name: name.value.trim() });
        })}
      >
        <TextField
          label={t("settings.name")}
          value={name.value}
          error={problem ? t(problem) : undefined}
          onInput={(value) => {
            name.value = value;
          }}
        />
        <SubmitProblem of={refusal} />
        <div class="form-actions">
          <Button type="submit" isBusy={isBusy.value}>
            {t("settings.saveName")}
          </Button>
        </div>
      </form>
      <hr />
      <p class="soft">{t("settings.pauseText")}</p>
      <div>
        <Button isBusy={isBusy.value} onClick={() => void save({ isPaused: !isPaused })}>
          {t(isPaused ? "settings.resume" : "settings.pause")}
        </Button>
      </div>
    </Card>
  );
}
