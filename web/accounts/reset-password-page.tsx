import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { AuthFrame } from "./auth-frame";
import { onSubmit, useSubmission } from "../data/submission";
import { ProblemNotice } from "../problems/problem-notice";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Notice } from "../ui/notice";

export default function ResetPassword() {
  const { session } = useApp();
  const { query } = useLocation();
  const token = query["token"] ?? "";
  const password = useSignal("");
  const isSaved = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const submit = async () => {
    isSaved.value = await send(() => session.resetPassword(password.value, token));
  };
  const foot = (
    <>
      <p>
        <a href="/login">{t("account.logIn")}</a>
      </p>
      <p>
        <a href="/forgot-password">{t("account.forgot")}</a>
      </p>
    </>
  );
  return (
    <AuthFrame title={t("account.forgotTitle")} foot={foot}>
      {!token && <Notice tone="warn" title={t("account.linkIncomplete")} />}
      {isSaved.value && (
        <Notice tone="good" title={t("account.passwordSaved")} isLive>
          <p>{t("account.passwordSavedText")}</p>
        </Notice>
      )}
      {token && !isSaved.value && (
        <form class="form" onSubmit={onSubmit(submit)}>
          <TextField
            label={t("account.newPassword")}
            type="password"
            name="password"
            autoComplete="new-password"
            isRequired
            value={password.value}
            hint={t("account.passwordHint")}
            onInput={(value) => {
              password.value = value;
            }}
          />
          <ProblemNotice reason={refusal.value} />
          <Button type="submit" variant="primary" isBusy={isBusy.value}>
            {t("account.savePassword")}
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}
