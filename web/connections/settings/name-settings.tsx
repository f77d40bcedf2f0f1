import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { t } from "./texts";
import { nameProblem } from "../setup/wizard";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { Card } from "../../ui/page";
import { onSubmit, useSubmission } from "../../data/submission";
import { SubmitProblem } from "../../problems/problem-notice";
import { useApp } from "../../shell/app";
import { useConnection } from "../connection";
import { SaveProblem } from "./save-problem";
import { useUnsaved } from "./unsaved";
import { useSave } from "./use-save";

export function NameSettings({ detail }: { detail: ConnectionDetail }) {
  const name = useSignal(detail.name);
  const fill = (fresh: ConnectionDetail) => {
    name.value = fresh.name;
  };
  const saving = useSave({ detail, fill });
  const problem = nameProblem(name.value, []);
  const submit = () => (problem ? undefined : saving.save({ name: name.value.trim() }));
  useUnsaved(saving, name.value, { section: t("settings.connection"), submit });
  return (
    <Card title={t("settings.connection")} id="connection">
      <form class="form" onSubmit={onSubmit(() => void submit())}>
        <TextField
          label={t("settings.name")}
          value={name.value}
          error={problem ? t(problem) : undefined}
          onInput={(value) => {
            name.value = value;
          }}
        />
        <SaveProblem of={saving} />
        <div class="form-actions">
          <Button type="submit" isBusy={saving.isBusy.value}>
            {t("settings.saveName")}
          </Button>
        </div>
      </form>
      <hr />
      <PauseSwitch isPaused={detail.state === "paused"} />
    </Card>
  );
}

function PauseSwitch({ isPaused }: { isPaused: boolean }) {
  const { model } = useConnection();
  const { say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const toggle = async () => {
    if (await send(() => model.pause(!isPaused))) say(t("common.saved"));
  };
  return (
    <>
      <p class="soft">{t("settings.pauseText")}</p>
      <SubmitProblem of={refusal} />
      <div>
        <Button isBusy={isBusy.value} onClick={() => void toggle()}>
          {t(isPaused ? "settings.resume" : "settings.pause")}
        </Button>
      </div>
    </>
  );
}
