import { membershipOf } from "../db/accounts/accounts";
import { addActivity } from "../db/accounts/activities";
import { countTry } from "../db/accounts/login-failures";
import { findPerson } from "../db/accounts/people";
import type { Facts } from "../domain/facts";
import { sha256 } from "../lib/sha256";
import type { AppServices } from "./context";
import type { ActivityKind } from "./record";

export type SecurityEvent = Extract<ActivityKind, `security.${string}`>;

/** Strangers cause these: one a window and person is noted, so that nobody fills the list. */
const RARE: readonly SecurityEvent[] = ["security.login_failed", "security.locked"];
const RARE_WINDOW_MS = 15 * 60_000;
/** Longer texts of a browser say nothing more. */
const LONGEST_FACT = 200;

/** Notes what happened at a person's way in, in the account they belong to; nothing for an unknown address. */
export async function recordOfPerson(
  services: AppServices,
  email: string,
  kind: SecurityEvent,
  seen: { address?: string; browser?: string },
): Promise<void> {
  const { db, newId, now } = services;
  const person = await findPerson(db, email);
  const membership = person && (await membershipOf(db, person.id));
  if (!person || !membership || membership === "removed") return;
  if (RARE.includes(kind)) {
    const key = await sha256(`noted:${kind}:${person.id}`);
    if ((await countTry(db, key, RARE_WINDOW_MS, now())).count > 1) return;
  }
  const facts: Facts = {
    ...(seen.address ? { address: seen.address } : {}),
    ...(seen.browser ? { browser: seen.browser.slice(0, LONGEST_FACT) } : {}),
  };
  const { accountId } = membership;
  const row = { id: newId("act"), accountId, connectionId: null, actor: person.id, kind, facts };
  await addActivity(db, row, now());
}
