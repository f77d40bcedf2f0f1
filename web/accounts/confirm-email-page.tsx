import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useSubmission } from "../data/submission";
import { t } from "./texts";
import { Notice } from "../ui/notice";
import { Skeleton } from "../ui/states";
import { AuthFrame } from "./auth-frame";
import { CredentialForm, PasswordField } from "./credential-form";
import { useLinkValue } from "./link-token";
import { useSignIn } from "./sign-in";

/** Where the link in the mail of a sign-up leads: into the account, in another browser by its password. */
export default function ConfirmEmail() {
  const signIn = useSignIn();
  const { route } = useLocation();
  const token = useLinkValue("token");
  const password = useSignal("");
  const submission = useSubmission();
  const confirm = async () => {
    if (await submission.send(() => signIn.confirm(token, password.value)))
      route("/connections", true);
  };
  useEffect(() => {
    if (token) void confirm();
  }, [token]);
  const code = submission.refusal.value?.code;
  const needsPassword = code === "auth.password_needed" || code === "auth.proof_wrong";
  return (
    <AuthFrame title={t("account.confirmTitle")} foot={<a href="/login">{t("account.logIn")}</a>}>
      {!token && <Notice tone="warn" title={t("account.linkIncomplete")} />}
      {token && !submission.refusal.value && <Skeleton />}
      {submission.refusal.value && (
        <CredentialForm
          submission={submission}
          submitLabel={t("account.confirm")}
          onSend={() => void confirm()}
        >
          {needsPassword && <PasswordField label={t("account.password")} password={password} />}
        </CredentialForm>
      )}
    </AuthFrame>
  );
}
