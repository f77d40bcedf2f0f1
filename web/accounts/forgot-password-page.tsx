import { useSignal } from "@preact/signals";
import { useSubmission } from "../data/submission";
import { t } from "./texts";
import { Notice } from "../ui/notice";
import { AuthFrame } from "./auth-frame";
import { CredentialForm, EmailField } from "./credential-form";
import { useSignIn } from "./sign-in";

/** On a developer's own machine mails land in the outbox page. */
const isLocal = ["localhost", "127.0.0.1"].includes(location.hostname);

export default function ForgotPassword() {
  const signIn = useSignIn();
  const email = useSignal("");
  const isSent = useSignal(false);
  const submission = useSubmission();
  const ask = async () => {
    isSent.value = await submission.send(() => signIn.requestReset(email.value.trim()));
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
        <CredentialForm
          submission={submission}
          submitLabel={t("account.sendLink")}
          onSend={() => void ask()}
        >
          <p class="soft">{t("account.forgotText")}</p>
          <EmailField email={email} autoComplete="username" />
        </CredentialForm>
      )}
    </AuthFrame>
  );
}
