/** A store that hands over another address than the one Weft reads. */
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Refused } from "../../support/connection-calls";
import { handOver, HOUR_MS, openUnpaired, type ModuleRefusal } from "../../support/pairing-calls";
import { STORE_8, STORE_9 } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

// Each world starts with the same shops, so nobody may still feed one.
beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

describe("the hand-over of another address", () => {
  const MOVE = "/store-move";

  async function connected(email: string) {
    const opened = await openUnpaired(email);
    const secret = await webhookSecretOf(opened.id);
    await handOver(opened.harness, opened.id, secret);
    vi.mocked(globalThis.fetch).mockClear();
    const answer = (url: string, isAccepted: boolean) =>
      opened.person.send<Refused>("POST", `/api/connections/${opened.id}${MOVE}`, {
        url,
        isAccepted,
      });
    return { ...opened, secret, answer };
  }

  it("waits for a member's yes and asks nothing of that address until then", async () => {
    const { harness, person, id, secret, answer, detail } = await connected("move@example.com");
    const asked = await handOver<ModuleRefusal>(harness, id, secret, { url: STORE_9 });
    expect([asked.status, asked.body.error.code]).toEqual([422, "store.move_waits"]);
    expect(globalThis.fetch).not.toHaveBeenCalled();
    expect(await detail()).toMatchObject({
      sourceUrl: STORE_8,
      storeMove: { url: STORE_9 },
      problems: [{ key: "store-move", code: "store.move_waits", facts: { url: STORE_9 } }],
    });
    expect((await answer(STORE_9, true)).status).toBe(200);
    expect(await detail()).toMatchObject({ sourceUrl: STORE_9, storeMove: null, problems: [] });
    const at = `/api/connections/${id}/activity`;
    const { body } = await person.send<{ rows: { kind: string; actor: string }[] }>("GET", at);
    const kinds = body.rows.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(["source.connected", "source.move_asked"]);
  });

  it("is forgotten when a member refuses it, and nobody accepts another address than was shown", async () => {
    const { harness, id, secret, answer, detail } = await connected("refuse@example.com");
    await handOver(harness, id, secret, { url: STORE_9 });
    const other = await answer("https://elsewhere.example", true);
    expect([other.status, other.body.error.code]).toEqual([422, "store.move_unknown"]);
    expect((await answer(STORE_9, false)).status).toBe(200);
    expect(await detail()).toMatchObject({ sourceUrl: STORE_8, storeMove: null, problems: [] });
    expect((await answer(STORE_9, true)).body.error.code).toBe("store.move_unknown");
  });

  it("is not believed under a secret that was replaced, which may have leaked", async () => {
    const { harness, id, secret, detail } = await connected("replaced@example.com");
    const { secrets } = harness.services;
    const row = await env.DB.prepare("SELECT account_id FROM connection WHERE id = ?")
      .bind(id)
      .first<{ account_id: string }>();
    const store = secrets({ id, accountId: row?.account_id ?? "" });
    await store.add("webhook_secret_next", "n".repeat(40));
    await store.promoteNext(Date.now() + HOUR_MS);
    const old = await handOver<ModuleRefusal>(harness, id, secret);
    expect([old.status, old.body.error.code]).toEqual([401, "pairing.signature_wrong"]);
    expect((await handOver(harness, id, "n".repeat(40))).status).toBe(200);
    expect(await detail()).toMatchObject({ sourceUrl: STORE_8 });
  });
});
