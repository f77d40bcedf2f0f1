import { SyncError } from "../domain/errors/sync-error";

export interface Mail {
  recipient: string;
  subject: string;
  /** Plain text. */
  body: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** Real mail through the `send_email` binding, from the one address the deployment verified. */
export function bindingMailer(binding: SendEmail, from: string): Mailer {
  return {
    async send({ recipient, subject, body }) {
      await binding.send({ from, to: recipient, subject, text: body });
    },
  };
}

/** A developer's machine: mail is kept where the outbox page shows it. */
export function outboxMailer(keep: (mail: Mail) => Promise<void>): Mailer {
  return { send: keep };
}

/** A deployment without MAIL_FROM: every attempt is a defect that names the setting. */
export const unconfiguredMailer: Mailer = {
  send: () => Promise.reject(new SyncError("defect", "mail.not_configured", { name: "MAIL_FROM" })),
};
