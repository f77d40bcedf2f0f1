/** Whether a password that somebody chooses is one that is guessed first. */
import { weaknessOf } from "../domain/accounts/weak-password";
import { SyncError } from "../domain/errors/sync-error";
import { MIN_PASSWORD_LENGTH } from "./auth-call";
import type { AppServices } from "./context";

/**
 * The commonest passwords of ten signs and more among the thirty thousand commonest of all; taken from the
 * frequency list of zxcvbn (MIT). A file beside the pages, because only a chosen password needs it.
 */
const LIST = "/common-passwords.txt";

/** Throws SyncError("merchant", "auth.password_common" | "auth.password_simple" | "auth.password_personal"). */
export async function refuseWeak(
  services: Pick<AppServices, "assets" | "settings">,
  password: string,
  person: { email?: string | undefined; name?: string | undefined },
): Promise<void> {
  // A short one is refused for being short.
  if (password.length < MIN_PASSWORD_LENGTH) return;
  const weakness = weaknessOf(password, person, await commonPasswords(services));
  if (weakness) throw new SyncError("merchant", `auth.password_${weakness}`);
}

/** None where the pages are not built: the rules count all the same. */
async function commonPasswords({
  assets,
  settings,
}: Pick<AppServices, "assets" | "settings">): Promise<ReadonlySet<string>> {
  const file = await assets.fetch(new Request(new URL(LIST, settings.publicUrl)));
  const isText = file.ok && (file.headers.get("content-type") ?? "").startsWith("text/plain");
  const text = await file.text();
  return new Set(isText ? text.split("\n") : []);
}
