import { listMails } from "../db/accounts/mails";
import { SyncError } from "../domain/errors/sync-error";
import type { mailRoutes } from "../contract/mails";
import type { Handlers } from "./call";

/** Open without a login, because a reset mail is read by somebody who cannot log in. */
export const mailHandlers: Handlers<typeof mailRoutes> = {
  async "GET /api/outbox"({ services: { settings, db } }) {
    if (!settings.isDevelopment) throw new SyncError("merchant", "route.not_found");
    const mails = (await listMails(db)).map(({ id, recipient, subject, body, createdAt }) => ({
      id,
      recipient,
      subject,
      body,
      at: createdAt,
    }));
    return { mails };
  },
};
