import { describe, expect, it } from "vitest";
import { asSyncError } from "../../../src/domain/errors/sync-error";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import { openClient } from "../../../src/platforms/prestashop/request";
import { RESTING_DEPS } from "../../support/platform-deps";
import { capture, storeWire, type Reply, type SentRequest } from "./captures";

const HTML = { "content-type": "text/html" };
const root = (): Reply => ({ body: capture("8.2.1", "root.xml") });

/** What the session throws when its first request is answered so. */
async function codeOf(reply: Reply | null): Promise<[remedy: string, code: string, facts: object]> {
  const { session } = storeWire(() => reply);
  const caught = await session.listProductIds().then(
    () => undefined,
    (error: unknown) => asSyncError(error),
  );
  return [caught?.remedy ?? "", caught?.code ?? "", caught?.facts ?? {}];
}

const golden = (file: string, status: number, headers?: Record<string, string>): Reply => ({
  status,
  body: capture("8.2.1", file),
  ...(headers && { headers }),
});

describe("an answer that is not the one asked for", () => {
  it.each<[string, Reply | null, string, string]>([
    ["an unknown key", golden("error-401-bad-key.json", 401), "reconnect", "key_invalid"],
    [
      "a key of the wrong length",
      golden("error-401-short-key.json", 401),
      "reconnect",
      "key_invalid",
    ],
    ["no key at all", golden("error-401-no-key.txt", 401, HTML), "reconnect", "key_invalid"],
    ["a wrong host", golden("error-302-wrong-host.empty", 302, HTML), "merchant", "wrong_url"],
    [
      "a page not found",
      { status: 404, headers: HTML, body: "<html>404" },
      "merchant",
      "wrong_url",
    ],
    [
      "a store page",
      { headers: HTML, body: "<!doctype html><p>Hi" },
      "merchant",
      "html_instead_of_json",
    ],
    [
      "a maintenance page",
      { status: 503, headers: HTML, body: "<html>soon" },
      "retry",
      "maintenance",
    ],
    ["maintenance in a 200", { headers: HTML, body: "<html>Maintenance" }, "retry", "maintenance"],
    ["a firewall", { status: 403, headers: HTML, body: "<html>no" }, "merchant", "blocked"],
    ["a fatal error", { status: 500, body: "" }, "retry", "unavailable"],
    ["an empty answer", { body: "" }, "retry", "empty_answer"],
    ["a lost connection", null, "retry", "unreachable"],
    ["a refused filter", golden("error-400-bad-filter.json", 400), "defect", "refused"],
    ["another shape", { body: '{"products":{"id":1}}' }, "defect", "unexpected_shape"],
    [
      "a webservice that is off",
      {
        status: 503,
        body: '{"errors":[{"code":22,"message":"The PrestaShop webservice is disabled"}]}',
      },
      "merchant",
      "webservice_off",
    ],
    [
      "a store the key is not for",
      { status: 403, body: '{"errors":[{"code":132,"message":"no"}]}' },
      "merchant",
      "shop_not_allowed",
    ],
    [
      "a PHP warning",
      { status: 500, body: '{"errors":[{"code":3,"message":"[PHP Warning #2] x"}]}' },
      "retry",
      "php_warning",
    ],
    [
      "a PHP deprecation",
      { status: 500, body: '{"errors":[{"code":15,"message":"[PHP Unknown error #8192] x"}]}' },
      "retry",
      "php_warning",
    ],
    [
      "errors in XML",
      {
        status: 401,
        body: "<?xml version='1.0'?><prestashop><errors><error><code><![CDATA[20]]></code><message>no</message></error></errors></prestashop>",
      },
      "reconnect",
      "key_invalid",
    ],
  ])("says who must act: %s", async (_name, reply, remedy, code) => {
    expect((await codeOf(reply)).slice(0, 2)).toEqual([remedy, `prestashop.${code}`]);
  });

  it.each([
    ["a notice", 5, "[PHP Notice #8] Trying to access array offset on value of type bool"],
    ["a deprecation", 15, "[PHP Unknown error #8192] Function utf8_encode() is deprecated"],
  ])("is the one asked for where PHP only left %s beside it", async (_name, code, message) => {
    const noise = { errors: [{ code, message }] };
    const body = JSON.stringify({ products: [{ id: 1 }, { id: 2 }], ...noise });
    const read = (reply: Reply) => storeWire(() => reply).session.listProductIds();
    expect(await read({ status: 500, body })).toEqual(["1", "2"]);
    await expect(read({ status: 500, body: JSON.stringify(noise) })).rejects.toMatchObject({
      code: "prestashop.php_warning",
    });
    await expect(read({ status: 500, body: '{"products":[]}' })).rejects.toMatchObject({
      code: "prestashop.unavailable",
    });
    const warned = body.replace(`"code":${code}`, '"code":3');
    await expect(read({ status: 500, body: warned })).rejects.toMatchObject({
      code: "prestashop.php_warning",
    });
  });

  it("lists the missing permission as the merchant finds it on the key's page", async () => {
    const read = await codeOf(golden("error-401-resource-not-allowed.json", 401));
    expect(read).toEqual([
      "merchant",
      "prestashop.permission_missing",
      { missing: ["products: GET"] },
    ]);
    const write = await codeOf(golden("error-405-method-not-allowed.json", 405));
    expect(write[1]).toBe("prestashop.permission_missing");
  });

  it("says where a wrong address leads and keeps the store's own message readable", async () => {
    const headers = { ...HTML, location: "https://other.example/?url=products" };
    expect((await codeOf({ status: 302, headers }))[2]).toMatchObject({
      redirectedTo: "other.example",
    });
    const [, , facts] = await codeOf(golden("error-400-bad-filter.json", 400));
    expect(facts).toMatchObject({ resource: "products", verb: "GET", vendorCode: 34 });
  });

  it("is read behind warnings that PHP printed in front of it", async () => {
    const body = `<br />\n<b>Warning</b>: [x] in /shop on line 1<br />{"products":[{"id":7}]}`;
    expect(await storeWire(() => ({ body })).session.listProductIds()).toEqual(["7"]);
    expect(await storeWire(() => ({ body: "\uFEFF[]" })).session.listProductIds()).toEqual([]);
  });
});

describe("a request", () => {
  it("carries the key as user name with an empty password", async () => {
    const { session, sent } = storeWire(root);
    await session.checkAccess();
    expect(sent[0]?.authorization).toBe(`Basic ${btoa("CAPTUREDKEY000000000000000000001:")}`);
    expect(sent[0]?.query.has("ws_key")).toBe(false);
  });

  it("carries the key in the address where the host drops the header, from then on", async () => {
    const { session, sent } = storeWire(({ query }) =>
      query.get("ws_key") === "CAPTUREDKEY000000000000000000001"
        ? { body: '{"products":[{"id":1}]}' }
        : golden("error-401-no-key.txt", 401, HTML),
    );
    expect(await session.listProductIds()).toEqual(["1"]);
    expect(await session.listProductIds()).toEqual(["1"]);
    expect(sent).toHaveLength(3);
    expect(sent[2]?.authorization).toBeNull();
  });

  it("never carries the key in the address once a store was connected by the header", async () => {
    const asked = async (keyInQuery: boolean | undefined) => {
      const sent: Request[] = [];
      const fetch = async (request: Request) => {
        sent.push(request);
        return new Response("<html>Who goes there?</html>", { status: 401 });
      };
      const client = openClient(
        { url: "https://shop.example", key: "CAPTUREDKEY000000000000000000001" },
        { ...RESTING_DEPS, fetch },
        keyInQuery,
      );
      await client.root().catch(() => undefined);
      return sent.map(({ url }) => new URL(url).searchParams.has("ws_key"));
    };
    expect(await asked(undefined)).toEqual([false, true]);
    expect(await asked(false)).toEqual([false]);
    expect(await asked(true)).toEqual([true]);
  });

  it("goes through the dispatcher where addresses are not rewritten", async () => {
    const reply = ({ path, query }: SentRequest): Reply =>
      path === "/webservice/dispatcher.php" && query.get("url") === "products"
        ? { body: '{"products":[{"id":3}]}' }
        : { status: 404, headers: HTML, body: "<html>Not Found" };
    const { session, sent } = storeWire(reply);
    expect(await session.listProductIds()).toEqual(["3"]);
    expect(await session.listProductIds()).toEqual(["3"]);
    expect(sent.map(({ path }) => path)).toEqual([
      "/api/products",
      "/webservice/dispatcher.php",
      "/webservice/dispatcher.php",
    ]);
  });

  it("is never sent with a key that no store can have", () => {
    const deps = { fetch: async () => new Response() } as never;
    expect(() => prestashop.open({ url: "https://a.example", key: "ключ" }, deps)).toThrow(
      "prestashop.key_invalid",
    );
  });
});

describe("the check of a key", () => {
  it("lists every missing verb", async () => {
    const xml = capture("8.2.1", "root.xml")
      .replace(/(<orders [^>]*post=")true/, "$1false")
      .replace(/<specific_prices [\s\S]*?<\/specific_prices>/, "");
    const { session } = storeWire(() => ({ body: xml }));
    expect((await session.checkAccess()).missingPermissions).toEqual([
      "orders: POST",
      "specific_prices: GET",
      "specific_prices: POST",
    ]);
  });

  it("refuses a version older than any that was tried", async () => {
    const { session } = storeWire(() => ({ ...root(), headers: { "psws-version": "1.7.5.2" } }));
    await expect(session.checkAccess()).rejects.toMatchObject({
      code: "prestashop.version_unsupported",
      facts: { version: "1.7.5.2" },
    });
  });

  it("wants PUT in the place of PATCH where the store knows no PATCH", async () => {
    const { session } = storeWire(() => ({ ...root(), headers: { "psws-version": "1.7.8.11" } }));
    const { version, missingPermissions } = await session.checkAccess();
    expect(version).toBe("1.7.8.11");
    expect(missingPermissions).toEqual([]);
    const withoutPut = (root().body ?? "").replaceAll('put="true"', 'put="false"');
    const old = { headers: { "psws-version": "1.7.8.11" }, body: withoutPut };
    const lacking = await storeWire(() => old).session.checkAccess();
    expect(lacking.missingPermissions).toEqual([
      "order_carriers: PUT",
      "order_invoices: PUT",
      "orders: PUT",
    ]);
  });
});
