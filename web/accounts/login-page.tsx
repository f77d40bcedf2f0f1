import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { AuthFrame } from "./auth-frame";
import { onSubmit, useSubmission } from "../data/submission";
import { ProblemNotice } from "../problems/problem-notice";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";

/** Only a path of our own may be a destination, else a link could lead elsewhere. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : "/connections";
}

export default function Login() {
  const { session } = useApp();
  const { query, route } = useLocation();
  const email = useSignal("");
  const password = useSignal("");
  const { isBusy, refusal, send } = useSubmission();
  const isMember = session.state.value === "member";
  useEffect(() => {
    if (isMember) route(safeNext(query["next"]), true);
  }, [isMember]);
  const submit = () => send(() => session.signIn(email.value.trim(), password.value));
  return (
    <AuthFrame
      title={t("account.logInTitle")}
      foot={
        <>
          <p>
            {t("account.noAccount")} <a href="/sign-up">{t("account.signUp")}</a>
          </p>
          <p>
            <a href="/forgot-password">{t("account.forgot")}</a>
          </p>
          <p>{t("account.trouble")}</p>
        </>
      }
    >
      <form class="form" onSubmit={onSubmit(submit)}>
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
        <TextField
          label={t("account.password")}
          type="password"
          name="password"
          autoComplete="current-password"
          isRequired
          value={password.value}
          onInput={(value) => {
            password.value = value;
          }}
        />
        <ProblemNotice reason={refusal.value} />
        <Button type="submit" variant="primary" isBusy={isBusy.value}>
          {t("account.logIn")}
        </Button>
      </form>
    </AuthFrame>
  );
}
