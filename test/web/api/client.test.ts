import { describe, expect, it } from "vitest";
import { createClient, routePath, toReason } from "../../../web/api/client";

describe("talking to the server", () => {
  it("encodes what goes into a path and leaves empty query words out", () => {
    const path = routePath("/api/connections/:id/orders", {
      params: { id: "a/b" },
      query: { tab: "all", cursor: undefined },
    });
    expect(path).toBe("/api/connections/a%2Fb/orders?tab=all");
  });

  it("reads the contract's refusals, the sign-in service's, and neither", () => {
    expect(toReason(422, { error: { code: "store.url_invalid", facts: { a: 1 } } })).toEqual({
      code: "store.url_invalid",
      facts: { a: 1 },
    });
    expect(toReason(401, { code: "INVALID_EMAIL_OR_PASSWORD" }).code).toBe(
      "auth.invalid_email_or_password",
    );
    expect(toReason(502, null)).toEqual({ code: "weft.unexpected_answer", facts: { status: 502 } });
  });

  it("makes a lost connection a refusal, not an exception", async () => {
    const client = createClient(
      () => Promise.reject(new TypeError("offline")),
      () => {},
    );
    const result = await client.call("GET /api/connections");
    expect(result).toMatchObject({ ok: false, error: { code: "network.offline" } });
  });

  it("tells of an ended session, but not of a wrong password", async () => {
    let ended = 0;
    const send = async () =>
      Response.json({ error: { code: "auth.unauthenticated", facts: {} } }, { status: 401 });
    const client = createClient(send, () => (ended += 1));
    await client.post("/api/auth/sign-in/email", {});
    expect(ended).toBe(0);
    await client.call("GET /api/connections");
    expect(ended).toBe(1);
  });
});
