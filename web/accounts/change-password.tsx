import { useSignal } from "@preact/signals";
import { useSubmission } from "../data/submission";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { Card } from "../ui/page";
import { CredentialForm, PasswordField } from "./credential-form";
import { useSignIn } from "./sign-in";

/** A new password by the present one; the other sessions end with the old. */
export function ChangePassword({ onChanged }: { onChanged: () => unknown }) {
  const { say } = useApp();
  const signIn = useSignIn();
  const current = useSignal("");
  const next = useSignal("");
  const submission = useSubmission();
  const change = async () => {
    if (!(await submission.send(() => signIn.changePassword(current.value, next.value)))) return;
    current.value = "";
    next.value = "";
    say(t("account.changed"));
    onChanged();
  };
  return (
    <Card title={t("account.changePassword")} id="password">
      <CredentialForm
        submission={submission}
        submitLabel={t("account.savePassword")}
        onSend={() => void change()}
      >
        <PasswordField label={t("account.currentPassword")} password={current} />
        <PasswordField isNew label={t("account.newPassword")} password={next} />
      </CredentialForm>
    </Card>
  );
}
