/** People beside a merchant, for calls that need some. */
import { env } from "cloudflare:workers";
import { compose } from "../../src/compose";
import { secondFactorOf } from "../../src/http/second-factor";
import { sha256 } from "../../src/lib/sha256";
import { totpCode } from "../../src/lib/totp";
import { beginSecondFactor } from "../../src/sync/accounts/second-factor";

/** Beside the merchant another owner, an admin to remove, and two open invitations. */
export async function preparePeople(email: string) {
  const run = (sql: string, ...values: (string | number)[]) =>
    env.DB.prepare(sql)
      .bind(...values)
      .run();
  const member = await env.DB.prepare(
    "SELECT account_id, user_id FROM member JOIN auth_user ON id = user_id WHERE email = ?",
  )
    .bind(email)
    .first<{ account_id: string; user_id: string }>();
  const { account_id: accountId, user_id: userId } = member ?? { account_id: "", user_id: "" };
  for (const role of ["owner", "admin"]) {
    const id = `usr_${role}_${userId}`;
    await run("INSERT INTO auth_user VALUES (?, 'Bob', ?, 0, NULL, 0, 0)", id, `${id}@a.example`);
    await run("INSERT INTO member VALUES (?, ?, ?, 0, NULL)", accountId, id, role);
  }
  const token = `token-${userId}`;
  for (const [id, hash, address] of [
    [`inv_${userId}`, await sha256(token), email],
    [`inv_other_${userId}`, userId, "other@a.example"],
  ] as const)
    await run(
      "INSERT INTO invitation VALUES (?, ?, ?, 'admin', ?, ?, 0, ?, NULL, NULL)",
      id,
      accountId,
      address,
      hash,
      userId,
      Date.now() + 60_000,
    );
  const secret = await beginSecondFactor(secondFactorOf(compose(env), userId));
  const code = await totpCode(secret, Math.floor(Date.now() / 30_000));
  const otherId = `usr_admin_${userId}`;
  return { userId, otherId, token, code, invitationId: `inv_other_${userId}` };
}
