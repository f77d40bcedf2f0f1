/** A newer key takes over all that older ones sealed, after which they may go. */
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { secretsOf } from "../../../src/compose/secrets";
import { resealOlder } from "../../../src/tasks/reseal";
import { readSettings } from "../../../src/settings";
import { beginSecondFactor } from "../../../src/sync/accounts/second-factor";
import { secondFactorOf } from "../../../src/http/second-factor";
import { connectionWithStore, setupHttp, signUp } from "../../support/http-harness";
import { webhookSecretOf } from "../../support/webhook-secret";

it("everything is sealed by the newest key within a round, and opens without the older one", async () => {
  const harness = setupHttp();
  const ada = await signUp(harness, "reseal@example.com");
  const id = await connectionWithStore(ada);
  const secret = await webhookSecretOf(id);
  const person = await env.DB.prepare(
    "SELECT id FROM auth_user WHERE email = 'reseal@example.com'",
  ).first<{ id: string }>();
  const userId = person?.id ?? "";
  const totp = await beginSecondFactor(secondFactorOf(harness.services, userId));
  const newer = btoa("n".repeat(32));
  const { sealingKeys } = readSettings({ ...env, SEALING_KEY_7: newer });
  const rotated = { ...harness.services, settings: { ...harness.services.settings, sealingKeys } };
  await resealOlder(rotated);
  const sealed = await env.DB.prepare(
    "SELECT sealed FROM credential UNION ALL SELECT sealed FROM second_factor",
  ).all<{ sealed: string }>();
  expect(sealed.results.length).toBeGreaterThan(2);
  for (const row of sealed.results) expect(row.sealed).toMatch(/^s1\.7\./);
  const alone = { ...rotated.settings, sealingKeys: JSON.stringify({ 7: newer }) };
  const later = setupHttp(alone).services;
  const row = await env.DB.prepare("SELECT account_id FROM connection WHERE id = ?")
    .bind(id)
    .first<{ account_id: string }>();
  const opened = secretsOf(later, { id, accountId: row?.account_id ?? "" });
  expect(await (await opened.find("webhook_secret"))?.open()).toBe(secret);
  expect((await secondFactorOf(later, userId).find())?.secret).toBe(totp);
});
