/** Once an hour: who must authorise a channel's shop again, and when, is told to the owners, once at each of some days. */
import { listPeople } from "../db/accounts/people";
import { claimWarning, clearWarnings, listEnding } from "../db/connections/ending-authorizations";
import { WARNING_DAYS, warningOf } from "../domain/connections/authorization";
import type { Services } from "./services";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_A_ROUND = 500;

/** `scheduledAt`: of the minute's round, epoch ms. */
export async function warnAuthorizations(services: Services, scheduledAt: number): Promise<void> {
  if (scheduledAt % HOUR_MS >= 60_000) return;
  const { db, settings } = services;
  const now = services.now();
  const until = now + WARNING_DAYS[0] * DAY_MS;
  await clearWarnings(db, now, until);
  for (const ending of await listEnding(db, now, until, MOST_A_ROUND)) {
    const { connectionId, accountId, name: connection, expiresAt } = ending;
    const days = warningOf(expiresAt, now);
    if (days === undefined || !(await claimWarning(db, ending, days, now))) continue;
    const path = `/connections/${connectionId}/settings#channel`;
    const link = new URL(path, settings.publicUrl).href;
    const owners = (await listPeople(db, accountId)).filter(({ role }) => role === "owner");
    for (const { email } of owners)
      await services.mailAuthorizationEnds(email, { connection, days, link });
    services.log.info("authorization.warned", { connectionId, days });
  }
}
