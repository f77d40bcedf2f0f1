// Pairing by a pasted address, and the sending of the key, as the Configure page does them. The other
// side is a list of the requests and a list of answers.
import { describe, expect, it } from "vitest";
import { worldClock } from "../../simulator/clock";
import { createPrestaShop } from "../../simulator/prestashop/prestashop";
import { memoryStorage } from "../../simulator/storage";
import { basic, BASE_URL, call, VALID_KEY } from "./prestashop-goldens";
import { NOW_SECONDS, sign } from "./prestashop-module-client";

const HOOK = "https://weft.example/webhooks/source/con_1";
const PASTED = `${HOOK}?pair=abc123`;
const SECRET = "s".repeat(40);
const PERMISSIONS = { orders: ["GET", "PATCH"], products: ["GET"] };
const PAIRED = { secret: SECRET, webhookUrl: HOOK, permissions: PERMISSIONS };

interface Sent {
  url: string;
  body: Record<string, unknown>;
  text: string;
  headers: Headers;
}

/** A store with the module, and the other side with these answers in turn, then 200. */
const storeAnd = (...answers: (Response | Error)[]) => storeOf("8.2.1", ...answers);

function storeOf(flavour: "8.2.1" | "1.7.8.11", ...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const storage = memoryStorage();
  const store = createPrestaShop({
    storage,
    clock: worldClock(storage, () => NOW_SECONDS * 1000),
    flavour,
    baseUrl: BASE_URL,
    deliver: async (request) => {
      const text = await request.text();
      const body = JSON.parse(text) as Record<string, unknown>;
      sent.push({ url: request.url, body, text, headers: request.headers });
      const answer = answers.shift() ?? new Response(null, { status: 200 });
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  store.seedDemo();
  store.installModule();
  return { store, sent };
}

const press = (store: ReturnType<typeof storeAnd>["store"], button: string, fields = {}) =>
  store.fetch(
    new Request(`${BASE_URL}/admin/module${button}`, {
      method: "POST",
      body: new URLSearchParams(fields),
    }),
  );

describe("pairing", () => {
  it("sends the code, takes secret and permissions, and the same installation asks again", async () => {
    const { store, sent } = storeAnd(Response.json(PAIRED), Response.json(PAIRED));
    await press(store, "", { webhookUrl: PASTED, secret: "" });
    await press(store, "", { webhookUrl: PASTED, secret: "" });
    const body = {
      code: "abc123",
      installId: expect.stringMatching(/^[0-9a-f]{32}$/),
      shop: { url: BASE_URL, version: "8.2.1", module: "0.3.0" },
    };
    expect(sent.map((it) => [it.url, it.body])).toEqual([
      [`${HOOK}/pair`, body],
      [`${HOOK}/pair`, body],
    ]);
    expect(sent[0]?.text).toBe(sent[1]?.text);
    expect(sent[0]?.headers.has("x-weft-signature")).toBe(false);
    expect(store.moduleSettings()).toEqual(PAIRED);
  });

  it.each([
    [
      Response.json(
        { error: { code: "pairing.code_invalid", text: "Copy it anew." } },
        { status: 401 },
      ),
      "Copy it anew.",
    ],
    [Response.json({ secret: "s" }), "Weft answered 200."],
    [new Error("no network"), "Weft could not be reached."],
  ])("that fails says why and keeps nothing", async (answer, text) => {
    const { store } = storeAnd(answer);
    expect(await store.pairModule(PASTED)).toEqual({ isDone: false, text });
    expect(store.moduleSettings()).toBeUndefined();
  });

  it("is of the installation: another one has another id", async () => {
    const { store, sent } = storeAnd(Response.json(PAIRED), Response.json(PAIRED));
    await store.pairModule(PASTED);
    store.uninstallModule();
    expect(store.moduleSettings()).toBeUndefined();
    store.installModule();
    await store.pairModule(PASTED);
    expect(sent[0]?.body["installId"]).not.toBe(sent[1]?.body["installId"]);
  });
});

describe("the sending of the key", () => {
  const paired = async (...answers: (Response | Error)[]) => {
    const made = storeAnd(Response.json(PAIRED), ...answers);
    await made.store.pairModule(PASTED);
    made.store.setWebserviceEnabled(false);
    return made;
  };
  const welcome = () => Response.json({ connected: true, shopName: "TestShop" });

  it("gives the key PUT for PATCH in a version without PATCH", async () => {
    const permissions = { orders: ["GET", "PATCH"], products: ["GET"] };
    const made = storeOf("1.7.8.11", Response.json({ ...PAIRED, permissions }), welcome());
    await made.store.pairModule(PASTED);
    await made.store.connectModule();
    const [key] = made.store.webserviceKeys();
    expect(key?.permissions).toEqual({ orders: ["GET", "PUT"], products: ["GET"] });
  });

  it("makes one key with exactly the permissions, switches the webservice on, signs", async () => {
    const { store, sent } = await paired(new Error("lost"), welcome());
    expect((await store.connectModule()).isDone).toBe(false);
    expect(await store.connectModule()).toEqual({
      isDone: true,
      text: "Connected: Weft reads TestShop.",
    });
    const [, first, second] = sent;
    expect(first?.url).toBe(`${HOOK}/credentials`);
    expect(second?.body).toEqual({
      type: "credentials",
      at: NOW_SECONDS * 1000,
      key: expect.stringMatching(/^[0-9A-F]{32}$/),
      shop: { url: BASE_URL, version: "8.2.1", module: "0.3.0" },
    });
    expect(first?.body["key"]).toBe(second?.body["key"]);
    expect(second?.headers.get("x-weft-signature")).toBe(
      await sign(SECRET, NOW_SECONDS, second?.text ?? ""),
    );
    expect(store.webserviceKeys()).toEqual([
      {
        key: second?.body["key"],
        description: "Weft",
        permissions: PERMISSIONS,
        active: true,
        shopId: "1",
      },
    ]);
    const headers = basic(String(second?.body["key"]));
    expect((await call(store, "GET", "/api/orders", undefined, headers)).status).toBe(200);
    expect((await call(store, "DELETE", "/api/orders/1", undefined, headers)).status).toBe(405);
  });

  it("shows the other side's reason for refusing the key", async () => {
    const text = "The key may not add orders. Tick it.";
    const error = { code: "prestashop.permission_missing", facts: {}, text };
    const { store } = await paired(Response.json({ error }, { status: 422 }));
    const next = (await press(store, "/connect")).headers.get("location") ?? "";
    const page = await (await store.fetch(new Request(next))).text();
    expect(page).toContain(text);
  });

  it("needs a pairing", async () => {
    const { store, sent } = storeAnd();
    expect((await store.connectModule()).isDone).toBe(false);
    expect(sent).toEqual([]);
  });
});

describe("writes by the key the module made", () => {
  it("cause no event that repeats their answer; writes by another key do", async () => {
    const { store, sent } = storeAnd(
      Response.json({ ...PAIRED, permissions: { order_carriers: ["PATCH"] } }),
      Response.json({ connected: true, shopName: "TestShop" }),
    );
    await store.pairModule(PASTED);
    await store.connectModule();
    store.createWebserviceKey(VALID_KEY, "all");
    const xml = `<prestashop><order_carrier><id>2</id><tracking_number>T2</tracking_number></order_carrier></prestashop>`;
    const own = basic(store.webserviceKeys()[0]?.key ?? "");
    expect((await call(store, "PATCH", "/api/order_carriers", xml, own)).status).toBe(200);
    await store.tick();
    expect(sent).toHaveLength(2);
    await call(store, "PATCH", "/api/order_carriers", xml);
    await store.tick();
    expect(sent.at(-1)?.body).toMatchObject({ type: "order.tracking_changed", ids: ["2"] });
  });
});
