import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { changeConnection } from "../../../src/db/connections/connections";
import type { ConnectionDetail } from "../../../src/contract/connections";
import type { Answer } from "../../../src/contract/contract";
import {
  createConnection as create,
  detailOf as detail,
  TWO_SHOPS,
  type Refused,
} from "../../support/connection-calls";
import {
  beginAuthorization,
  comeBack,
  setupHttp,
  signUp,
  connectionWithStore,
} from "../../support/http-harness";

// Each world starts with the same shops, so nobody may still feed one.
beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

describe("authorising the channel", () => {
  it("connects the only shop of a seller by itself and starts the work", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "one@example.com");
    const id = await connectionWithStore(ada);
    const state = await beginAuthorization(ada, id);
    expect(await comeBack(harness, ada, state)).toBe(`/connections/${id}?authorization=done`);
    const now = await detail(ada, id);
    expect(now).toMatchObject({ state: "active", setupStep: "done", channelRegion: "GB" });
    expect(now.authorization.state).toBe("valid");
    expect(now.warehouses.length).toBeGreaterThan(0);
    expect(now.warehouses[0]).toMatchObject({ id: now.warehouseId, isDefault: true });
    expect(harness.ledgerCalls).toContainEqual({
      connectionId: id,
      method: "setActive",
      given: [true],
    });
    expect(harness.ledgerCalls).toContainEqual({
      connectionId: id,
      method: "pollOrders",
      given: [],
    });
  });

  it("uses a state once", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "once@example.com");
    const id = await connectionWithStore(ada);
    const state = await beginAuthorization(ada, id);
    await comeBack(harness, ada, state);
    expect(await comeBack(harness, ada, state)).toBe("/connections?authorization=state_mismatch");
  });

  it("refuses a state of another session, even of the same person", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "mine@example.com");
    const bob = await signUp(harness, "theirs@example.com", "Bob");
    const id = await connectionWithStore(ada);
    const state = await beginAuthorization(ada, id);
    expect(await comeBack(harness, bob, state)).toBe("/connections?authorization=state_mismatch");
    const nobody = { ...ada, cookie: "" };
    expect(await comeBack(harness, nobody, state)).toBe(
      "/connections?authorization=state_mismatch",
    );
    expect(await detail(ada, id)).toMatchObject({ setupStep: "channel" });
    expect(await comeBack(harness, ada, state)).toContain("authorization=done");
  });

  it("refuses a state after ten minutes, an invented one and none", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "late@example.com");
    const id = await connectionWithStore(ada);
    const state = await beginAuthorization(ada, id);
    await env.DB.prepare("UPDATE oauth_state SET expires_at = ?")
      .bind(Date.now() - 1)
      .run();
    expect(await comeBack(harness, ada, state)).toContain("state_mismatch");
    expect(await comeBack(harness, ada, "invented")).toContain("state_mismatch");
    expect(await comeBack(harness, ada, "")).toBe("/connections?authorization=no_state");
  });

  it("stores only the hash of a state", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "hashed@example.com");
    const state = await beginAuthorization(ada, await connectionWithStore(ada));
    const { results } = await env.DB.prepare("SELECT * FROM oauth_state").all();
    expect(state.length).toBeGreaterThan(30);
    expect(JSON.stringify(results)).not.toContain(state);
  });

  it("brings a seller who refuses back into the wizard", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "refuse@example.com");
    const id = await connectionWithStore(ada);
    const state = await beginAuthorization(ada, id);
    const query = new URLSearchParams({ code: "null", error: "auth_denied", state });
    const response = await harness.call(`/oauth/tiktok-shop/callback?${query.toString()}`, {
      cookie: ada.cookie,
    });
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe(`/connections/${id}/setup?authorization=refused`);
    expect(await detail(ada, id)).toMatchObject({ setupStep: "channel", state: "setup" });
  });

  it("asks which shop when the seller has several", async () => {
    const harness = setupHttp({}, TWO_SHOPS);
    const ada = await signUp(harness, "several@example.com");
    const id = await connectionWithStore(ada);
    const state = await beginAuthorization(ada, id);
    expect(await comeBack(harness, ada, state)).toBe(`/connections/${id}/setup?authorization=done`);
    expect(await detail(ada, id)).toMatchObject({ setupStep: "shop", state: "setup" });
    const { body } = await ada.send<Answer<"GET /api/connections/:id/shops">>(
      "GET",
      `/api/connections/${id}/shops`,
    );
    expect(body.shops.map(({ region, takenBy }) => [region, takenBy])).toEqual([
      ["GB", null],
      ["DE", null],
    ]);
    const unknown = await ada.send<Refused>("POST", `/api/connections/${id}/shop`, { shopId: "1" });
    expect(unknown.body.error.code).toBe("channel.shop_unknown");
    const chosen = await ada.send<ConnectionDetail>("POST", `/api/connections/${id}/shop`, {
      shopId: body.shops[1]?.id,
    });
    expect(chosen.body).toMatchObject({ state: "active", channelRegion: "DE" });
  });

  it("refuses a shop that feeds another connection, of whatever account", async () => {
    const harness = setupHttp({}, TWO_SHOPS);
    const ada = await signUp(harness, "first@example.com");
    const first = await connectionWithStore(ada, "First");
    await comeBack(harness, ada, await beginAuthorization(ada, first));
    const shops = harness.world.tiktok.shops();
    await ada.send("POST", `/api/connections/${first}/shop`, { shopId: shops[0]?.id });

    const bob = await signUp(harness, "second@example.com", "Bob");
    const second = await connectionWithStore(bob, "Second");
    // One of two shops is free, so nothing is left to choose.
    expect(await comeBack(harness, bob, await beginAuthorization(bob, second))).toContain(
      "authorization=done",
    );
    expect(await detail(bob, second)).toMatchObject({ channelRegion: "DE" });

    const third = await connectionWithStore(bob, "Third");
    const back = await comeBack(harness, bob, await beginAuthorization(bob, third));
    expect(back).toBe(`/connections/${third}/setup?authorization=taken`);
    expect(await detail(bob, third)).toMatchObject({ setupStep: "channel" });
  });

  it("lets the database decide when two connections grab one shop at the same time", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "race@example.com");
    const ids = [await connectionWithStore(ada, "One"), await connectionWithStore(ada, "Two")];
    const grabs = await Promise.allSettled(
      ids.map((id) => changeConnection(harness.services.db, id, { channelShopId: "7001" }, 1)),
    );
    expect(grabs.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(grabs.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "channel.shop_taken" },
    });
  });

  it("hands new tokens to the other connections of the seller, whose old ones they end", async () => {
    const harness = setupHttp({}, TWO_SHOPS);
    const ada = await signUp(harness, "sibling@example.com");
    const [first, second] = [
      await connectionWithStore(ada, "First"),
      await connectionWithStore(ada, "Second"),
    ];
    await comeBack(harness, ada, await beginAuthorization(ada, first));
    const shopId = harness.world.tiktok.shops()[0]?.id;
    await ada.send("POST", `/api/connections/${first}/shop`, { shopId });
    expect(await comeBack(harness, ada, await beginAuthorization(ada, second))).toContain(
      "authorization=done",
    );
    const channel = await (await harness.services.openConnection(first)).channel();
    expect((await channel.listWarehouses()).length).toBeGreaterThan(0);
    expect(await detail(ada, first)).toMatchObject({ state: "active" });
  });

  it("prices the listings of a cross-border seller as such sellers must", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "abroad@example.com");
    const id = await connectionWithStore(ada);
    await comeBack(harness, ada, await beginAuthorization(ada, id));
    await env.DB.prepare("UPDATE connection SET channel_is_cross_border = 1 WHERE id = ?")
      .bind(id)
      .run();
    const sent: unknown[] = [];
    const answer = vi.mocked(globalThis.fetch).getMockImplementation() ?? globalThis.fetch;
    vi.mocked(globalThis.fetch).mockImplementation(async (input, init) => {
      const request = new Request(input, init);
      if (request.url.includes("/prices/update")) sent.push(await request.clone().json());
      return answer(request);
    });
    const channel = await (await harness.services.openConnection(id)).channel();
    const change = { channelSkuId: "1729592969712207013", priceMinor: 999 };
    await channel.setPrices("1729382561353664373", "GBP", [change]).catch(() => undefined);
    expect(sent).toEqual([
      { skus: [{ id: change.channelSkuId, price: { currency: "GBP", sale_price: "9.99" } }] },
    ]);
  });

  it("keeps the shop when a disconnected connection is authorised again, and no other", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "again@example.com");
    const id = await connectionWithStore(ada);
    await comeBack(harness, ada, await beginAuthorization(ada, id));
    await env.DB.prepare("UPDATE connection SET state = 'disconnected' WHERE id = ?")
      .bind(id)
      .run();
    const wrong = await comeBack(harness, ada, await beginAuthorization(ada, id), "US");
    expect(wrong).toBe(`/connections/${id}/setup?authorization=wrong_shop`);
    expect(await detail(ada, id)).toMatchObject({ state: "disconnected", channelRegion: "GB" });
    await comeBack(harness, ada, await beginAuthorization(ada, id));
    expect(await detail(ada, id)).toMatchObject({ state: "active", channelRegion: "GB" });
  });

  it("does not go to the channel before the store is connected, nor to an unknown market", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "early@example.com");
    const { id } = (await create(ada, "Early")).body;
    const ask = async (connection: string, market: string) =>
      (await ada.send<Refused>("POST", `/api/connections/${connection}/authorize`, { market })).body
        .error.code;
    expect(await ask(id, "GB")).toBe("connection.store_missing");
    expect(await ask(await connectionWithStore(ada, "Later"), "XX")).toBe("channel.market_unknown");
  });
});
