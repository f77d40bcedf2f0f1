import type { MailText } from "../base/wording";

const paragraphs = (...texts: readonly string[]) => texts.join("\n\n");

/** The mails Weft sends. */
export const mails = {
  passwordReset: ({ link }: { link: string }): MailText => ({
    subject: "Choose a new Weft password",
    body: paragraphs(
      "Somebody asked for a new password for this address at Weft.",
      `Choose one here within an hour: ${link}`,
      "If it was not you, nothing needs to be done: your password stays as it is.",
    ),
  }),
};
