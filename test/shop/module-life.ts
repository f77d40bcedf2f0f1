/** The module in a real store: from its installation to its removal, and every call but stock and orders. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { neededPermissions } from "../../src/platforms/prestashop/access";
import { toPermissions } from "../../src/platforms/prestashop/xml";
import {
  api,
  ask,
  change,
  execute,
  ids,
  installAnew,
  installOther,
  NO_TRACES,
  readOutbox,
  rows,
  storeUrl,
  traces,
  uninstall,
  within,
} from "./local-store";
import { CODE, startFakeWeft, type FakeWeft } from "./fake-weft";
import { signatureOf } from "../support/module-signature";

const OLD_SECRET = "a-secret-that-was-pasted-by-hand-00000001";
const SLOWEST_SENDING_MS = 30_000;
/** What the noisy module does in the midst of a call. */
const NOISE =
  "ini_set('display_errors', '1'); echo '<b>noise</b>'; trigger_error('more noise', E_USER_WARNING); throw new Error('and an end');";
const configure = (name: string, value: number) =>
  execute(`UPDATE ps_configuration SET value = ${value} WHERE name = '${name}'`);

describe(`the module in the store at ${storeUrl}`, () => {
  let weft: FakeWeft;
  beforeAll(async () => {
    weft = await startFakeWeft();
  });
  afterAll(async () => {
    await configure("PS_SHOP_ENABLE", 1);
    await configure("PS_WEBSERVICE", 1);
    weft.close();
  });

  it("answers nobody before it is paired", async () => {
    await installAnew();
    await expect(ask(OLD_SECRET, "health")).rejects.toMatchObject({
      code: "prestashop.module_unpaired",
    });
  });

  it("says in a sentence that an address is too old", async () => {
    expect(await within("pair", weft.url, "last week's")).toMatch(/copy a new one from Weft/);
  });

  it("pairs by one address, and again with the same outcome", async () => {
    expect(await within("pair", weft.url, CODE)).toBeNull();
    expect(await within("pair", weft.url, CODE)).toBeNull();
    const [first, second] = weft.said.slice(-2);
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      shop: { url: storeUrl },
      installId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it("makes one key with exactly the permissions of the pairing and hands it over", async () => {
    await configure("PS_WEBSERVICE", 0);
    const answer = { isDone: true, text: "Connected: Weft reads The shop." };
    expect(await within("connect")).toEqual(answer);
    expect(await within("connect")).toEqual(answer);
    const [first, second] = weft.said.slice(-2);
    expect(first).toMatchObject({ type: "credentials", key: second?.["key"] });
    const granted = toPermissions(await (await api("GET", "", undefined, keyOf(weft))).text());
    const { shop } = await ask(weft.secret, "health");
    expect(
      Object.fromEntries((granted ?? []).map(({ resource, verbs }) => [resource, [...verbs]])),
    ).toEqual(neededPermissions(shop.version, true));
    expect((await traces()).keys).toHaveLength(1);
  });

  it("tells its health", async () => {
    const { version } = await ask(weft.secret, "health").then(({ shop }) => shop);
    expect(await ask(weft.secret, "health", { countries: ["GB", "XX"] })).toMatchObject({
      shop: { version, url: storeUrl, isWebserviceOn: true, isMaintenance: false },
      hooks: { missing: [] },
      key: { isMade: true, isActive: true, missing: [] },
      tables: { missing: [] },
      outbox: { waiting: 0, lastError: "" },
      countries: [{ code: "GB", isActive: true, carriers: expect.any(Array) }],
    });
  });

  it("sends a test event there and then", async () => {
    const answer = await ask(weft.secret, "test-event");
    expect(answer).toMatchObject({ status: 200, error: "" });
    expect(weft.events.at(-1)).toMatchObject({ kind: "ping", deliveryId: answer.eventId });
  });

  it("turns away a wrong signature, an old clock and what is no call, and does none of it", async () => {
    const wrong = await post('{"call":"flush","id":"1","with":{}}', "another-secret", 0);
    expect(wrong).toMatchObject({ status: 401, body: { error: "signature" }, isSigned: false });
    const late = await post('{"call":"flush","id":"1","with":{}}', weft.secret, -301);
    expect(late).toMatchObject({ status: 401, body: { error: "clock" }, isSigned: false });
    const now = (late.body as { now: number }).now;
    expect(Math.abs(now - Date.now() / 1000)).toBeLessThan(5);
    expect(await post("{}", weft.secret, 0)).toMatchObject({ status: 400 });
    expect(await post(" ".repeat(1024 * 1024 + 1), weft.secret, 0)).toMatchObject({ status: 413 });
  });

  it("starts no session, no cart and no visitor", async () => {
    const count = () =>
      rows(
        "SELECT (SELECT COUNT(*) FROM ps_cart) AS carts, (SELECT COUNT(*) FROM ps_guest) AS guests, (SELECT COUNT(*) FROM ps_connections) AS visits",
      );
    const before = await count();
    const answer = await post('{"call":"flush","id":"1","with":{}}', weft.secret, 0);
    expect(answer).toMatchObject({ status: 200, isSigned: true, cookies: [] });
    expect(await count()).toEqual(before);
  });

  it("keeps what Weft could not hear and sends it when it is called", async () => {
    weft.status = 503;
    const [product = ""] = await ids("products");
    await change("products", "product", product, "ean13", "4006381333931");
    await failedToSend(weft);
    weft.status = 200;
    expect(await weft.eventsOf(() => ask(weft.secret, "flush"))).toEqual([
      `product.saved ${product}`,
    ]);
    expect(await readOutbox(weft.secret)).toMatchObject({ waiting: 0 });
  });

  it("works while the store is closed for maintenance, cron included", async () => {
    weft.status = 503;
    const [product = ""] = await ids("products");
    await change("products", "product", product, "ean13", "");
    await failedToSend(weft);
    weft.status = 200;
    await configure("PS_SHOP_ENABLE", 0);
    expect((await ask(weft.secret, "health")).shop.isMaintenance).toBe(true);
    await execute("UPDATE ps_weft_outbox SET due_at = 0");
    const cron = String(await within("cron"));
    expect((await fetch(cron.replace(/token=\w+/, "token=guess"))).status).toBe(403);
    expect(await (await fetch(cron)).json()).toEqual({ sent: 1, waiting: 0 });
    await configure("PS_SHOP_ENABLE", 1);
  });

  it("puts hooks, key, tables and the webservice right when it is asked to, as often as it is", async () => {
    await execute(
      "DELETE FROM ps_hook_module WHERE id_hook IN (SELECT id_hook FROM ps_hook WHERE name = 'actionUpdateQuantity')",
    );
    await execute("UPDATE ps_webservice_account SET active = 0 WHERE description = 'Weft'");
    await execute(
      "DELETE FROM ps_webservice_permission WHERE resource = 'orders' AND method = 'PATCH' AND id_webservice_account = (SELECT id_webservice_account FROM ps_webservice_account WHERE description = 'Weft')",
    );
    await execute("DROP TABLE ps_weft_stock_told");
    await configure("PS_WEBSERVICE", 0);
    expect(await ask(weft.secret, "health")).toMatchObject({
      hooks: { missing: ["actionUpdateQuantity"] },
      key: { isActive: false, missing: ["orders: PATCH"] },
      tables: { missing: ["ps_weft_stock_told"] },
      shop: { isWebserviceOn: false },
    });
    for (const what of ["hooks", "key", "tables", "webservice", "hooks", "key", "tables"])
      expect(await ask(weft.secret, "repair", { what })).toEqual({ done: true });
    expect(await ask(weft.secret, "health")).toMatchObject({
      hooks: { missing: [] },
      key: { isActive: true, missing: [] },
      tables: { missing: [] },
      shop: { isWebserviceOn: true },
    });
  });

  it("answers whole although another module prints, warns and fails in the middle of a call", async () => {
    const removeOther = await installOther("weftnoise", "actionUpdateQuantity", NOISE);
    const change = { id: `${Date.now()}-noise`, product: "8", variant: "0", delta: 1 };
    const { results } = await ask(weft.secret, "stock-change", { changes: [change] });
    expect(results).toMatchObject([{ id: change.id, isRepeat: false }]);
    const back = { ...change, id: `${change.id}-back`, delta: -1 };
    await ask(weft.secret, "stock-change", { changes: [back] });
    await removeOther();
  });

  it("switches a country on, and refuses one the store does not know", async () => {
    await execute("UPDATE ps_country SET active = 0 WHERE iso_code = 'NZ'");
    const given = { what: "country", code: "NZ" };
    expect(await ask(weft.secret, "repair", given)).toEqual({ done: true });
    const { countries } = await ask(weft.secret, "health", { countries: ["NZ"] });
    expect(countries).toMatchObject([{ code: "NZ", isActive: true }]);
    await execute("UPDATE ps_country SET active = 0 WHERE iso_code = 'NZ'");
    await expect(ask(weft.secret, "repair", { ...given, code: "XX" })).rejects.toThrow();
  });

  it("takes a new secret, lets the old one call for a day, and signs events with the new", async () => {
    const old = weft.secret;
    const fresh = "the-next-secret-of-the-connection-0000001";
    expect(await ask(old, "rotate", { secret: fresh })).toEqual({ done: true });
    expect(await ask(old, "rotate", { secret: fresh })).toEqual({ done: true });
    const another = { secret: "a-secret-of-somebody-with-the-old-one-001" };
    await expect(ask(old, "rotate", another)).rejects.toMatchObject({
      facts: { refusal: "secret_replaced" },
    });
    weft.secret = fresh;
    expect(await ask(old, "test-event")).toMatchObject({ status: 200 });
    expect(await ask(fresh, "test-event")).toMatchObject({ status: 200 });
    expect(weft.strangers).toBe(0);
  });

  it("forgets its pairing and its key when Weft ends it, and pairs anew", async () => {
    await expect(ask(OLD_SECRET, "end")).rejects.toMatchObject({
      code: "prestashop.module_unpaired",
    });
    expect((await traces()).keys).toHaveLength(1);
    expect(await ask(weft.secret, "end")).toEqual({ done: true });
    expect((await traces()).keys).toHaveLength(0);
    await expect(ask(weft.secret, "flush")).rejects.toMatchObject({
      code: "prestashop.module_unpaired",
    });
    const [product = ""] = await ids("products");
    const received = weft.events.length + weft.strangers;
    await change("products", "product", product, "ean13", "4006381333931");
    expect(await within("pair", weft.url, CODE)).toBeNull();
    expect(await within("connect")).toMatchObject({ isDone: true });
    expect(await ask(weft.secret, "test-event")).toMatchObject({ status: 200 });
    expect(weft.events.length + weft.strangers).toBe(received + 1);
    await change("products", "product", product, "ean13", "");
  });

  it("takes its key, its tables and its settings along when it goes", async () => {
    await uninstall();
    expect(await traces()).toEqual(NO_TRACES);
  });
});

/**
 * One event waits and was refused: a request that has just ended may still be sending it, and a store whose PHP
 * cannot answer before it is done has left it to Weft's own call.
 */
const failedToSend = (weft: FakeWeft) =>
  expect
    .poll(
      async () => {
        await ask(weft.secret, "flush");
        return readOutbox(weft.secret);
      },
      { timeout: SLOWEST_SENDING_MS },
    )
    .toMatchObject({ waiting: 1, lastError: expect.stringContaining("503") });
const keyOf = (weft: FakeWeft) => String(weft.said.at(-1)?.["key"]);
/** A call as anybody could send it. */
async function post(body: string, secret: string, shiftSeconds: number) {
  const sign = (time: string, text: string) => signatureOf(secret, time, text);
  const time = String(Math.floor(Date.now() / 1000) + shiftSeconds);
  const answer = await fetch(`${storeUrl}/index.php?fc=module&module=weft&controller=api`, {
    method: "POST",
    headers: { "x-weft-timestamp": time, "x-weft-signature": sign(time, body) },
    body,
  });
  const text = await answer.text();
  const signature = answer.headers.get("x-weft-signature");
  return {
    status: answer.status,
    body: JSON.parse(text) as unknown,
    isSigned: signature === sign(answer.headers.get("x-weft-timestamp") ?? "", text),
    cookies: answer.headers.getSetCookie(),
  };
}
