// Rules of orders made through the webservice: totals, stock, states, carriers.
// The byte for byte replay is in prestashop-order-sequence.test.ts.
import { describe, expect, it } from "vitest";
import { call, demoStore, json } from "./prestashop-goldens";
import { document, makeCart, order, orderXml, quantity, setState } from "./prestashop-order-client";

describe("an order of the webservice", () => {
  it("ignores the state it was posted with", async () => {
    const store = demoStore("8.2.1");
    const ids = await makeCart(store, [{ product: 6, quantity: 1 }]);
    const xml = orderXml(ids, "14.28", { current_state: 5 });
    await json(store, "POST", "/api/orders", xml);
    expect(store.orders().at(-1)?.values["current_state"]).toBe("11");
  });

  it("sells more than the stock, which goes below zero", async () => {
    const store = demoStore("8.2.1");
    const { read } = await order(store, [{ product: 6, quantity: 5000 }], "71400.00");
    expect(read()["current_state"]).toBe("11");
    expect(quantity(store, "6")).toBe("-4700");
  });

  it("has no carrier and no shipping cost where none delivers", async () => {
    const store = demoStore("8.2.1");
    for (const carrier of ["1", "2"]) store.setCarrierZones(carrier, ["1", "2"]);
    const { id, read } = await order(store, [{ product: 6, quantity: 1 }], "14.28");
    expect(read()).toMatchObject({
      id_carrier: "0",
      total_shipping: "0.000000",
      current_state: "11",
    });
    expect(store.rows("order_carriers").some((it) => it.values["id_order"] === id)).toBe(false);
  });

  it("takes its carrier from delivery_option and never from id_carrier alone", async () => {
    const store = demoStore("8.2.1");
    const lines = [{ product: 6, quantity: 1 }];
    const alone = await order(store, lines, "14.28", { carrier: 2 });
    expect(alone.read()["id_carrier"]).toBe("1");
    const deliveryOption = (address: string) => `{"${address}":"2,"}`;
    const chosen = await order(store, lines, "22.68", { deliveryOption });
    expect(chosen.read()).toMatchObject({
      id_carrier: "2",
      total_shipping: "8.400000",
      current_state: "11",
    });
  });

  it("of an unknown payment module is a 500 without a body", async () => {
    const store = demoStore("8.2.1");
    const ids = await makeCart(store, [{ product: 6, quantity: 1 }]);
    const xml = orderXml(ids, "14.28", { module: "weft" });
    const response = await call(store, "POST", "/api/orders?output_format=JSON", xml);
    expect([response.status, await response.text()]).toEqual([500, ""]);
    expect(store.orders()).toHaveLength(5);
  });

  it("with a wrong total takes no stock until a paid state repairs it", async () => {
    const store = demoStore("8.2.1");
    const { id, read } = await order(store, [{ product: 6, quantity: 2 }], "20.00");
    expect([read()["current_state"], quantity(store, "6")]).toEqual(["8", "300"]);
    const patch = document(`<order><id>${id}</id><current_state>2</current_state></order>`);
    await json(store, "PATCH", `/api/orders/${id}`, patch);
    expect([read()["current_state"], quantity(store, "6")]).toEqual(["2", "298"]);
    const amounts = store.rows("order_payments").map((it) => it.values["amount"]);
    expect(amounts).toEqual(["20.000000", "8.560000"]);
  });

  it("repaired by a history entry books its whole amount a second time", async () => {
    const store = demoStore("8.2.1");
    const { id } = await order(store, [{ product: 6, quantity: 2 }], "20.00");
    await setState(store, id, 2);
    const amounts = store.rows("order_payments").map((it) => it.values["amount"]);
    expect(amounts).toEqual(["20.000000", "28.560000"]);
  });

  it("cuts a reference to the nine letters its column holds before 9.0", async () => {
    const rename = async (flavour: "8.2.1" | "9.1.4") => {
      const store = demoStore(flavour);
      const xml = document("<order><id>2</id><reference>TT5761234567</reference></order>");
      await json(store, "PATCH", "/api/orders", xml);
      return store.orders().find((it) => it.id === "2")?.values["reference"];
    };
    expect([await rename("8.2.1"), await rename("9.1.4")]).toEqual(["TT5761234", "TT5761234567"]);
  });

  it("gives its goods back when cancelled, keeps them when refunded, takes them again when sold again", async () => {
    const store = demoStore("8.2.1");
    const { id } = await order(store, [{ product: 1, combination: 1, quantity: 3 }], "68.83");
    expect(quantity(store, "20")).toBe("297");
    await setState(store, id, 7);
    expect(quantity(store, "20")).toBe("297");
    await setState(store, id, 2);
    await setState(store, id, 6);
    expect([quantity(store, "20"), quantity(store, "1")]).toEqual(["300", "2400"]);
    await setState(store, id, 3);
    expect(quantity(store, "20")).toBe("297");
  });

  it("changes its date with its state and not with its tracking number", async () => {
    const store = demoStore("8.2.1");
    const { id, read } = await order(store, [{ product: 6, quantity: 1 }], "14.28");
    store.store.clock.advance(60_000);
    const before = read()["date_upd"];
    const carrier = store.rows("order_carriers").find((it) => it.values["id_order"] === id);
    const xml = `<order_carrier><id>${carrier?.id}</id><tracking_number>T1</tracking_number></order_carrier>`;
    await json(store, "PATCH", "/api/order_carriers", document(xml));
    expect(read()["date_upd"]).toBe(before);
    await setState(store, id, 4);
    expect(read()["date_upd"]).not.toBe(before);
  });

  it("adds a history row for the same state again", async () => {
    const store = demoStore("8.2.1");
    const { id } = await order(store, [{ product: 6, quantity: 1 }], "14.28");
    await setState(store, id, 4);
    await setState(store, id, 4);
    const rows = store.rows("order_histories").filter((it) => it.values["id_order"] === id);
    expect(rows.map((it) => it.values["id_order_state"])).toEqual(["11", "4", "4"]);
  });

  it("breaks its answer though it exists when the invoice cannot be rendered", async () => {
    const store = demoStore("9.1.4");
    store.setBrokenInvoicePdf(true);
    const ids = await makeCart(store, [{ product: 6, quantity: 1 }]);
    const response = await call(store, "POST", "/api/orders", orderXml(ids, "14.28"));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toContain("TCPDF ERROR");
    expect(store.orders().at(-1)?.values["id_cart"]).toBe(ids.cart);
  });
});

it("editing a carrier makes a new one with the same reference", () => {
  const store = demoStore("8.2.1");
  const id = store.editCarrier("2", { name: "Faster carrier" });
  const carriers = new Map(store.rows("carriers").map((it) => [it.id, it.values]));
  expect(carriers.get("2")?.["deleted"]).toBe("1");
  expect(carriers.get(id)).toMatchObject({
    id_reference: "2",
    name: "Faster carrier",
    deleted: "0",
  });
});
