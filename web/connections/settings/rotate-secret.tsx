import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { formatDateTime } from "../../i18n/format";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { useConnection } from "../connection";
import { Button } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { useSubmission } from "../../data/submission";
import { SubmitProblem } from "../../problems/problem-notice";

/** A new secret for the store and Weft; the module receives it, any other sender gets it by hand. */
export function RotateSecret({ detail }: { detail: ConnectionDetail }) {
  const isAsking = useSignal(false);
  const { previousSecretUntil, isRotating } = detail;
  return (
    <div class="stack-tight">
      <h3>{t("settings.secret")}</h3>
      <p class="soft">{t("settings.secretText")}</p>
      {isRotating && (
        <Notice tone="warn" title={t("settings.rotating")}>
          <p>{t("settings.rotatingText")}</p>
        </Notice>
      )}
      {previousSecretUntil && (
        <p class="small">
          {t("settings.previousSecret", { when: formatDateTime(previousSecretUntil) })}
        </p>
      )}
      <div>
        <Button onClick={() => (isAsking.value = true)}>{t("settings.rotate")}</Button>
      </div>
      {isAsking.value && (
        <RotateDialog
          hasModule={detail.moduleVersion !== null}
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </div>
  );
}

function RotateDialog({ hasModule, onClose }: { hasModule: boolean; onClose: () => void }) {
  const { model, detail } = useConnection();
  const { say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const rotate = async () => {
    const isDone = await send(model.rotateSecret);
    if (!isDone) return void detail.reload();
    say(t("settings.rotated"));
    onClose();
  };
  return (
    <Dialog title={t("settings.rotateTitle")} onClose={onClose}>
      <div class="stack">
        <p>{t(hasModule ? "settings.rotateModule" : "settings.rotateByHand")}</p>
        <SubmitProblem of={refusal} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button variant="primary" isBusy={isBusy.value} onClick={() => void rotate()}>
            {t("settings.rotate")}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
