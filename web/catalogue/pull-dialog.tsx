import { useSignal } from "@preact/signals";
import { formatDateTime } from "../i18n/format";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { pullProblem, toPullBody, type PullPreset } from "./pull-window";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { Choice, TextField } from "../ui/field";
import { onSubmit, useSubmission } from "../data/submission";
import { ProblemNotice } from "../problems/problem-notice";
import "./pull-dialog.css";

const PRESETS: readonly PullPreset[] = ["since_last", "days_30", "years_3", "all", "custom"];

interface PullDialogProps {
  onClose: () => void;
  onStarted: (taskId: string) => void;
}

/** Which period to pull. A first pull starts with "all time", later ones with "since last pull". */
export function PullDialog({ onClose, onStarted }: PullDialogProps) {
  const { client } = useApp();
  const { id, detail } = useConnection();
  const lastPullAt = detail.value.value?.lastPullAt ?? null;
  const preset = useSignal<PullPreset>(lastPullAt ? "since_last" : "all");
  const from = useSignal("");
  const until = useSignal("");
  const isChecked = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const problem = pullProblem(preset.value, from.value, until.value);
  const hints: Partial<Record<PullPreset, string>> = {
    since_last: lastPullAt
      ? t("pull.lastAt", { when: formatDateTime(lastPullAt) })
      : t("pull.noLast"),
    ...(lastPullAt ? {} : { all: t("pull.firstHint") }),
  };
  const submit = () => {
    isChecked.value = true;
    if (problem) return;
    void send(async () => {
      const body = toPullBody(preset.value, from.value, until.value, Date.now());
      const result = await client.call("POST /api/connections/:id/pull", { params: { id }, body });
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
        <Choice
          legend={t("pull.period")}
          name="period"
          value={preset.value}
          onChange={(value) => {
            preset.value = PRESETS.find((one) => one === value) ?? "all";
          }}
          options={PRESETS.map((one) => ({
            value: one,
            label: t(`pull.${one}`),
            isDisabled: one === "since_last" && !lastPullAt,
            ...(hints[one] && { hint: hints[one] }),
          }))}
        />
        {preset.value === "custom" && (
          <div class="pull-dates">
            <TextField
              label={t("pull.from")}
              type="date"
              value={from.value}
              onInput={(value) => {
                from.value = value;
              }}
            />
            <TextField
              label={t("pull.until")}
              type="date"
              value={until.value}
              onInput={(value) => {
                until.value = value;
              }}
            />
          </div>
        )}
        {isChecked.value && problem && (
          <p class="field-error" role="alert">
            {t(problem)}
          </p>
        )}
        <ProblemNotice reason={refusal.value} />
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
