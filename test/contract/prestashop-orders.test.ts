/** Orders when the shop answers badly: played on the simulated shop, with requests broken on the way. */
import { beforeEach, describe, expect, it } from "vitest";
import { createPrestaShop, type PrestaShop } from "../../simulator/prestashop/prestashop";
import { memoryStore } from "../../simulator/store";
import { asSyncError } from "../../src/domain/sync-error";
import { prestashop } from "../../src/platforms/prestashop/manifest";
import type { PlatformDeps } from "../../src/platforms/ports";
import type { ImportProgress, SourceOrderDraft } from "../../src/platforms/source";

type Fetch = PlatformDeps["fetch"];

const KEY = "SIMULATEDKEY00000000000000000002";
const URL_ = "https://shop.example";
let now: number;
let shop: PrestaShop;
let progress: ImportProgress;

beforeEach(() => {
  now = Date.UTC(2026, 10, 24, 12);
  progress = {};
  shop = createPrestaShop({
    store: memoryStore(),
    clock: { now: () => now, advance: () => {} },
    flavour: "9.1.4",
    baseUrl: URL_,
    deliver: async () => new Response(null, { status: 204 }),
  });
  shop.seedDemo();
  shop.createWebserviceKey(KEY, "all");
});

const draft: SourceOrderDraft = {
  channelOrderId: "576461413038785752",
  currency: "GBP",
  lines: [{ productId: "6", variantId: "0", quantity: 2, unitPriceMinor: 999, name: "Mug" }],
  shippingMinor: 399,
  discountMinor: 100,
  totalMinor: 2297,
  address: {
    name: "Ann Lee",
    firstName: "Ann",
    lastName: "Lee",
    phone: "",
    country: "GB",
    state: "",
    city: "London",
    postcode: "SW1A 1AA",
    line1: "1 High St",
    line2: "",
  },
  buyerEmail: "ann@relay.example",
  buyerNote: "Ring twice",
  placedAt: 0,
  paymentLabel: "TikTok Shop",
};

function importOnce(through: (inner: Fetch) => Fetch = (inner) => inner, wanted = draft) {
  const deps: PlatformDeps = {
    fetch: through((request) => shop.fetch(request)),
    now: () => now,
    random: () => 0.5,
    sleep: async () => {},
    takeBudget: async () => {},
    timeoutMs: 5_000,
    allowLocalHosts: false,
  };
  const session = prestashop.open({ url: URL_, key: KEY }, deps);
  return session.importOrder(wanted, progress, (step) => (progress = step));
}

/** Lets the first POST of a resource go wrong. */
function breaking(
  resource: string,
  how: (inner: Fetch, request: Request) => Promise<Response>,
): (inner: Fetch) => Fetch {
  let broken = false;
  return (inner) => async (request) => {
    const isIt = request.method === "POST" && new URL(request.url).pathname.endsWith(resource);
    if (!isIt || broken) return inner(request);
    broken = true;
    return how(inner, request);
  };
}

const failed = async (action: Promise<unknown>) => {
  const caught: unknown = await action.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(caught).toBeDefined();
  return asSyncError(caught);
};

const made = () => shop.orders().filter((order) => order.values["payment"] === "TikTok Shop");
const posts = () =>
  shop.calls().filter((call) => call.method === "POST" && call.path.startsWith("/api/orders?"));

describe("an order of the channel in the shop", () => {
  it("has one payment, one invoice and the parts that the buyer paid", async () => {
    const order = await importOnce();
    expect(order.totalMinor).toBe(2297);
    const [row] = made();
    expect(row?.values).toMatchObject({
      total_paid_tax_incl: "22.970000",
      total_paid_real: "22.970000",
      total_shipping_tax_incl: "3.990000",
      total_discounts_tax_incl: "1.000000",
    });
    const payments = shop
      .rows("order_payments")
      .filter((payment) => payment.values["order_reference"] === row?.values["reference"]);
    expect(payments.map((payment) => Number(payment.values["amount"]))).toEqual([22.97]);
    const invoices = shop
      .rows("order_invoices")
      .filter((invoice) => invoice.values["id_order"] === order.id);
    expect(invoices.map((invoice) => Number(invoice.values["total_paid_tax_incl"]))).toEqual([
      22.97,
    ]);
    const discount = shop
      .rows("order_cart_rules")
      .find((rule) => rule.values["id_order"] === order.id);
    expect(Number(discount?.values["value"])).toBe(1);
  });

  it("belongs to a guest whom no mail of the shop can reach", async () => {
    const order = await importOnce();
    const customerId = made().find((row) => row.id === order.id)?.values["id_customer"];
    const customer = shop.rows("customers").find((row) => row.id === customerId);
    expect(customer?.values).toMatchObject({
      email: "order-576461413038785752@weft.invalid",
      is_guest: "1",
    });
    expect(JSON.stringify(shop.rows("customers"))).not.toContain("relay.example");
  });

  it("carries the channel's number and the buyer's remark as its note", async () => {
    await importOnce();
    expect(made()[0]?.values["note"]).toBe("TikTok Shop 576461413038785752 Ring twice");
  });

  it("has a carrier to enter a tracking number for, even where none serves the address", async () => {
    for (const id of ["1", "2", "3", "4"]) shop.setCarrierZones(id, []);
    const order = await importOnce();
    const parcel = shop.rows("order_carriers").find((row) => row.values["id_order"] === order.id);
    expect(parcel?.values["id_carrier"]).toBe("1");
    expect(Number(parcel?.values["shipping_cost_tax_incl"])).toBe(3.99);
  });
});

describe("a broken answer to the order", () => {
  it("is no failure when the order is there: 200 with an error page of the PDF library", async () => {
    shop.setBrokenInvoicePdf(true);
    const order = await importOnce();
    expect(order.isPaid).toBe(true);
    expect(made()).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  it("makes the next try look first, when the order came to be", async () => {
    const lost = breaking("/orders", async (inner, request) => {
      await inner(request);
      throw new TypeError("connection lost");
    });
    expect(await failed(importOnce(lost))).toMatchObject({
      remedy: "retry",
      facts: { maybeApplied: true },
    });
    expect((await importOnce()).isPaid).toBe(true);
    expect(made()).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  it("makes the next try wait a minute, when no order can be seen yet", async () => {
    const unsent = breaking("/orders", async () => {
      throw new TypeError("connection lost");
    });
    await failed(importOnce(unsent));
    now += 20_000;
    expect(await failed(importOnce())).toMatchObject({
      code: "prestashop.order_unsettled",
      facts: { retryAfterMs: 40_000 },
    });
    expect(posts()).toHaveLength(0);
    now += 40_000;
    expect((await importOnce()).isPaid).toBe(true);
    expect(made()).toHaveLength(1);
  });

  it("is not taken for a missing payment module when a gateway gave up waiting", async () => {
    const gateway = breaking("/orders", async () => new Response("<html>", { status: 504 }));
    expect((await failed(importOnce(gateway))).remedy).toBe("retry");
    expect(posts()).toHaveLength(0);
    expect((await failed(importOnce())).code).toBe("prestashop.order_unsettled");
  });

  it("leads on to the next payment module, and to the merchant where none ever made an order", async () => {
    const without =
      (modules: RegExp): ((inner: Fetch) => Fetch) =>
      (inner) =>
      async (request) => {
        const isOrder = request.method === "POST" && request.url.includes("/api/orders?");
        const refused = isOrder && modules.test(await request.clone().text());
        return refused ? new Response("", { status: 500 }) : inner(request);
      };
    expect(await failed(importOnce(without(/<module>/)))).toMatchObject({
      remedy: "retry",
      code: "prestashop.order_failed",
    });
    const isNew = (inner: Fetch): Fetch => {
      const broken = without(/<module>/)(inner);
      return (request) =>
        request.url.includes("%2Cmodule%5D")
          ? Promise.resolve(new Response("[]"))
          : broken(request);
    };
    expect(await failed(importOnce(isNew))).toMatchObject({
      remedy: "merchant",
      code: "prestashop.payment_module_missing",
    });
    expect((await importOnce(without(/<module>ps_wirepayment/))).isPaid).toBe(true);
    expect(made()[0]?.values["module"]).toBe("ps_checkpayment");
  });
});

describe("a crash at any request", () => {
  /** Everything from the nth request on is lost, before or after the shop has done it. */
  const crashAt =
    (at: number, isDone: boolean): ((inner: Fetch) => Fetch) =>
    (inner) => {
      let sent = 0;
      return async (request) => {
        sent += 1;
        if (sent < at) return inner(request);
        if (sent === at && isDone) await inner(request);
        throw new TypeError("crashed");
      };
    };

  it.each([
    ["before its effect, its progress kept", false, true],
    ["after its effect, its progress kept", true, true],
    ["before its effect, its progress lost", false, false],
    ["after its effect, its progress lost", true, false],
  ])("ends with one order, one payment and right stock: %s", async (_name, isDone, isKept) => {
    const stockOf = () =>
      shop.rows("stock_availables").find((row) => row.values["id_product"] === "6");
    const stock = Number(stockOf()?.values["quantity"]);
    let orders = 0;
    let crashes = 0;
    for (let at = 1; ; at += 1) {
      const wanted = { ...draft, channelOrderId: `57646141303878${1000 + at}` };
      progress = {};
      const first = await importOnce(crashAt(at, isDone), wanted).then(
        () => "imported",
        () => "crashed",
      );
      orders += 1;
      if (first === "imported") break;
      crashes += 1;
      now += 60_000;
      if (!isKept) progress = {};
      expect((await importOnce(undefined, wanted)).isPaid, `request ${at}`).toBe(true);
      expect(made(), `request ${at}`).toHaveLength(orders);
    }
    expect(crashes).toBeGreaterThan(15);
    const references = new Set(made().map((row) => row.values["reference"]));
    const payments = shop
      .rows("order_payments")
      .filter((payment) => references.has(payment.values["order_reference"] ?? null));
    expect(payments).toHaveLength(orders);
    expect(payments.every((payment) => Number(payment.values["amount"]) === 22.97)).toBe(true);
    expect(Number(stockOf()?.values["quantity"])).toBe(stock - 2 * orders);
  });
});

describe("an order that cannot be made", () => {
  it.each<[string, Partial<SourceOrderDraft>, string]>([
    ["an unknown currency", { currency: "SGD" }, "prestashop.currency_missing"],
    ["a carrier that is gone", { carrierReference: "99" }, "prestashop.carrier_missing"],
    [
      "an unknown country",
      { address: { ...draft.address, country: "XX" } },
      "prestashop.country_missing",
    ],
  ])("tells the merchant: %s", async (_name, wrong, code) => {
    const caught = await failed(importOnce(undefined, { ...draft, ...wrong }));
    expect(caught).toMatchObject({ remedy: "merchant", code });
    expect(made()).toHaveLength(0);
  });

  it("is told when the merchant cancelled it before it was finished", async () => {
    const order = await importOnce();
    shop.cancelOrder(order.id);
    expect(await failed(importOnce())).toMatchObject({
      remedy: "merchant",
      code: "prestashop.order_not_paid",
    });
  });
});
