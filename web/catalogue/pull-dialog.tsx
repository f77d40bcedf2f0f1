import { useSignal, type Signal } from "@preact/signals";
import { formatDateTime } from "../i18n/format";
import { t } from "./dialog-texts";
import type { Result } from "../api/client";
import type { PullBody } from "./products";
import { useConnection } from "../connections/connection";
import { pullProblem, toPullBody, type PullPreset } from "./pull-window";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { TextField } from "../ui/field";
import { Choice } from "../ui/choice";
import { onSubmit, useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import "./pull-dialog.css";

const PRESETS: readonly PullPreset[] = ["since_last", "days_30", "years_3", "all", "custom"];

interface PullDialogProps {
  pull: (body: PullBody) => Promise<Result<{ taskId: string }>>;
  onClose: () => void;
  onStarted: (taskId: string) => void;
}

/** Which period to pull. A first pull starts with "all time", later ones with "since last pull". */
export function PullDialog({ pull, onClose, onStarted }: PullDialogProps) {
  const { detail } = useConnection();
  const lastPullAt = detail.value.value?.lastPullAt ?? null;
  // Until a person chooses, also where the connection is read only after the dialog has opened.
  const chosen = useSignal<PullPreset | null>(null);
  const preset = chosen.value ?? (lastPullAt ? "since_last" : "all");
  const from = useSignal("");
  const until = useSignal("");
  const isChecked = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const problem = pullProblem(preset, from.value, until.value);
  const submit = () => {
    isChecked.value = true;
    if (problem) return;
    void send(async () => {
      const result = await pull(toPullBody(preset, from.value, until.value, Date.now()));
      if (result.ok) {
        onStarted(result.value.taskId);
        onClose();
      }
      return result;
    });
  };
  return (
    <Dialog title={t("pull.title")} onClose={onClose}>
      <form class="form" onSubmit={onSubmit(submit)} noValidate>
        <p class="soft">{t("pull.text")}</p>
        <PresetChoice
          preset={preset}
          lastPullAt={lastPullAt}
          onChoose={(one) => (chosen.value = one)}
        />
        {preset === "custom" && (
          <div class="pull-dates">
            <DateField label={t("pull.from")} date={from} />
            <DateField label={t("pull.until")} date={until} />
          </div>
        )}
        {isChecked.value && problem && (
          <p class="field-error" role="alert">
            {t(problem)}
          </p>
        )}
        <SubmitProblem of={refusal} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary" isBusy={isBusy.value}>
            {t("pull.confirm")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface PresetChoiceProps {
  preset: PullPreset;
  lastPullAt: number | null;
  onChoose: (preset: PullPreset) => void;
}

function PresetChoice({ preset, lastPullAt, onChoose }: PresetChoiceProps) {
  const hints: Partial<Record<PullPreset, string>> = {
    since_last: lastPullAt
      ? t("pull.lastAt", { when: formatDateTime(lastPullAt) })
      : t("pull.noLast"),
    ...(lastPullAt ? {} : { all: t("pull.firstHint") }),
  };
  return (
    <Choice
      legend={t("pull.period")}
      name="period"
      value={preset}
      onChange={(value) => onChoose(PRESETS.find((one) => one === value) ?? "all")}
      options={PRESETS.map((one) => ({
        value: one,
        label: t(`pull.${one}`),
        isDisabled: one === "since_last" && !lastPullAt,
        ...(hints[one] && { hint: hints[one] }),
      }))}
    />
  );
}

function DateField({ label, date }: { label: string; date: Signal<string> }) {
  return (
    <TextField
      label={label}
      type="date"
      value={date.value}
      onInput={(value) => {
        date.value = value;
      }}
    />
  );
}
