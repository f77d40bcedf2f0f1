import { asSyncError } from "../domain/errors/sync-error";
import type { MailText } from "../i18n/base/wording";
import { DEFAULT_LANGUAGE, type Language } from "../i18n/language";
import { serverCatalogue } from "../i18n/server-catalogue";
import type { AppServices } from "./context";

type Mails = ReturnType<typeof serverCatalogue>["mails"];

/**
 * An address of our pages with a secret that no server sees: what stands behind "#" is not sent, so no log
 * of requests holds it.
 */
export function tokenLink(
  { settings }: Pick<AppServices, "settings">,
  path: string,
  token: string,
): string {
  return `${new URL(path, settings.publicUrl).href}#${new URLSearchParams({ token }).toString()}`;
}

/** Sends a mail of the catalogue. A failure is logged only: the answer must not tell who has an account. */
export async function sendMail(
  services: Pick<AppServices, "mailer" | "log">,
  recipient: string,
  language: Language | undefined,
  write: (mails: Mails) => MailText,
): Promise<void> {
  const text = write(serverCatalogue(language ?? DEFAULT_LANGUAGE).mails);
  await services.mailer.send({ recipient, ...text }).catch((caught: unknown) => {
    services.log.error("mail.unsent", { code: asSyncError(caught).code });
  });
}

/** What `Services.mailOrders` promises. */
export const mailOrdersBy =
  (services: Pick<AppServices, "mailer" | "log" | "settings">): AppServices["mailOrders"] =>
  (recipient, { connectionId, connectionName, orders }) => {
    const link = new URL(`/connections/${connectionId}/orders`, services.settings.publicUrl);
    const facts = { connection: connectionName, orders, link: link.href };
    return sendMail(services, recipient, undefined, (mails) => mails.ordersNeedAction(facts));
  };
