import { countTry, forgetTries } from "../db/accounts/login-failures";
import { toAddress } from "../domain/accounts/invitation";
import { networkOf } from "../domain/accounts/network";
import { SyncError } from "../domain/errors/sync-error";
import { sha256 } from "../lib/sha256";
import type { AppServices } from "./context";

const WINDOW_MS = 15 * 60 * 1000;
/** Of one network at one person, or of one device the person used before. */
const TRIES_AT_PERSON = 10;
/** An office shares an address. */
const TRIES_BY_NETWORK = 60;
const TRIES_BY_WIDE_NETWORK = 240;
/** Of all strangers together at one person, whose own devices go on being let in. */
const TRIES_AT_PERSON_BY_ALL = 100;

export interface Caller {
  /** The address the request came from. */
  address: string;
  email: string;
  /** A device from which this person logged in before. */
  device?: string | undefined;
}

/**
 * Counts a try at a password before it happens: by the person's own device where it is one, else by network
 * and person, so that nobody locks somebody else out. Throws SyncError("merchant", "auth.too_many_tries")
 * with the time to wait. `forgive` after a success.
 */
export async function guardTry(
  services: AppServices,
  purpose: "login" | "sign-up",
  { address, email, device }: Caller,
): Promise<{ forgive(): Promise<void> }> {
  const person = toAddress(email);
  if (device !== undefined) {
    const byDevice = await sha256(`${purpose}:device:${device}`);
    await count(services, byDevice, TRIES_AT_PERSON);
    return { forgive: () => forgetTries(services.db, byDevice) };
  }
  const { near } = await countNetworks(services, purpose, address);
  const byBoth = await sha256(`${purpose}:both:${near}:${person}`);
  const byPerson = await sha256(`${purpose}:person:${person}`);
  await count(services, byBoth, TRIES_AT_PERSON);
  await count(services, byPerson, TRIES_AT_PERSON_BY_ALL);
  return {
    async forgive() {
      await forgetTries(services.db, byBoth);
      await forgetTries(services.db, byPerson);
    },
  };
}

const RESET_WINDOW_MS = 5 * 60_000;

/**
 * Counts a request for a mail. False: this address had one lately and gets no other, which nobody is told.
 * Throws SyncError("merchant", "auth.too_many_tries") for a network that asks too often.
 */
export async function mayMail(
  services: AppServices,
  purpose: "reset" | "confirm-mail",
  { address, email }: Caller,
): Promise<boolean> {
  await countNetworks(services, purpose, address);
  const key = await sha256(`${purpose}:person:${toAddress(email)}`);
  return (await countTry(services.db, key, RESET_WINDOW_MS, services.now())).count === 1;
}

/** Whoever set a new password by the mail is let in again, from where they did it and from anywhere new. */
export async function forgiveLogins(services: AppServices, caller: Caller): Promise<void> {
  const person = toAddress(caller.email);
  const { near } = networkOf(caller.address);
  await forgetTries(services.db, await sha256(`login:both:${near}:${person}`));
  await forgetTries(services.db, await sha256(`login:person:${person}`));
}

/** Counts a request by the network alone. Throws SyncError("merchant", "auth.too_many_tries"). */
export async function countNetworks(services: AppServices, purpose: string, address: string) {
  const { near, wide } = networkOf(address);
  if (!(await services.mayTryLogin(`${purpose}:${near}`)))
    throw new SyncError("merchant", "auth.too_many_tries", { retryAfterMs: 60_000 });
  await count(services, await sha256(`${purpose}:network:${near}`), TRIES_BY_NETWORK);
  if (wide !== near)
    await count(services, await sha256(`${purpose}:network:${wide}`), TRIES_BY_WIDE_NETWORK);
  return { near };
}

/** Counts a try at a proof. Throws SyncError("merchant", "auth.too_many_tries"). `forgive` after a success. */
export async function guardProof(
  services: AppServices,
  userId: string,
): Promise<{ forgive(): Promise<void> }> {
  const key = await sha256(`proof:${userId}`);
  await count(services, key, TRIES_AT_PERSON);
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

const CHECK_WINDOW_MS = 5 * 60_000;
/** A person who repairs finding after finding checks after each. */
const CHECKS_BY_PERSON = 15;
/** By all its people together, and by Weft after what they save. */
const CHECKS_OF_CONNECTION = 30;

/**
 * Counts a health check before it is made, because no budget holds its requests back. Throws
 * SyncError("merchant", "check.too_often") with the time to wait.
 */
export async function guardHealthCheck(
  services: AppServices,
  connectionId: string,
  userId?: string,
): Promise<void> {
  const spend = async (key: string, limit: number) =>
    count(services, await sha256(key), limit, CHECK_WINDOW_MS, "check.too_often");
  if (userId) await spend(`check:person:${connectionId}:${userId}`, CHECKS_BY_PERSON);
  await spend(`check:connection:${connectionId}`, CHECKS_OF_CONNECTION);
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
  code = "auth.too_many_tries",
): Promise<void> {
  const now = services.now();
  const tries = await countTry(services.db, key, windowMs, now);
  if (tries.count <= limit) return;
  services.log.warn(code, { count: tries.count });
  throw new SyncError("merchant", code, {
    retryAfterMs: tries.windowEndsAt - now,
  });
}
