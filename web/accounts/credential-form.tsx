import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { onSubmit, type Submission } from "../data/submission";
import { t } from "./texts";
import { SubmitProblem } from "../problems/problem-notice";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";

interface CredentialFormProps {
  submission: Submission;
  submitLabel: string;
  onSend: () => void;
  /** The fields. */
  children: ComponentChildren;
}

/** The form of the pages before the login: its fields, why it was refused, one button. */
export function CredentialForm({ submission, submitLabel, onSend, children }: CredentialFormProps) {
  return (
    <form class="form" onSubmit={onSubmit(onSend)}>
      {children}
      <SubmitProblem of={submission.refusal} />
      <Button type="submit" variant="primary" isBusy={submission.isBusy.value}>
        {submitLabel}
      </Button>
    </form>
  );
}

interface EmailFieldProps {
  email: Signal<string>;
  /** "username" where somebody known signs in. */
  autoComplete: "username" | "email";
}

export function EmailField({ email, autoComplete }: EmailFieldProps) {
  return (
    <TextField
      label={t("account.email")}
      type="email"
      name="email"
      autoComplete={autoComplete}
      isRequired
      value={email.value}
      onInput={(value) => {
        email.value = value;
      }}
    />
  );
}

interface PasswordFieldProps {
  label: string;
  password: Signal<string>;
  /** A password to be chosen says how long it has to be. */
  isNew?: boolean;
  error?: string | undefined;
}

export function PasswordField({ label, password, isNew, error }: PasswordFieldProps) {
  return (
    <TextField
      label={label}
      type="password"
      name="password"
      autoComplete={isNew ? "new-password" : "current-password"}
      isRequired
      value={password.value}
      hint={isNew ? t("account.passwordHint") : undefined}
      error={error}
      onInput={(value) => {
        password.value = value;
      }}
    />
  );
}

/** What the authenticator app shows now, or a recovery code. */
export function CodeField({ code }: { code: Signal<string> }) {
  return (
    <TextField
      label={t("account.code")}
      hint={t("account.codeHint")}
      name="code"
      autoComplete="one-time-code"
      isRequired
      value={code.value}
      onInput={(value) => {
        code.value = value;
      }}
    />
  );
}
