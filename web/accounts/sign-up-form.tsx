import { useSignal } from "@preact/signals";
import { useSubmission } from "../data/submission";
import { t } from "./texts";
import { TextField } from "../ui/field";
import { CredentialForm, EmailField, PasswordField } from "./credential-form";
import { MailSent } from "./mail-sent";
import { needsConfirmation, useSignIn } from "./sign-in";

const MIN_PASSWORD = 10;

interface SignUpFormProps {
  /** The address is the invited one then, and not to be typed. */
  invitation?: { token: string; email: string };
}

/** Makes a person, with an account of their own unless an invitation leads into another. */
export function SignUpForm({ invitation }: SignUpFormProps) {
  const signIn = useSignIn();
  const name = useSignal("");
  const email = useSignal(invitation?.email ?? "");
  const password = useSignal("");
  const isChecked = useSignal(false);
  const submission = useSubmission();
  const isAsked = useSignal(false);
  const isNameless = () => !name.value.trim();
  const isShort = () => password.value.length < MIN_PASSWORD;
  const create = () => {
    isChecked.value = true;
    if (isShort() || isNameless()) return;
    void submission.send(async () => {
      const result = await signIn.signUp({
        name: name.value.trim(),
        email: email.value.trim(),
        password: password.value,
        ...(invitation && { invitation: invitation.token }),
      });
      isAsked.value = needsConfirmation(result);
      return result;
    });
  };
  if (isAsked.value) return <MailSent email={email.value.trim()} />;
  return (
    <CredentialForm submission={submission} submitLabel={t("account.signUp")} onSend={create}>
      <TextField
        label={t("account.name")}
        name="name"
        autoComplete="name"
        isRequired
        maxLength={80}
        value={name.value}
        error={isChecked.value && isNameless() ? t("account.nameMissing") : undefined}
        onInput={(value) => {
          name.value = value;
        }}
      />
      {!invitation && <EmailField email={email} autoComplete="email" />}
      <PasswordField
        isNew
        label={t("account.password")}
        password={password}
        error={isChecked.value && isShort() ? t("account.passwordShort") : undefined}
      />
    </CredentialForm>
  );
}
