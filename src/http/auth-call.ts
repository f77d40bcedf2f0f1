import type { Language } from "../i18n/language";

export const MIN_PASSWORD_LENGTH = 10;

/** What one request tells the sign-in service beside its body. */
export interface AuthCall {
  /** The token of a mail that a person signs up by, who then joins the account that invited. */
  invitation?: string | undefined;
  /** Hash of what the browser of a sign-up keeps until the address is confirmed. */
  browser?: string;
  language?: Language;
  /** Whether a person whose password was right gets a session. */
  mayEnter?(userId: string): Promise<boolean>;
  /** A person set a new password by the link of a mail. */
  onReset?(person: { id: string; email: string }): Promise<void>;
}
