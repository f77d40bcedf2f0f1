import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useSubmission } from "../data/submission";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { AuthFrame } from "./auth-frame";
import { CodeField, CredentialForm, EmailField, PasswordField } from "./credential-form";
import { useLinkValue } from "./link-token";
import { useSignIn } from "./sign-in";

/** Only a path of our own may be a destination, else a link could lead elsewhere. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : "/connections";
}

export default function Login() {
  const { session } = useApp();
  const signIn = useSignIn();
  const { query, route } = useLocation();
  const email = useSignal("");
  const password = useSignal("");
  const code = useSignal("");
  const needsCode = useSignal(false);
  const linkedNext = useLinkValue("next");
  const submission = useSubmission();
  const state = session.state.value;
  const next = safeNext(query["next"] ?? (linkedNext || undefined));
  // Whoever belongs to no account any more can take up an invitation, and is told there what else.
  const isExpected = state === "member" || state === "outsider";
  useEffect(() => {
    if (isExpected) route(next, true);
  }, [isExpected]);
  const logIn = () =>
    submission.send(async () => {
      const result = await signIn.signIn(email.value.trim(), password.value, code.value.trim());
      if (!result.ok && result.error.code.startsWith("auth.code_")) needsCode.value = true;
      return result;
    });
  return (
    <AuthFrame title={t("account.logInTitle")} foot={<OtherActions />}>
      <CredentialForm
        submission={submission}
        submitLabel={t("account.logIn")}
        onSend={() => void logIn()}
      >
        <EmailField email={email} autoComplete="username" />
        <PasswordField label={t("account.password")} password={password} />
        {needsCode.value && <CodeField code={code} />}
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
