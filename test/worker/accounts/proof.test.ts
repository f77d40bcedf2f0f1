/** What a session alone is not enough for: password or code of the last ten minutes. */
import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { contract } from "../../../src/contract/contract";
import type { RouteContract } from "../../../src/contract/route";
import { later } from "../../support/later";
import { createConnection, type Refused } from "../../support/connection-calls";
import { connectionWithStore, PASSWORD, setupHttp, signUp } from "../../support/http-harness";
import { STORE_9, WEBSERVICE_KEY } from "../../support/simulated-world";

const TEN_MINUTES = 600_000;
const DAY = 86_400_000;

const needing = Object.entries<RouteContract>(contract)
  .filter(([, { needsProof }]) => needsProof)
  .map(([key]) => key);

describe("a fresh proof", () => {
  it("is needed to export, to delete, to see secrets, to move a store and to let people in", () => {
    for (const key of [
      "GET /api/connections/:id/export",
      "DELETE /api/connections/:id",
      "POST /api/connections/:id/webhook-secret",
      "POST /api/connections/:id/store-move",
      "POST /api/people/invitations",
      "PATCH /api/people/:userId",
      "DELETE /api/people/:userId",
    ])
      expect(needing).toContain(key);
  });

  it("is the login for ten minutes, and then the password again", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "proof@example.com");
    const { id } = (await createConnection(ada, "Mine")).body;
    const show = () => ada.send<Refused>("POST", `/api/connections/${id}/webhook-secret`, {});
    expect((await show()).status).toBe(200);
    later(TEN_MINUTES);
    const refused = await show();
    expect([refused.status, refused.body.error.code]).toEqual([403, "auth.proof_required"]);
    const give = (secret: string) => ada.send<Refused>("POST", "/api/me/proof", { secret });
    const wrong = await give("not the password");
    expect([wrong.status, wrong.body.error.code]).toEqual([422, "auth.proof_wrong"]);
    expect((await show()).status).toBe(403);
    expect((await give(PASSWORD)).status).toBe(200);
    expect((await show()).status).toBe(200);
  });

  it("cannot be guessed: after ten wrong ones the right one has to wait, too", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "guess-proof@example.com");
    const give = (secret: string) => ada.send("POST", "/api/me/proof", { secret });
    for (let tries = 0; tries < 10; tries += 1) expect((await give("wrong")).status).toBe(422);
    expect((await give(PASSWORD)).status).toBe(429);
  });

  it("is needed before the address of a connected store is changed, not before its key is", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "re-point@example.com");
    const id = await connectionWithStore(ada);
    later(TEN_MINUTES);
    const put = (url: string) =>
      ada.send<Refused>("PUT", `/api/connections/${id}/source`, { url, key: WEBSERVICE_KEY });
    vi.mocked(globalThis.fetch).mockClear();
    const moved = await put(STORE_9);
    expect([moved.status, moved.body.error.code]).toEqual([403, "auth.proof_required"]);
    expect(globalThis.fetch).not.toHaveBeenCalled();
    expect((await put("https://shop-8.example")).status).toBe(200);
  });
});

describe("a session", () => {
  it("ends thirty days after its login, however often it is used", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "absolute@example.com");
    for (let day = 0; day < 29; day += 1) {
      later(DAY);
      expect([day, (await ada.send("GET", "/api/me")).status]).toEqual([day, 200]);
    }
    later(DAY);
    expect((await ada.send("GET", "/api/me")).status).toBe(401);
    const { results } = await env.DB.prepare(
      "SELECT s.id FROM auth_session s JOIN auth_user u ON u.id = s.user_id WHERE email = ?",
    )
      .bind(ada.email)
      .all();
    expect(results).toEqual([]);
  });
});
