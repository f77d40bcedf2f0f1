// The pages of the back office, their forms and the changes these make. The tests read markup and rows.
import { describe, expect, it } from "vitest";
import { createPrestaShop, type PrestaShop } from "../../simulator/prestashop/prestashop";
import { BASE_URL, demoStore } from "./prestashop-goldens";

const page = async (store: PrestaShop, path: string) => {
  const response = await store.fetch(new Request(`${BASE_URL}/admin/${path}`));
  return { status: response.status, text: await response.text() };
};

const post = (
  store: PrestaShop,
  path: string,
  fields: Record<string, string> | [string, string][],
) =>
  store.fetch(
    new Request(`${BASE_URL}/admin/${path}`, {
      method: "POST",
      body: new URLSearchParams(fields),
    }),
  );

describe("the back office", () => {
  it.each(["products", "products/1", "orders", "orders/2", "webservice", "module", "settings"])(
    "has a page at %s whose every input is labelled",
    async (path) => {
      const { status, text } = await page(demoStore("8.2.1"), path);
      expect(status).toBe(200);
      const visible = text.match(/<(input(?![^>]*type="hidden")|select)/g) ?? [];
      const labelled = text.match(/<label[\s\S]*?<(input|select)/g) ?? [];
      expect(visible.length).toBe(labelled.length);
    },
  );

  it("shows names as text, whatever they hold", async () => {
    const store = demoStore("8.2.1");
    store.saveProduct("1", { name: { 1: '<script>alert("x")</script>', 2: "" } });
    const { text } = await page(store, "products");
    expect(text).not.toContain("<script>");
    expect(text).toContain("&lt;script&gt;");
  });

  it("changes stock, price and texts of a product and returns to it", async () => {
    const store = demoStore("8.2.1");
    const saved = await post(store, "products/1/stock", { combination: "1", quantity: "7" });
    expect([saved.status, saved.headers.get("location")]).toEqual([
      303,
      `${BASE_URL}/admin/products/1`,
    ]);
    await post(store, "products/1/price", { price: "19.5" });
    await post(store, "products/1", { name: "Shirt", reference: "S-1", active: "0" });
    expect(store.products()[0]?.values).toMatchObject({
      price: "19.500000",
      reference: "S-1",
      active: "0",
    });
    expect(store.rows("stock_availables").find((it) => it.id === "20")?.values["quantity"]).toBe(
      "7",
    );
  });

  it("ships an order with carrier and tracking number, and cancels one", async () => {
    const store = demoStore("8.2.1");
    await post(store, "orders/2/ship", { carrier: "1", tracking: "AB123" });
    const order = store.orders().find((it) => it.id === "2");
    const carrier = store.rows("order_carriers").find((it) => it.values["id_order"] === "2");
    expect(order?.values["current_state"]).toBe("4");
    expect(carrier?.values).toMatchObject({ id_carrier: "1", tracking_number: "AB123" });
    await post(store, "orders/4/cancel", {});
    expect(store.orders().find((it) => it.id === "4")?.values["current_state"]).toBe("6");
  });

  it("makes webservice keys with everything, or with the ticked resources only", async () => {
    const store = demoStore("8.2.1");
    const key = "K".repeat(32);
    await post(store, "webservice", [
      ["key", key],
      ["scope", "some"],
      ["verbs", "read"],
      ["resource", "products"],
      ["resource", "orders"],
    ]);
    const made = store.webserviceKeys().find((it) => it.key === key);
    expect(made?.permissions).toEqual({ products: ["GET", "HEAD"], orders: ["GET", "HEAD"] });
    await post(store, "webservice/delete", { key });
    expect(store.webserviceKeys().some((it) => it.key === key)).toBe(false);
  });

  it("sets the module up and shows the results of its events", async () => {
    const store = demoStore("8.2.1");
    await post(store, "module", { webhookUrl: "https://app.example/hook", secret: "s" });
    await post(store, "module/test", {});
    const { text } = await page(store, "module");
    expect(text).toContain("ping");
    expect(store.deliveries()[0]?.lastStatus).toBe(200);
  });

  it("switches maintenance, the webservice and the time zone", async () => {
    const store = demoStore("8.2.1");
    await post(store, "settings", {
      maintenance: "1",
      webservice: "0",
      timezone: "Europe/Paris",
      brokenPdf: "0",
    });
    const front = await store.fetch(new Request(`${BASE_URL}/some-page`));
    expect(front.status).toBe(503);
    const { text } = await page(store, "settings");
    expect(text).toContain("Europe/Paris");
  });
});

it("two stores in one storage keep their rows apart, and a cleared storage is empty", () => {
  const first = demoStore("8.2.1");
  const { storage, clock } = first.store;
  const second = createPrestaShop({
    storage,
    clock,
    flavour: "9.1.4",
    baseUrl: "https://second.example",
    prefix: "second ",
    deliver: async () => new Response(null),
  });
  expect([first.products().length, second.products().length]).toEqual([19, 0]);
  second.seedDemo();
  second.deleteProduct("1");
  expect([first.products().length, second.products().length]).toEqual([19, 18]);
  storage.clear();
  expect([first.products().length, second.products().length]).toEqual([0, 0]);
  first.seedDemo();
  expect([first.products().length, second.products().length]).toEqual([19, 0]);
});

it("a large catalogue is the same every time and has a summed stock row per product", () => {
  const seeded = () => {
    const store = demoStore("8.2.1");
    store.seedCatalogue({ products: 100, variantsEach: 3 });
    return store;
  };
  const store = seeded();
  expect(store.products()).toHaveLength(119);
  expect(store.rows("products")).toEqual(seeded().rows("products"));
  const last = store.products().at(-1)?.id ?? "";
  const rows = store.rows("stock_availables").filter((it) => it.values["id_product"] === last);
  const [sum, ...variants] = rows.map((it) => Number(it.values["quantity"]));
  expect(variants).toHaveLength(3);
  expect(sum).toBe(variants.reduce((a, b) => a + b, 0));
});
