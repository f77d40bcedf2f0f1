import { useSignal } from "@preact/signals";
import { useSubmission } from "../data/submission";
import { t } from "./texts";
import { Notice } from "../ui/notice";
import { AuthFrame } from "./auth-frame";
import { CredentialForm, PasswordField } from "./credential-form";
import { useLinkValue } from "./link-token";
import { useSignIn } from "./sign-in";

export default function ResetPassword() {
  const signIn = useSignIn();
  const token = useLinkValue("token");
  const password = useSignal("");
  const isSaved = useSignal(false);
  const submission = useSubmission();
  const save = async () => {
    isSaved.value = await submission.send(() => signIn.resetPassword(password.value, token));
  };
  return (
    <AuthFrame title={t("account.forgotTitle")} foot={<OtherActions />}>
      {!token && <Notice tone="warn" title={t("account.linkIncomplete")} />}
      {isSaved.value && (
        <Notice tone="good" title={t("account.passwordSaved")} isLive>
          <p>{t("account.passwordSavedText")}</p>
        </Notice>
      )}
      {token && !isSaved.value && (
        <CredentialForm
          submission={submission}
          submitLabel={t("account.savePassword")}
          onSend={() => void save()}
        >
          <PasswordField isNew label={t("account.newPassword")} password={password} />
        </CredentialForm>
      )}
    </AuthFrame>
  );
}

function OtherActions() {
  return (
    <>
      <p>
        <a href="/login">{t("account.logIn")}</a>
      </p>
      <p>
        <a href="/forgot-password">{t("account.forgot")}</a>
      </p>
    </>
  );
}
