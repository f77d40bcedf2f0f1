import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose";
import { createApp } from "../../../src/http/app";
import { signUpMerchant } from "../../support/merchant";
import { recordingDatabase, type StatementCost } from "../../support/recording-database";
import { WEFT } from "../../support/simulated-world";

const DAY_MS = 86_400_000;

/** A person with a session, whose calls are counted in statements. */
async function person() {
  const { cookie, email } = await signUpMerchant();
  const statements: StatementCost[] = [];
  const DB = recordingDatabase(env.DB, statements, { countsRawReads: true });
  const services = compose({ ...env, DB } as Cloudflare.Env);
  const app = createApp(() => services);
  const change = (set: string) =>
    env.DB.prepare(
      `UPDATE auth_session SET ${set} WHERE user_id = (SELECT id FROM auth_user WHERE email = ?)`,
    )
      .bind(email)
      .run();
  const session = () =>
    env.DB.prepare(
      `SELECT expires_at FROM auth_session JOIN auth_user u ON u.id = user_id WHERE u.email = ?`,
    )
      .bind(email)
      .first<{ expires_at: number }>();
  async function call() {
    statements.length = 0;
    const context = createExecutionContext();
    const answer = await app.fetch(
      new Request(`${WEFT}/api/me`, { headers: { cookie } }),
      env,
      context,
    );
    await waitOnExecutionContext(context);
    const renewed = answer.headers.getSetCookie().length > 0;
    return { status: answer.status, asked: statements.length, renewed };
  }
  return { change, session, call };
}

describe("a call with a session", () => {
  it("asks the database once for session, person and account", async () => {
    const { call } = await person();
    expect(await call()).toEqual({ status: 200, asked: 1, renewed: false });
  });

  it("renews a session that was last renewed a day ago, cookie included, once", async () => {
    const { call, change, session } = await person();
    await change(`expires_at = ${Date.now() + 13 * DAY_MS - 1_000}`);
    expect(await call()).toMatchObject({ status: 200, renewed: true });
    expect((await session())?.expires_at).toBeGreaterThan(Date.now() + 13.9 * DAY_MS);
    expect(await call()).toEqual({ status: 200, asked: 1, renewed: false });
  });

  it("is refused once its session has run out, and the session is gone", async () => {
    const { call, change, session } = await person();
    await change(`expires_at = ${Date.now() - 1}`);
    expect(await call()).toMatchObject({ status: 401 });
    expect(await session()).toBeNull();
  });

  it("is refused thirty days after its login, and the session is gone", async () => {
    const { call, change, session } = await person();
    await change(`created_at = ${Date.now() - 30 * DAY_MS}`);
    expect(await call()).toMatchObject({ status: 401 });
    expect(await session()).toBeNull();
  });
});
