import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { onSubmit, useSubmission } from "../../data/submission";
import { SubmitProblem } from "../../problems/problem-notice";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { Card } from "../../ui/page";
import type { ConnectionModel } from "../connection";
import { t } from "./texts";
import { nameProblem } from "./wizard";

interface RenameStepProps {
  detail: ConnectionDetail;
  model: InstanceType<typeof ConnectionModel>;
  onDone: () => void;
}

/** The first step again, once the connection exists: only its name can still be chosen. */
export function RenameStep({ detail, model, onDone }: RenameStepProps) {
  const name = useSignal(detail.name);
  const { isBusy, refusal, send } = useSubmission();
  const problem = nameProblem(name.value, []);
  const submit = async () => {
    if (problem) return;
    const wanted = name.value.trim();
    if (
      wanted === detail.name ||
      (await send(() => model.save({ name: wanted, seenVersion: detail.settingsVersion })))
    )
      onDone();
  };
  return (
    <Card title={t("wizard.step.name")}>
      <form class="form" onSubmit={onSubmit(() => void submit())} noValidate>
        <TextField
          label={t("wizard.name")}
          hint={t("wizard.nameHint")}
          error={problem ? t(problem) : undefined}
          isRequired
          maxLength={100}
          value={name.value}
          onInput={(value) => {
            name.value = value;
          }}
        />
        <SubmitProblem of={refusal} />
        <div class="form-actions">
          <Button type="submit" variant="primary" isBusy={isBusy.value}>
            {t("common.next")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
