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
  confirmAddress: ({ link }: { link: string }): MailText => ({
    subject: "Confirm your address for Weft",
    body: paragraphs(
      "Somebody signed up at Weft with this address.",
      `If it was you, press this within a day: ${link}`,
      "If it was not you, nothing needs to be done: without this link there is no account.",
    ),
  }),
  accountExists: ({ link }: { link: string }): MailText => ({
    subject: "You have a Weft account already",
    body: paragraphs(
      "Somebody signed up at Weft with this address, which has an account already.",
      `If it was you, log in here, or choose a new password there: ${link}`,
      "If it was not you, nothing needs to be done: nobody learned that you have an account.",
    ),
  }),
  authorizationEnds: (f: { connection: string; days: number; link: string }): MailText => {
    const within = plural(f.days, { one: "a day", other: `${f.days} days` });
    return {
      subject: `Weft: authorise TikTok Shop within ${within}`,
      body: paragraphs(
        `The permission to work with the TikTok Shop of “${f.connection}” ends within ${within}.`,
        `Authorise it again before that: ${f.link}`,
        "All goes on until then. Afterwards orders, stock and prices wait for the new permission; nothing is lost.",
      ),
    };
  },
  ordersNeedAction: (f: { connection: string; orders: number; link: string }): MailText => {
    const orders = plural(f.orders, { one: "An order needs", other: `${f.orders} orders need` });
    return {
      subject: `${orders} you: ${f.connection}`,
      body: paragraphs(
        `${orders} your action in the connection “${f.connection}”: PrestaShop failed to take what was paid on TikTok Shop, also after the last retry.`,
        `See why, and try again: ${f.link}?problem=order.needs_action`,
        "Once your store answers well Weft also tries by itself. This mail comes once a day at most.",
      ),
    };
  },
  passwordReset: ({ link }: { link: string }): MailText => ({
    subject: "Choose a new Weft password",
    body: paragraphs(
      "Somebody asked for a new password for this address at Weft.",
      `Choose one here within an hour: ${link}`,
      "If it was not you, nothing needs to be done: your password stays as it is.",
    ),
  }),
};
