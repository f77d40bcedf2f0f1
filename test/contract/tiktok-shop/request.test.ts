import { describe, expect, it } from "vitest";
import { signRequest } from "../../../src/platforms/tiktok-shop/signing";
import { app, NOW, wireTo, type Reply } from "./wire";
import { failureOf } from "../../support/failure-of";

const read = (...replies: Reply[]) => {
  const wire = wireTo(replies);
  return { wire, answer: wire.session.listWarehouses() };
};
const ship = (...replies: Reply[]) => {
  const wire = wireTo(replies);
  const draft = { orderId: "5", lineIds: ["1"], trackingNumber: "AB123", providerId: "9" };
  return { wire, answer: wire.session.shipOrder(draft) };
};

describe("a request", () => {
  it("carries app key, time, cipher and a signature over exactly the bytes it sends", async () => {
    const { wire, answer } = ship({ data: { package_id: "77" } });
    await answer;
    const [sent] = wire.sent;
    const { sign, ...query } = sent?.query ?? {};
    expect(query).toEqual({
      app_key: app.appKey,
      timestamp: String(NOW / 1000),
      shop_cipher: "ROW_cipher+/=01",
    });
    const body = new TextEncoder().encode(sent?.text);
    expect(sign).toBe(await signRequest(app.appSecret, { path: sent?.path ?? "", query, body }));
    expect(sent?.headers.get("x-tts-access-token")).toBe("ROW_token");
    expect(sent?.headers.get("content-type")).toBe("application/json");
  });

  it("signs each try at its own time", async () => {
    let now = NOW;
    const wire = wireTo(
      [{ status: 500, text: "" }, { data: {} }],
      {},
      { now: () => (now += 5_000) },
    );
    await wire.session.listWarehouses();
    const [first, second] = wire.sent.map(({ query }) => query);
    expect(first?.["timestamp"]).not.toBe(second?.["timestamp"]);
    expect(first?.["sign"]).not.toBe(second?.["sign"]);
  });

  it("keeps the cipher to itself where the gateway refuses it", async () => {
    const wire = wireTo([{ data: { shops: [] } }, { data: { uri: "tos/1" } }]);
    await wire.session.listShops();
    await wire.session.uploadImage(new Uint8Array([1, 2]), "a.jpg", "main");
    expect(wire.sent.map(({ query }) => "shop_cipher" in query)).toEqual([false, false]);
  });

  it("signs an upload without its body and lets the boundary be chosen for it", async () => {
    const wire = wireTo([{ data: { uri: "tos/1" } }]);
    expect(await wire.session.uploadImage(new Uint8Array([1, 2]), "a.jpg", "option")).toEqual({
      uri: "tos/1",
    });
    const [sent] = wire.sent;
    const { sign, ...query } = sent?.query ?? {};
    expect(sign).toBe(await signRequest(app.appSecret, { path: sent?.path ?? "", query }));
    expect(sent?.headers.get("content-type")).toMatch(/^multipart\/form-data; ?boundary=/);
    expect(sent?.text).toContain("ATTRIBUTE_IMAGE");
    expect(sent?.text).toContain('filename="a.jpg"');
  });

  it("is not made with an id that would lead elsewhere", async () => {
    const wire = wireTo([{ data: {} }]);
    for (const id of ["../orders", "1?x=", "", "%2e%2e", "a b"])
      expect((await failureOf(wire.session.readListing(id))).code).toBe("tiktok.id_invalid");
    expect(wire.sent).toHaveLength(0);
  });

  it("without a chosen shop only lists shops", async () => {
    const wire = wireTo([{ data: { shops: [] } }], null);
    expect(await wire.session.listShops()).toEqual([]);
    const error = await failureOf(wire.session.listWarehouses());
    expect(error).toMatchObject({ remedy: "defect", code: "tiktok.shop_not_chosen" });
  });
});

describe("the envelope decides, whatever the status says", () => {
  const cases: [string, Reply, string, string][] = [
    [
      "a revoked authorisation",
      { code: 105001, status: 401 },
      "reconnect",
      "tiktok.authorization_revoked",
    ],
    ["an expired token", { code: 105002, status: 401 }, "reconnect", "tiktok.token_expired"],
    ["an expired token said with 200", { code: 105002 }, "reconnect", "tiktok.token_expired"],
    ["a missing scope", { code: 105005, status: 401 }, "reconnect", "tiktok.scope_missing"],
    ["a dead refresh token", { code: 98001006 }, "reconnect", "tiktok.refresh_token_invalid"],
    ["a dead code", { code: 36004004 }, "reconnect", "tiktok.code_invalid"],
    ["a wrong signature", { code: 106001, status: 401 }, "defect", "tiktok.signature_refused"],
    ["a missing attribute", { code: 12052104 }, "merchant", "tiktok.attribute_missing"],
    ["a missing certificate", { code: 12052105 }, "merchant", "tiktok.certificate_missing"],
    ["a refused quantity", { code: 12052055 }, "merchant", "tiktok.quantity_refused"],
    ["a category that is no leaf", { code: 12052230 }, "merchant", "tiktok.category_not_leaf"],
    ["an inactive shop", { code: 36009043, status: 401 }, "merchant", "tiktok.shop_inactive"],
    ["a number nobody knows", { code: 12052999 }, "merchant", "tiktok.refused"],
    [
      "a gateway number nobody knows",
      { code: 36009999, status: 400 },
      "defect",
      "tiktok.gateway_refused",
    ],
  ];
  it.each(cases)("%s", async (_, reply, remedy, code) => {
    const error = await failureOf(read(reply).answer);
    expect(error).toMatchObject({ remedy, code });
  });

  it.each([
    [
      "Invalid timestamp. The `timestamp` is older than 5 minutes",
      "retry",
      "tiktok.timestamp_refused",
    ],
    [
      "Invalid credentials. The 'x-tts-access-token' header is invalid",
      "reconnect",
      "tiktok.token_invalid",
    ],
    [
      "Invalid credentials. The `app_key` query parameter is invalid",
      "defect",
      "tiktok.app_key_refused",
    ],
    ["Unexpected identifier. The 'shop_cipher' is not accepted", "defect", "tiktok.cipher_refused"],
    ["Invalid API version", "defect", "tiktok.gateway_refused"],
  ])("36009004 is distinguished by its message: %s", async (message, remedy, code) => {
    const error = await failureOf(read({ code: 36009004, status: 400, message }).answer);
    expect(error).toMatchObject({ remedy, code });
  });

  it("keeps the platform's own localized, number and request id", async () => {
    const error = await failureOf(read({ code: 12052999, message: "odd new rule" }).answer);
    expect(error.facts).toMatchObject({
      vendorCode: "12052999",
      message: "odd new rule",
      requestId: "20260101-1",
    });
  });

  it("calls an answer of another shape a defect and names the field", async () => {
    const error = await failureOf(read({ data: { warehouses: [{ name: "no id" }] } }).answer);
    expect(error).toMatchObject({ remedy: "defect", code: "tiktok.unexpected_shape" });
    expect(error.facts["field"]).toBe("warehouses.0.id");
  });

  it("takes null, an empty and a missing data alike", async () => {
    for (const data of [null, {}, undefined]) expect(await read({ data }).answer).toEqual([]);
  });
});

describe("trying again", () => {
  it("repeats a read after an internal error, even one that came with 200", async () => {
    const { wire, answer } = read({ code: 36009003 }, { code: 10002014 }, { data: {} });
    expect(await answer).toEqual([]);
    expect(wire.sent).toHaveLength(3);
  });

  it("slows down when the platform asks, by code or by status, and respects the wait it is given", async () => {
    const headers = { "retry-after": "1" };
    const { wire, answer } = read(
      { code: 36009002, headers },
      { status: 429, text: "", headers },
      { data: {} },
    );
    await answer;
    expect(wire.slept).toEqual([1_000, 1_000]);
  });

  it("hands a long wait to its caller", async () => {
    const headers = { "retry-after": "60" };
    const byCode = await failureOf(read({ code: 36009002, headers }).answer);
    expect(byCode).toMatchObject({ remedy: "retry", code: "tiktok.rate_limited" });
    expect(byCode.facts.retryAfterMs).toBe(60_000);
    const byStatus = await failureOf(read({ status: 429, code: 36009002, headers }).answer);
    expect(byStatus).toMatchObject({ remedy: "retry", code: "tiktok.rate_limited" });
    expect(byStatus.facts.retryAfterMs).toBe(60_000);
  });

  it("never repeats a shipment whose fate is unknown, and says that it may have happened", async () => {
    for (const reply of [{ lost: true }, { code: 36009003 }, { status: 502, text: "<html>" }]) {
      const { wire, answer } = ship(reply);
      const error = await failureOf(answer);
      expect(error.remedy).toBe("retry");
      expect(error.facts.maybeApplied).toBe(true);
      expect(wire.sent).toHaveLength(1);
    }
  });

  it("puts neither secret nor token into an error", async () => {
    const wires = [
      wireTo([{ lost: true }]),
      wireTo([{ code: 36009004, message: "odd" }]),
      wireTo([{ status: 502, text: "<html>" }]),
      wireTo([{ data: { warehouses: "none" } }]),
    ];
    for (const { session } of wires) {
      const error = await failureOf(session.listWarehouses());
      const shown = JSON.stringify([error.message, error.code, error.facts]);
      for (const secret of [app.appSecret, "ROW_token", "ROW_cipher"])
        expect(shown).not.toContain(secret);
    }
  });

  it("does not believe a page of HTML that came with 200", async () => {
    const error = await failureOf(ship({ text: "<html>welcome</html>" }).answer);
    expect(error).toMatchObject({ remedy: "retry", code: "tiktok.unreadable" });
    expect(error.facts.maybeApplied).toBe(true);
  });

  it("repeats a shipment that was refused for being too fast", async () => {
    const { wire, answer } = ship({ code: 36009002 }, { data: { package_id: "7" } });
    expect(await answer).toEqual({ packageId: "7" });
    expect(wire.sent).toHaveLength(2);
  });
});
