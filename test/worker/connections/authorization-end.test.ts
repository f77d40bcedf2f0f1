/** Owners are told that an authorisation ends, once at each of some days, until it is given again. */
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { openDatabase } from "../../../src/db/database";
import { problemsOf } from "../../../src/db/connections/problems";
import { warnAuthorizations } from "../../../src/tasks/warn-authorizations";
import { beginAuthorization, comeBack, connectionWithStore } from "../../support/http-harness";
import { setupHttp, signUp } from "../../support/http-harness";

const DAY_MS = 86_400_000;

it("an authorisation that ends is mailed at 30, 14, 7 and 1 days, once each, and cleared by a new one", async () => {
  await env.DB.prepare("DELETE FROM connection").run();
  const harness = setupHttp();
  const ada = await signUp(harness, "ends@example.com");
  const id = await connectionWithStore(ada);
  await comeBack(harness, ada, await beginAuthorization(ada, id));
  const start = Date.now();
  await env.DB.prepare("UPDATE credential SET expires_at = ? WHERE field = 'channel_tokens'")
    .bind(start + 40 * DAY_MS)
    .run();
  const mails: string[] = [];
  const services = {
    ...harness.services,
    now: () => start,
    mailAuthorizationEnds: async (to: string, { days, link }: { days: number; link: string }) => {
      mails.push(`${to} ${days}`);
      expect(link).toContain(`/connections/${id}/settings`);
    },
  };
  const sweepAt = async (days: number) => {
    services.now = () => start + days * DAY_MS;
    await warnAuthorizations(services, 0);
    await warnAuthorizations(services, 0);
    return mails.splice(0);
  };
  const open = async () =>
    (await problemsOf(openDatabase(env.DB), id, Date.now).find("authorization"))?.facts["days"];
  expect(await sweepAt(5)).toEqual([]);
  expect(await sweepAt(11)).toEqual(["ends@example.com 30"]);
  expect(await sweepAt(20)).toEqual([]);
  expect(await sweepAt(27)).toEqual(["ends@example.com 14"]);
  expect(await open()).toBe(14);
  // A round that was missed is not made up for.
  expect(await sweepAt(39.5)).toEqual(["ends@example.com 1"]);
  services.now = () => start + 39.6 * DAY_MS;
  await warnAuthorizations(services, 120_000);
  expect(mails).toEqual([]);

  await comeBack(harness, ada, await beginAuthorization(ada, id));
  expect(await open()).toBeUndefined();
  expect(await sweepAt(39.7)).toEqual([]);
  // The mail itself, as the outbox of a developer's machine keeps it.
  await harness.services.mailAuthorizationEnds("ada@example.com", {
    connection: "Loom",
    days: 1,
    link: "https://weft.example/x",
  });
});
