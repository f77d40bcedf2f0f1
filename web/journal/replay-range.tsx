import { useSignal } from "@preact/signals";
import { onSubmit } from "../data/submission";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { toRange } from "./journal";
import { t } from "./texts";

interface ReplayRangeProps {
  isBusy: boolean;
  onReplay: (terms: { from: number; until: number } | { everything: true }) => void;
}

/** Two days, whose events are handed on once more. */
export function ReplayRange({ isBusy, onReplay }: ReplayRangeProps) {
  const from = useSignal("");
  const until = useSignal("");
  const error = useSignal<string | undefined>(undefined);
  const submit = () => {
    const range = toRange(from.value, until.value);
    error.value = range ? undefined : t("journal.datesInvalid");
    if (range) onReplay(range);
  };
  return (
    <form class="form" noValidate onSubmit={onSubmit(submit)}>
      <p class="soft">{t("journal.replayText")}</p>
      <TextField
        type="date"
        label={t("journal.from")}
        value={from.value}
        error={error.value}
        onInput={(value) => {
          from.value = value;
        }}
      />
      <TextField
        type="date"
        label={t("journal.until")}
        value={until.value}
        onInput={(value) => {
          until.value = value;
        }}
      />
      <div class="form-actions">
        <Button type="submit" isBusy={isBusy}>
          {t("journal.start")}
        </Button>
        <Button isBusy={isBusy} onClick={() => onReplay({ everything: true })}>
          {t("journal.everything")}
        </Button>
      </div>
    </form>
  );
}
