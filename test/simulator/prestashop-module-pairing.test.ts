// Pairing by one pasted address, and the hand-over of the key, as the Configure page does them.
// The other side is a list of what was sent and a stack of answers.
import { describe, expect, it } from "vitest";
import { worldClock } from "../../simulator/clock";
import { createPrestaShop } from "../../simulator/prestashop/prestashop";
import { memoryStore } from "../../simulator/store";
import { basic, BASE_URL, call, VALID_KEY } from "./prestashop-goldens";
import { NOW_SECONDS, sign } from "./prestashop-module-kit";

const HOOK = "https://weft.example/webhooks/source/con_1";
const PASTED = `${HOOK}?pair=abc123`;
const SECRET = "s".repeat(40);
const PERMISSIONS = { orders: ["GET", "POST"], products: ["GET"] };
const PAIRED = { secret: SECRET, webhookUrl: HOOK, permissions: PERMISSIONS };

interface Sent {
  url: string;
  body: Record<string, unknown>;
  text: string;
  headers: Headers;
}

/** A shop with the module, and the other side that gives these answers in turn, 200 after them. */
const shopAnd = (...answers: (Response | Error)[]) => shopOf("8.2.1", ...answers);

function shopOf(flavour: "8.2.1" | "1.7.8.11", ...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const store = memoryStore();
  const shop = createPrestaShop({
    store,
    clock: worldClock(store, () => NOW_SECONDS * 1000),
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
  shop.seedDemo();
  shop.installModule();
  return { shop, sent };
}

const press = (shop: ReturnType<typeof shopAnd>["shop"], button: string, fields = {}) =>
  shop.fetch(
    new Request(`${BASE_URL}/admin/module${button}`, {
      method: "POST",
      body: new URLSearchParams(fields),
    }),
  );

describe("pairing", () => {
  it("sends the code, takes secret and permissions, and the same installation asks again", async () => {
    const { shop, sent } = shopAnd(Response.json(PAIRED), Response.json(PAIRED));
    await press(shop, "", { webhookUrl: PASTED, secret: "" });
    await press(shop, "", { webhookUrl: PASTED, secret: "" });
    const body = {
      code: "abc123",
      installId: expect.stringMatching(/^[0-9a-f]{32}$/),
      shop: { url: BASE_URL, version: "8.2.1", module: "0.2.1" },
    };
    expect(sent.map((it) => [it.url, it.body])).toEqual([
      [`${HOOK}/pair`, body],
      [`${HOOK}/pair`, body],
    ]);
    expect(sent[0]?.text).toBe(sent[1]?.text);
    expect(sent[0]?.headers.has("x-weft-signature")).toBe(false);
    expect(shop.moduleSettings()).toEqual(PAIRED);
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
    const { shop } = shopAnd(answer);
    expect(await shop.pairModule(PASTED)).toEqual({ isDone: false, text });
    expect(shop.moduleSettings()).toBeUndefined();
  });

  it("is of the installation: another one has another id", async () => {
    const { shop, sent } = shopAnd(Response.json(PAIRED), Response.json(PAIRED));
    await shop.pairModule(PASTED);
    shop.uninstallModule();
    expect(shop.moduleSettings()).toBeUndefined();
    shop.installModule();
    await shop.pairModule(PASTED);
    expect(sent[0]?.body["installId"]).not.toBe(sent[1]?.body["installId"]);
  });
});

describe("the hand-over", () => {
  const paired = async (...answers: (Response | Error)[]) => {
    const made = shopAnd(Response.json(PAIRED), ...answers);
    await made.shop.pairModule(PASTED);
    made.shop.setWebserviceEnabled(false);
    return made;
  };
  const welcome = () => Response.json({ connected: true, shopName: "TestShop" });

  it("gives the key PUT for PATCH in a version that knows no PATCH", async () => {
    const permissions = { orders: ["GET", "PATCH"], products: ["GET"] };
    const made = shopOf("1.7.8.11", Response.json({ ...PAIRED, permissions }), welcome());
    await made.shop.pairModule(PASTED);
    await made.shop.connectModule();
    const [key] = made.shop.webserviceKeys();
    expect(key?.permissions).toEqual({ orders: ["GET", "PUT"], products: ["GET"] });
  });

  it("makes one key with exactly the permissions, switches the webservice on, signs", async () => {
    const { shop, sent } = await paired(new Error("lost"), welcome());
    expect((await shop.connectModule()).isDone).toBe(false);
    expect(await shop.connectModule()).toEqual({
      isDone: true,
      text: "Connected: Weft reads TestShop.",
    });
    const [, first, second] = sent;
    expect(first?.url).toBe(`${HOOK}/credentials`);
    expect(second?.body).toEqual({
      type: "credentials",
      at: NOW_SECONDS * 1000,
      key: expect.stringMatching(/^[0-9A-F]{32}$/),
      shop: { url: BASE_URL, version: "8.2.1", module: "0.2.1" },
    });
    expect(first?.body["key"]).toBe(second?.body["key"]);
    expect(second?.headers.get("x-weft-signature")).toBe(
      await sign(SECRET, NOW_SECONDS, second?.text ?? ""),
    );
    expect(shop.webserviceKeys()).toEqual([
      { key: second?.body["key"], description: "Weft", permissions: PERMISSIONS, active: true },
    ]);
    const headers = basic(String(second?.body["key"]));
    expect((await call(shop, "GET", "/api/orders", undefined, headers)).status).toBe(200);
    expect((await call(shop, "DELETE", "/api/orders/1", undefined, headers)).status).toBe(405);
  });

  it("shows what the other side says against the key", async () => {
    const text = "The key may not add orders. Tick it.";
    const error = { code: "prestashop.permission_missing", facts: {}, text };
    const { shop } = await paired(Response.json({ error }, { status: 422 }));
    const next = (await press(shop, "/connect")).headers.get("location") ?? "";
    const page = await (await shop.fetch(new Request(next))).text();
    expect(page).toContain(text);
  });

  it("needs a pairing", async () => {
    const { shop, sent } = shopAnd();
    expect((await shop.connectModule()).isDone).toBe(false);
    expect(sent).toEqual([]);
  });
});

describe("writes by the key the module made", () => {
  it("are not told where their answer says it all, those by another key are", async () => {
    const { shop, sent } = shopAnd(
      Response.json({ ...PAIRED, permissions: { order_carriers: ["PATCH"] } }),
      Response.json({ connected: true, shopName: "TestShop" }),
    );
    await shop.pairModule(PASTED);
    await shop.connectModule();
    shop.createWebserviceKey(VALID_KEY, "all");
    const xml = `<prestashop><order_carrier><id>2</id><tracking_number>T2</tracking_number></order_carrier></prestashop>`;
    const own = basic(shop.webserviceKeys()[0]?.key ?? "");
    expect((await call(shop, "PATCH", "/api/order_carriers", xml, own)).status).toBe(200);
    await shop.tick();
    expect(sent).toHaveLength(2);
    await call(shop, "PATCH", "/api/order_carriers", xml);
    await shop.tick();
    expect(sent.at(-1)?.body).toMatchObject({ type: "order.tracking_changed", ids: ["2"] });
  });
});
