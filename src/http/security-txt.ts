import { SyncError } from "../domain/errors/sync-error";
import type { AppContext } from "./context";

/** A copy that somebody kept is to be read anew after so long. */
const LIVES_MS = 90 * 86_400_000;

/** Where weaknesses are reported (RFC 9116); 404 where whoever runs this Weft named nobody. */
export function serveSecurityText(c: AppContext): Response {
  const { settings, now } = c.var.services;
  const { securityContact: contact, publicUrl } = settings;
  if (!contact) throw new SyncError("merchant", "route.not_found");
  const lines = [
    `Contact: ${contact.includes(":") ? contact : `mailto:${contact}`}`,
    `Expires: ${new Date(now() + LIVES_MS).toISOString()}`,
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    "Preferred-Languages: en",
  ];
  return c.text(`${lines.join("\n")}\n`);
}
