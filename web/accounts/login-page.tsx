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
  const state = session.state.value;
  const next = safeNext(query["next"]);
  // Whoever was removed from an account can still take up an invitation to one.
  const isExpected = state === "member" || (state === "outsider" && next.startsWith("/join?"));
  useEffect(() => {
    if (isExpected) route(next, true);
  }, [isExpected]);
  const logIn = () => submission.send(() => session.signIn(email.value.trim(), password.value));
  return (
    <AuthFrame title={t("account.logInTitle")} foot={<OtherActions />}>
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

function OtherActions() {
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
