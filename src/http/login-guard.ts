import { countTry, forgetTries } from "../db/accounts/login-failures";
import { SyncError } from "../domain/errors/sync-error";
import { sha256 } from "../lib/sha256";
import type { AppServices } from "./context";

const WINDOW_MS = 15 * 60 * 1000;
const TRIES_BY_EMAIL = 10;
/** An office shares an address. */
const TRIES_BY_ADDRESS = 60;

/**
 * Counts a try at a password or at a mail before it happens, by e-mail and by address. Throws
 * SyncError("merchant", "auth.too_many_tries") with the time to wait. `forgive` after a success.
 */
export async function guardTry(
  services: AppServices,
  purpose: "login" | "reset" | "sign-up",
  address: string,
  email: string,
): Promise<{ forgive(): Promise<void> }> {
  if (!(await services.mayTryLogin(`${purpose}:${address}`)))
    throw new SyncError("merchant", "auth.too_many_tries", { retryAfterMs: 60_000 });
  const byEmail = await sha256(`${purpose}:email:${email.trim().toLowerCase()}`);
  const byAddress = await sha256(`${purpose}:address:${address}`);
  await count(services, byAddress, TRIES_BY_ADDRESS);
  await count(services, byEmail, TRIES_BY_EMAIL);
  return { forgive: () => forgetTries(services.db, byEmail) };
}

/** Counts a try at a proof. Throws SyncError("merchant", "auth.too_many_tries"). `forgive` after a success. */
export async function guardProof(
  services: AppServices,
  userId: string,
): Promise<{ forgive(): Promise<void> }> {
  const key = await sha256(`proof:${userId}`);
  await count(services, key, TRIES_BY_EMAIL);
  return { forgive: () => forgetTries(services.db, key) };
}

/** What an account may send, so that its mails are no nuisance to strangers. */
const INVITATIONS_BY_ACCOUNT = 30;
/** Of whatever account. */
const INVITATIONS_BY_EMAIL = 5;

/** Counts an invitation before it is sent. Throws SyncError("merchant", "auth.too_many_tries"). */
export async function guardInvitation(
  services: AppServices,
  accountId: string,
  email: string,
): Promise<void> {
  await count(services, await sha256(`invite:account:${accountId}`), INVITATIONS_BY_ACCOUNT);
  await count(services, await sha256(`invite:email:${email}`), INVITATIONS_BY_EMAIL);
}

const STORE_WINDOW_MS = 60_000;
const STORES_BY_ACCOUNT = 15;
/** Of whatever account: Weft is no tool to try keys of a stranger's store, or to keep it busy. */
const CHECKS_OF_HOST = 30;

/**
 * Counts a look at a store's address before it happens. Throws SyncError("merchant",
 * "auth.too_many_tries"). `forgive` where a store of that key was found.
 */
export async function guardStoreCheck(
  services: AppServices,
  accountId: string,
  address: string,
): Promise<{ forgive(): Promise<void> }> {
  const byAccount = await sha256(`store:account:${accountId}`);
  const byHost = await sha256(`store:host:${hostOf(address)}`);
  await count(services, byAccount, STORES_BY_ACCOUNT, STORE_WINDOW_MS);
  await count(services, byHost, CHECKS_OF_HOST, STORE_WINDOW_MS);
  return {
    async forgive() {
      await forgetTries(services.db, byAccount);
      await forgetTries(services.db, byHost);
    },
  };
}

/** The host of an address as it was typed; what is none is refused before any request. */
function hostOf(typed: string): string {
  const address = typed.trim().replace(/^[a-z][a-z0-9+.-]*:\/+/i, "");
  const url = `https://${address}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.+$/, "") : address.slice(0, 200);
}

async function count(
  services: AppServices,
  key: string,
  limit: number,
  windowMs = WINDOW_MS,
): Promise<void> {
  const now = services.now();
  const tries = await countTry(services.db, key, windowMs, now);
  if (tries.count <= limit) return;
  services.log.warn("auth.too_many_tries", { count: tries.count });
  throw new SyncError("merchant", "auth.too_many_tries", {
    retryAfterMs: tries.windowEndsAt - now,
  });
}
