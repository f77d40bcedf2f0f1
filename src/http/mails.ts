import { Hono } from "hono";
import { listMails } from "../db/accounts/mails";
import { SyncError } from "../domain/errors/sync-error";
import type { Api } from "../contract/api";
import type { AppEnv } from "./context";

/** Open without a login, because a reset mail is read by somebody who cannot log in. */
export const outboxRoutes = new Hono<AppEnv>().get("/api/outbox", async (c) => {
  const { settings, db } = c.var.services;
  if (!settings.isDevelopment) throw new SyncError("merchant", "route.not_found");
  const mails = (await listMails(db)).map(({ id, recipient, subject, body, createdAt }) => ({
    id,
    recipient,
    subject,
    body,
    at: createdAt,
  }));
  return c.json({ mails } satisfies Api["GET /api/outbox"]["answer"]);
});
