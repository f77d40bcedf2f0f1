import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useSubmission } from "../data/submission";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { TextField } from "../ui/field";
import { AuthFrame } from "./auth-frame";
import { CredentialForm, EmailField, PasswordField } from "./credential-form";

const MIN_PASSWORD = 10;

export default function SignUp() {
  const { session } = useApp();
  const { route } = useLocation();
  const name = useSignal("");
  const email = useSignal("");
  const password = useSignal("");
  const isChecked = useSignal(false);
  const submission = useSubmission();
  const isMember = session.state.value === "member";
  useEffect(() => {
    if (isMember) route("/connections", true);
  }, [isMember]);
  const isNameless = !name.value.trim();
  const isShort = password.value.length < MIN_PASSWORD;
  const create = () => {
    isChecked.value = true;
    if (isShort || isNameless) return;
    void submission.send(() =>
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
      <CredentialForm submission={submission} submitLabel={t("account.signUp")} onSend={create}>
        <TextField
          label={t("account.name")}
          name="name"
          autoComplete="name"
          isRequired
          maxLength={80}
          value={name.value}
          error={isChecked.value && isNameless ? t("account.nameMissing") : undefined}
          onInput={(value) => {
            name.value = value;
          }}
        />
        <EmailField email={email} autoComplete="email" />
        <PasswordField
          isNew
          label={t("account.password")}
          password={password}
          error={isChecked.value && isShort ? t("account.passwordShort") : undefined}
        />
      </CredentialForm>
    </AuthFrame>
  );
}
