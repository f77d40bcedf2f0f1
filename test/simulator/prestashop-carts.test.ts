// Totals of carts, and rules for buyers: rounding, taxes, names.
// Orders as such are in prestashop-orders.test.ts.
import { describe, expect, it } from "vitest";
import { roundPrice } from "../../simulator/prestashop/prices/round";
import { demoStore, json } from "./prestashop-goldens";
import { document, fields, order } from "./prestashop-order-client";

type Errors = { errors: { code: number }[] };

describe("the total of a cart", () => {
  const three = [{ product: 6, quantity: 3, price: "1.115" }];

  it.each([
    ["1", "4.020000"],
    ["2", "4.010000"],
    ["3", "4.010000"],
  ])("follows round type %s (item, line, total)", async (type, total) => {
    const store = demoStore("8.2.1");
    store.setSetting("PS_ROUND_TYPE", type);
    const { read } = await order(store, three, "1.00");
    expect(read()["total_paid"]).toBe(total);
  });

  it("has the tax of the address, at any rate of the product's group", async () => {
    const store = demoStore("8.2.1");
    store.seedDemo("FR");
    store.saveProduct("6", { id_tax_rules_group: "4" });
    const lines = [{ product: 6, quantity: 1, price: "10" }];
    expect((await order(store, lines, "1", { country: 8 })).read()["total_products_wt"]).toBe(
      "10.550000",
    );
    store.saveProduct("6", { id_tax_rules_group: "0" });
    expect((await order(store, lines, "1", { country: 8 })).read()["total_products_wt"]).toBe(
      "10.000000",
    );
  });

  it("cannot have a second price for the same line", async () => {
    const store = demoStore("8.2.1");
    const { id } = await order(store, [{ product: 6, quantity: 1, price: "10" }], "12.00");
    const cart = store.orders().find((it) => it.id === id)?.values["id_cart"];
    const price = store.rows("specific_prices").find((it) => it.values["id_cart"] === cart);
    const again = fields({ ...(price?.values as Record<string, string>), price: "11" });
    const body = document(`<specific_price>${again}</specific_price>`);
    const answer = await json<Errors>(store, "POST", "/api/specific_prices", body);
    expect([answer.status, answer.body.errors[0]?.code]).toEqual([500, 46]);
  });

  it("has the reduction of the buyer's group and the ecotax on top", async () => {
    const store = demoStore("8.2.1");
    const lines = [{ product: 6, quantity: 1, price: "10" }];
    store.restore("groups", [{ id: "2", values: { reduction: "10.00" } }]);
    expect((await order(store, lines, "1")).read()["total_products_wt"]).toBe("10.800000");
    store.restore("groups", [{ id: "2", values: {} }]);
    store.setSetting("PS_USE_ECOTAX", "1");
    store.saveProduct("6", { ecotax: "0.500000" });
    expect((await order(store, lines, "1")).read()["total_products_wt"]).toBe("12.500000");
  });

  it.each([
    [2.345, 2, 2.35],
    [2.345, 3, 2.34],
    [2.345, 4, 2.34],
    [2.355, 4, 2.36],
    [2.345, 5, 2.35],
    [2.341, 0, 2.35],
    [2.349, 1, 2.34],
    [1.005, 2, 1.01],
    [-2.345, 2, -2.35],
  ] as const)("rounds %d in mode %d to %d", (value, mode, expected) => {
    expect(roundPrice(value, 2, mode)).toBe(expected);
  });
});

describe("a buyer of the webservice", () => {
  const customer = (values: Record<string, string | number>) =>
    document(
      `<customer>${fields({ passwd: "secret-123", firstname: "Ann", lastname: "Lee", email: "a@b.example", ...values })}</customer>`,
    );

  it.each(["A1", "A_b", "A@b", "A (b)", "A:b", "A%b"])("may not be called %s", async (lastname) => {
    const store = demoStore("8.2.1");
    const { status, body } = await json<Errors>(
      store,
      "POST",
      "/api/customers",
      customer({ lastname }),
    );
    expect([status, body.errors[0]?.code]).toEqual([400, 85]);
  });

  it.each(["O'Neil", "Dr.X", "A&amp;b", "Anne-Marie", "李"])(
    "may be called %s",
    async (lastname) => {
      const store = demoStore("8.2.1");
      const { status } = await json(store, "POST", "/api/customers", customer({ lastname }));
      expect(status).toBe(201);
    },
  );

  it("may have a used e-mail as a guest only", async () => {
    const store = demoStore("8.2.1");
    const email = "pub@prestashop.com";
    const { status, body } = await json<Errors>(
      store,
      "POST",
      "/api/customers",
      customer({ email }),
    );
    expect([status, body.errors.map((it) => it.code)]).toEqual([500, [140, 46]]);
    const guest = await json(store, "POST", "/api/customers", customer({ email, is_guest: 1 }));
    expect(guest.status).toBe(201);
  });

  it("may live in the United States without a state", async () => {
    const store = demoStore("8.2.1");
    const { read } = await order(store, [{ product: 6, quantity: 1 }], "11.90", { country: 21 });
    expect(read()).toMatchObject({ current_state: "11", total_products_wt: "11.900000" });
  });
});
