import { useSignal } from "@preact/signals";
import { onSubmit, useSubmission } from "../data/submission";
import { t } from "./texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { PasswordField } from "./credential-form";

/** Asks for the password before something that a stranger at an open screen must not do. */
export default function ProofDialog() {
  const { client, proof } = useApp();
  const secret = useSignal("");
  const { isBusy, refusal, send } = useSubmission();
  const give = async () => {
    const body = { secret: secret.value };
    if (await send(() => client.call("POST /api/me/proof", { body }))) proof.end(true);
  };
  return (
    <Dialog title={t("account.proofTitle")} onClose={() => proof.end(false)}>
      <form class="form" onSubmit={onSubmit(() => void give())}>
        <p>{t("account.proofText")}</p>
        <PasswordField label={t("account.proofSecret")} password={secret} />
        <SubmitProblem of={refusal} />
        <DialogActions>
          <Button onClick={() => proof.end(false)}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary" isBusy={isBusy.value}>
            {t("account.proofGive")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
