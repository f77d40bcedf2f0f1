import { useSignal } from "@preact/signals";
import { AuthFrame } from "./auth-frame";
import { onSubmit, useSubmission } from "../data/submission";
import { ProblemNotice } from "../problems/problem-notice";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Notice } from "../ui/notice";

/** On a developer's own machine mails land in the outbox page. */
const isLocal = ["localhost", "127.0.0.1"].includes(location.hostname);

export default function ForgotPassword() {
  const { session } = useApp();
  const email = useSignal("");
  const isSent = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const submit = async () => {
    isSent.value = await send(() => session.requestReset(email.value.trim()));
  };
  return (
    <AuthFrame
      title={t("account.forgotTitle")}
      foot={
        <p>
          <a href="/login">{t("account.logIn")}</a>
        </p>
      }
    >
      {isSent.value ? (
        <Notice tone="good" title={t("account.linkSent")} isLive>
          <p>{t("account.linkSentText", { email: email.value.trim() })}</p>
          {isLocal && <a href="/outbox">{t("account.openOutbox")}</a>}
        </Notice>
      ) : (
        <form class="form" onSubmit={onSubmit(submit)}>
          <p class="soft">{t("account.forgotText")}</p>
          <TextField
            label={t("account.email")}
            type="email"
            name="email"
            autoComplete="username"
            isRequired
            value={email.value}
            onInput={(value) => {
              email.value = value;
            }}
          />
          <ProblemNotice reason={refusal.value} />
          <Button type="submit" variant="primary" isBusy={isBusy.value}>
            {t("account.sendLink")}
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}
