// Access to the webservice: keys, addresses, formats and refusals. The refusals of a capture are in
// prestashop-captures.test.ts.
import { describe, expect, it } from "vitest";
import { basic, call, demoStore, json, LIMITED_KEY, VALID_KEY } from "./prestashop-goldens";

type Errors = { errors: { code: number }[] };
type Products = { products: { id: number }[] };

const codes = (body: Errors) => body.errors.map((it) => it.code);
const ids = ({ products }: Products) => products.map((it) => it.id);

describe("access to the webservice", () => {
  it("takes the key as ws_key where a host drops the Authorization header", async () => {
    const store = demoStore("8.2.1");
    const response = await call(store, "GET", `/api/products/1?ws_key=${VALID_KEY}`, undefined, {});
    expect(response.status).toBe(200);
  });

  it("answers without rewritten addresses through its dispatcher", async () => {
    const store = demoStore("8.2.1");
    const { body } = await json<Products>(
      store,
      "GET",
      "/webservice/dispatcher.php?url=products&display=[id]&filter[id]=[6|1]&sort=[id_ASC]",
    );
    expect(ids(body)).toEqual([1, 6]);
  });

  it("shows a key only the resources and methods it may use", async () => {
    const store = demoStore("8.2.1");
    const root = await (await call(store, "GET", "/api/", undefined, basic(LIMITED_KEY))).text();
    expect(root).toContain('get="true" put="false" post="false" patch="false"');
    expect(root).toContain("<products ");
    expect(root).not.toContain("<orders ");
  });

  it("answers 503 with code 22 when switched off, and ignores maintenance", async () => {
    const store = demoStore("8.2.1");
    store.setMaintenance(true);
    expect((await json(store, "GET", "/api/products")).status).toBe(200);
    store.setWebserviceEnabled(false);
    const off = await json<Errors>(store, "GET", "/api/products");
    expect([off.status, codes(off.body)]).toEqual([503, [22]]);
  });

  it("ignores Accept and answers XML unless JSON is asked by its own header", async () => {
    const store = demoStore("8.2.1");
    const accept = { ...basic(VALID_KEY), accept: "application/json" };
    const xml = await call(store, "GET", "/api/products", undefined, accept);
    expect(xml.headers.get("content-type")).toBe("text/xml;charset=utf-8");
    const asked = { ...basic(VALID_KEY), "output-format": "JSON" };
    const asJson = await call(store, "GET", "/api/products", undefined, asked);
    expect(asJson.headers.get("content-type")).toBe("application/json");
  });

  it("answers 304 to the digest of the same content", async () => {
    const store = demoStore("8.2.1");
    const digest = (await call(store, "GET", "/api/products/1")).headers.get("content-sha1") ?? "";
    const headers = { ...basic(VALID_KEY), "local-content-sha1": digest };
    expect((await call(store, "GET", "/api/products/1", undefined, headers)).status).toBe(304);
  });

  it("answers 403 with code 132 for a shop that does not exist", async () => {
    const { status, body } = await json<Errors>(
      demoStore("8.2.1"),
      "GET",
      "/api/products?id_shop=2",
    );
    expect([status, codes(body)]).toEqual([403, [132]]);
  });

  it("keeps a log of its calls", async () => {
    const store = demoStore("8.2.1");
    await call(store, "GET", "/api/products?limit=1");
    expect(store.calls()).toEqual([{ method: "GET", path: "/api/products?limit=1", status: 200 }]);
  });
});
