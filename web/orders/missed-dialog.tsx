import { useModel, useSignal } from "@preact/signals";
import { useConnection } from "../connections/connection";
import { onSubmit, useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { TextField } from "../ui/field";
import { MissedModel, toPlacedTime } from "./missed";
import { MissedList } from "./missed-list";
import { t } from "./missed-texts";
import "../catalogue/pull-dialog.css";

/** As many as one task takes. */
const MOST_SYNCED = 500;
const DAY_MS = 86_400_000;

interface MissedDialogProps {
  onClose: () => void;
  onStarted: (taskId: string) => void;
}

const isoDay = (at: number) => {
  const day = new Date(at);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

/** Finds orders that PrestaShop does not have, and has them made there. */
export default function MissedDialog({ onClose, onStarted }: MissedDialogProps) {
  const { client } = useApp();
  const { id } = useConnection();
  const model = useModel(() => new MissedModel(client, id));
  const from = useSignal(isoDay(Date.now() - 7 * DAY_MS));
  const until = useSignal(isoDay(Date.now()));
  const isChecked = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const time = toPlacedTime(from.value, until.value);
  const find = () => {
    isChecked.value = true;
    if (time) void send(() => model.find(time));
  };
  const ids = model.due.value.slice(0, MOST_SYNCED).map((order) => order.id);
  const sync = () =>
    void send(async () => {
      const result = await model.sync(ids);
      if (result.ok) {
        onStarted(result.value.taskId);
        onClose();
      }
      return result;
    });
  return (
    <Dialog title={t("missed.title")} isWide onClose={onClose}>
      <form class="form" noValidate onSubmit={onSubmit(find)}>
        <p class="soft">{t("missed.text")}</p>
        <div class="pull-dates">
          <TextField
            label={t("missed.from")}
            type="date"
            value={from.value}
            onInput={(value) => (from.value = value)}
          />
          <TextField
            label={t("missed.until")}
            type="date"
            value={until.value}
            onInput={(value) => (until.value = value)}
          />
        </div>
        {isChecked.value && !time && (
          <p class="field-error" role="alert">
            {t("missed.datesInvalid")}
          </p>
        )}
        <div>
          <Button type="submit" isBusy={isBusy.value}>
            {t("missed.find")}
          </Button>
        </div>
      </form>
      <SubmitProblem of={refusal} />
      <MissedList model={model} />
      {model.next.value !== null && (
        <div>
          <Button isSmall isBusy={isBusy.value} onClick={() => void send(model.readMore)}>
            {t("missed.more")}
          </Button>
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        {ids.length > 0 && (
          <Button variant="primary" isBusy={isBusy.value} onClick={sync}>
            {t("missed.sync", { count: ids.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
