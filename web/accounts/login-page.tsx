import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useSubmission } from "../data/submission";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { AuthFrame } from "./auth-frame";
import { CredentialForm, EmailField, PasswordField } from "./credential-form";

/** Only a path of our own may be a destination, else a link could lead elsewhere. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : "/connections";
}

export default function Login() {
  const { session } = useApp();
  const { query, route } = useLocation();
  const email = useSignal("");
  const password = useSignal("");
  const submission = useSubmission();
  const isMember = session.state.value === "member";
  useEffect(() => {
    if (isMember) route(safeNext(query["next"]), true);
  }, [isMember]);
  const logIn = () => submission.send(() => session.signIn(email.value.trim(), password.value));
  return (
    <AuthFrame title={t("account.logInTitle")} foot={<OtherWays />}>
      <CredentialForm
        submission={submission}
        submitLabel={t("account.logIn")}
        onSend={() => void logIn()}
      >
        <EmailField email={email} autoComplete="username" />
        <PasswordField label={t("account.password")} password={password} />
      </CredentialForm>
    </AuthFrame>
  );
}

function OtherWays() {
  return (
    <>
      <p>
        {t("account.noAccount")} <a href="/sign-up">{t("account.signUp")}</a>
      </p>
      <p>
        <a href="/forgot-password">{t("account.forgot")}</a>
      </p>
      <p>{t("account.trouble")}</p>
    </>
  );
}
