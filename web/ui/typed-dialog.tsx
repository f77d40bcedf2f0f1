import { useSignal } from "@preact/signals";
import type { Result } from "../api/client";
import { onSubmit, useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { Button } from "./button";
import { Dialog, DialogActions } from "./dialog";
import { TextField } from "./field";
import { t } from "./validity-texts";

interface TypedDialogProps {
  title: string;
  /** What is lost then. */
  text: string;
  /** What has to be typed; shown in the label. */
  name: string;
  confirm: string;
  onSend: (typed: string) => Promise<Result<unknown>>;
  onDone: () => void;
  onClose: () => void;
}

/** Asks for a name to be typed before something ends that cannot be brought back. */
export default function TypedDialog(props: TypedDialogProps) {
  const { title, text, name, confirm, onSend, onDone, onClose } = props;
  const typed = useSignal("");
  const isChecked = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const isMatching = () => typed.value.trim() === name;
  const submit = async () => {
    isChecked.value = true;
    if (isMatching() && (await send(() => onSend(typed.value)))) onDone();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="form" onSubmit={onSubmit(() => void submit())}>
        <p>{text}</p>
        <TextField
          label={t("field.typeName", { name })}
          error={isChecked.value && !isMatching() ? t("field.typeDiffers") : undefined}
          value={typed.value}
          onInput={(value) => {
            typed.value = value;
          }}
        />
        <SubmitProblem of={refusal} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="danger" isBusy={isBusy.value}>
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
