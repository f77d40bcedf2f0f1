import type { MailText } from "../base/wording";
import { plural } from "./grammar";

const paragraphs = (...texts: readonly string[]) => texts.join("\n\n");

/** The mails Weft sends. */
export const mails = {
  invitation: (f: {
    inviter: string;
    account: string;
    link: string;
    openDays: number;
  }): MailText => ({
    subject: `${f.inviter} invites you to Weft`,
    body: paragraphs(
      `${f.inviter} invites you to work in the Weft account “${f.account}”.`,
      `Accept within ${plural(f.openDays, { one: "a day", other: `${f.openDays} days` })}: ${f.link}`,
      "If you do not know who this is, nothing needs to be done.",
    ),
  }),
  passwordReset: ({ link }: { link: string }): MailText => ({
    subject: "Choose a new Weft password",
    body: paragraphs(
      "Somebody asked for a new password for this address at Weft.",
      `Choose one here within an hour: ${link}`,
      "If it was not you, nothing needs to be done: your password stays as it is.",
    ),
  }),
};
