/**
 * Devices from which a person logged in before, known by a cookie that nobody else can make. Tries from
 * them are counted apart, so that strangers who guess do not keep the person out.
 */
import { toAddress } from "../domain/accounts/invitation";
import { keyedHash } from "../lib/keyed-hash";
import { sameText } from "../lib/same-text";
import type { AppContext } from "./context";
import { readCookie, writeCookie } from "./cookies";

const LIVES_SECONDS = 180 * 86_400;
const NAME = "weft_device";
const NONCE_LETTERS = 20;

/** The name of the device, where this person logged in from it before. */
export async function knownDevice(c: AppContext, email: string): Promise<string | undefined> {
  const [until = "", nonce = "", mac = ""] = readCookie(c, NAME).split(".");
  if (Number(until) < c.var.services.now() || mac === "") return undefined;
  return (await sameText(mac, await macOf(c, email, until, nonce))) ? nonce : undefined;
}

/** A line of "set-cookie" by which the device is known from now on. */
export async function deviceCookie(c: AppContext, email: string): Promise<string> {
  const { now, randomText } = c.var.services;
  const until = String(now() + LIVES_SECONDS * 1000);
  const nonce = randomText(NONCE_LETTERS);
  const value = [until, nonce, await macOf(c, email, until, nonce)].join(".");
  return writeCookie(c, NAME, value, LIVES_SECONDS);
}

function macOf(c: AppContext, email: string, until: string, nonce: string): Promise<string> {
  const { authSecret } = c.var.services.settings;
  return keyedHash(authSecret, `device ${until} ${nonce} ${toAddress(email)}`);
}
