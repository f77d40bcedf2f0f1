import { useSignal } from "@preact/signals";
import type { Answer, Result } from "../api/client";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { CheckField } from "../ui/check-field";
import type { MappedRules } from "./mapping";
import { t } from "./texts";

type Started = Answer<"POST /api/connections/:id/unmapped-listings/map">;

interface MapDialogProps {
  count: number;
  onMap: (rules: MappedRules) => Promise<Result<Started>>;
  onStarted: (taskId: string, count: number) => void;
  onClose: () => void;
}

/** Asks what of the listings follows the store from now on, and says what stays. */
export default function MapDialog({ count, onMap, onStarted, onClose }: MapDialogProps) {
  const sendsStock = useSignal(true);
  const sendsPrice = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const confirm = () =>
    void send(async () => {
      const result = await onMap({ sendsStock: sendsStock.value, sendsPrice: sendsPrice.value });
      if (result.ok) onStarted(result.value.taskId, result.value.count);
      return result;
    });
  return (
    <Dialog title={t("mapping.dialog", { count })} onClose={onClose}>
      <p>{t("mapping.dialogText")}</p>
      <CheckField
        label={t("mapping.sendsStock")}
        hint={t("mapping.sendsStockHint")}
        isChecked={sendsStock.value}
        onChange={(isChecked) => (sendsStock.value = isChecked)}
      />
      <CheckField
        label={t("mapping.sendsPrice")}
        hint={t("mapping.sendsPriceHint")}
        isChecked={sendsPrice.value}
        onChange={(isChecked) => (sendsPrice.value = isChecked)}
      />
      <p class="soft">{t("mapping.contentStays")}</p>
      <SubmitProblem of={refusal} />
      <DialogActions>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button variant="primary" isBusy={isBusy.value} onClick={confirm}>
          {t("mapping.confirm", { count })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
