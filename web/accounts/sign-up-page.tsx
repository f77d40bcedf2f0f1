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

const MIN_PASSWORD = 10;

export default function SignUp() {
  const { session } = useApp();
  const { route } = useLocation();
  const name = useSignal("");
  const email = useSignal("");
  const password = useSignal("");
  const isChecked = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const isMember = session.state.value === "member";
  useEffect(() => {
    if (isMember) route("/connections", true);
  }, [isMember]);
  const isShort = password.value.length < MIN_PASSWORD;
  const submit = () => {
    isChecked.value = true;
    if (isShort || !name.value.trim()) return;
    void send(() =>
      session.signUp({
        name: name.value.trim(),
        email: email.value.trim(),
        password: password.value,
      }),
    );
  };
  return (
    <AuthFrame
      title={t("account.signUpTitle")}
      foot={
        <p>
          {t("account.hasAccount")} <a href="/login">{t("account.logIn")}</a>
        </p>
      }
    >
      <form class="form" onSubmit={onSubmit(submit)}>
        <TextField
          label={t("account.name")}
          name="name"
          autoComplete="name"
          isRequired
          maxLength={80}
          value={name.value}
          error={isChecked.value && !name.value.trim() ? t("account.nameMissing") : undefined}
          onInput={(value) => {
            name.value = value;
          }}
        />
        <TextField
          label={t("account.email")}
          type="email"
          name="email"
          autoComplete="email"
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
          autoComplete="new-password"
          isRequired
          value={password.value}
          hint={t("account.passwordHint")}
          error={isChecked.value && isShort ? t("account.passwordShort") : undefined}
          onInput={(value) => {
            password.value = value;
          }}
        />
        <ProblemNotice reason={refusal.value} />
        <Button type="submit" variant="primary" isBusy={isBusy.value}>
          {t("account.signUp")}
        </Button>
      </form>
    </AuthFrame>
  );
}
