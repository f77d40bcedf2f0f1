import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guestEmail as simulatedGuest } from "../../../simulator/prestashop/module/calls/order-rows";
import { normaliseUrl } from "../../../src/platforms/prestashop/normalise-url";
import { localized } from "../../../src/platforms/prestashop/json";
import { fromInstant, toInstant, windowFilter } from "../../../src/platforms/prestashop/time";
import { fromEntities, parseXml } from "../../../src/platforms/prestashop/xml";
import {
  cleanCity,
  cleanName,
  cleanNames,
  cleanPhone,
} from "../../../src/platforms/prestashop/orders/clean-text";
import { guestEmail } from "../../../src/platforms/prestashop/orders/fill-cart";
import {
  FACTOR_SCALE,
  netPrice,
  planLines,
} from "../../../src/platforms/prestashop/orders/plan-lines";
import { toFigures } from "../../../src/platforms/prestashop/orders/read-order-figures";
import type { OrderRow } from "../../../src/platforms/prestashop/orders/order-row";
import { planTotals } from "../../../src/platforms/prestashop/orders/plan-totals";
import { chooseCarrier } from "../../../src/platforms/prestashop/orders/order-address";

describe("the made-up address of a guest", () => {
  it.each([
    ["576461", "order-576461@weft.invalid"],
    ["a-1-b", "order-a-1-b@weft.invalid"],
    ["A_1.b", "order-a-1-b-6cb5c790@weft.invalid"],
    ["a 1 b", "order-a-1-b-23c3af0d@weft.invalid"],
  ])("of %s is the same by either way and no other order's", (id, email) => {
    expect(guestEmail(id)).toBe(email);
    expect(simulatedGuest(id)).toBe(email);
  });
});

describe("the address of a shop", () => {
  it.each([
    ["shop.example", "https://shop.example"],
    ["  https://Shop.Example/fr/  ", "https://shop.example/fr"],
    ["https://shop.example/api/", "https://shop.example"],
    ["https://shop.example/sub/index.php?x=1#y", "https://shop.example/sub"],
    ["https://shop.example:8443", "https://shop.example:8443"],
  ])("%s becomes %s", (typed, base) => {
    expect(normaliseUrl(typed, false)).toBe(base);
  });

  it.each([
    ["", "unreadable"],
    ["my shop", "unreadable"],
    ["http://shop.example", "not_https"],
    ["ftp://shop.example", "not_https"],
    ["https://10.0.0.1", "ip_address"],
    ["https://0x7f.1", "ip_address"],
    ["https://[::1]/", "ip_address"],
    ["localhost", "private_name"],
    ["https://shop.internal", "private_name"],
    ["https://shop", "private_name"],
    ["https://user:pass@shop.example", "has_login"],
  ])("%s is refused: %s", (typed, reason) => {
    expect(() => normaliseUrl(typed, false)).toThrow(
      expect.objectContaining({ code: "store.url_invalid", facts: { reason } }),
    );
  });

  it("may be a local one only on a developer's machine", () => {
    expect(normaliseUrl("http://127.0.0.1:8080/", true)).toBe("http://127.0.0.1:8080");
  });
});

describe("a shop's time", () => {
  it("is read in the shop's zone, summer and winter", () => {
    expect(toInstant("2026-07-01 12:00:00", "Europe/Paris")).toBe(Date.UTC(2026, 6, 1, 10));
    expect(toInstant("2026-12-01 12:00:00", "America/New_York")).toBe(Date.UTC(2026, 11, 1, 17));
    expect(toInstant("0000-00-00 00:00:00", "Europe/Paris")).toBe(0);
  });

  it.each([
    "",
    "2026-02-30 00:00:00",
    "2026-13-01 00:00:00",
    "2026-02-28 24:00:00",
    "2026-02-28 25:00:00",
    "2026-02-28 23:59:60",
    "-0001-11-30 00:00:00",
    "2026-02-28",
  ])("is 0 where no calendar or clock shows it: '%s'", (shopTime) => {
    expect(toInstant(shopTime, "Europe/Paris")).toBe(0);
  });

  it("is 0 in a zone nobody knows", () => {
    expect(toInstant("2026-07-01 12:00:00", "Mars/Olympus")).toBe(0);
  });

  it("finds a change inside its window whatever the clocks do", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
        fc.integer({ min: 0, max: 12 * 3_600_000 }),
        fc.integer({ min: 0, max: 12 * 3_600_000 }),
        fc.constantFrom("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo"),
        (from, toChange, toUntil, zone) => {
          const stored = fromInstant(from + toChange, zone);
          const window = { from, until: from + toChange + toUntil };
          const [low, high] = (windowFilter(window, zone) ?? "").slice(1, -1).split(",");
          expect(stored >= (low ?? "") && stored <= (high ?? "")).toBe(true);
        },
      ),
      // The hours around a change of the clocks, where a naive filter loses rows.
      { examples: [[Date.UTC(2026, 9, 25, 0, 50), 20 * 60_000, 0, "Europe/Paris"]] },
    ));
});

describe("XML to the shop", () => {
  it("carries any text unchanged", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const xml = fromEntities("customer", [{ id: 1, note: `x${text}x` }]);
        const between = /<note>([\s\S]*)<\/note>/.exec(xml)?.[1] ?? "";
        expect(between).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/);
        expect(parseXml(xml)).toMatchObject({ prestashop: { customer: { id: "1" } } });
      }),
    ));

  it("writes several entities in one body and leaves out what is null", () => {
    expect(
      fromEntities("a", [
        { id: 1, b: null },
        { id: 2, c: [{ d: "<" }, { d: "&" }] },
      ]),
    ).toBe(
      "<prestashop><a><id>1</id></a><a><id>2</id><c><d>&lt;</d></c><c><d>&amp;</d></c></a></prestashop>",
    );
  });
});

describe("a translated field", () => {
  it("is plain or one entry per language, with ids as text or numbers", () => {
    expect(localized({ name: "Mug" }, "name", "1")).toBe("Mug");
    const both = [
      { id: "1", value: "Mug" },
      { id: "2", value: "Tasse" },
    ];
    expect(localized({ name: both }, "name", "2")).toBe("Tasse");
    expect(localized({ name: [{ id: 2, value: "Tasse" }] }, "name", "2")).toBe("Tasse");
    expect(localized({ name: [{ id: 1, value: "Mug" }] }, "name", "2")).toBe("Mug");
    expect(localized({}, "name", "1")).toBe("");
  });
});

describe("a buyer's texts", () => {
  it("lose what the shop refuses and never become empty", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(cleanName(text)).toMatch(/^[^0-9!<>,;?=+()@#"°{}_$%:]+$/);
        expect(cleanCity(text)).toMatch(/^[^!<>;?=+@#"°{}_$%]+$/);
        expect(cleanPhone(text)).toMatch(/^[+0-9. ()/-]*$/);
      }),
    ));

  it("keep what the shop takes", () => {
    expect(cleanName("O'Neil-Döring & Co")).toBe("O'Neil-Döring & Co");
    expect(cleanName("J*** 1")).toBe("J");
    expect(cleanName("Dr.X")).toBe("Dr. X");
    expect(cleanName("***")).toBe("-");
  });
});

describe("a buyer's name", () => {
  it.each([
    [{ name: "Ann Mary Lee", firstName: "", lastName: "" }, "Ann Mary", "Lee"],
    [{ name: "Ann Lee", firstName: "Ann M.", lastName: "Lee-Ott" }, "Ann M.", "Lee-Ott"],
    [{ name: "Madonna", firstName: "", lastName: "" }, "Madonna", "Madonna"],
    [{ name: "", firstName: "", lastName: "" }, "-", "-"],
  ])("%o has two parts", (person, firstname, lastname) => {
    expect(cleanNames(person)).toEqual({ firstname, lastname });
  });
});

describe("the rows of a cart", () => {
  const vat20 = { factor: 1.2 * FACTOR_SCALE, ecotaxMicros: 0 };
  const row = (unitPriceMinor: number, quantity = 1, variantId = "1") => ({
    productId: "1",
    variantId,
    quantity,
    unitPriceMinor,
    name: "Mug",
  });

  it("carry the measured prices without tax", () => {
    expect(netPrice(999, "GBP", vat20, "nearest")).toBe("8.325000");
    expect(netPrice(2500, "GBP", vat20, "nearest")).toBe("20.833333");
    expect(netPrice(0, "GBP", vat20, "nearest")).toBe("0.000000");
    expect(netPrice(500, "JPY", { ...vat20, factor: 1.1 * FACTOR_SCALE }, "nearest")).toBe(
      "454.545455",
    );
    expect(netPrice(999, "EUR", { ...vat20, ecotaxMicros: 1_800_000 }, "nearest")).toBe("6.825000");
  });

  it("come back to the cent when the shop adds its tax again, however many units", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1_000_000_000, max: 1_300_000_000 }),
        (gross, quantity, factor) => {
          const net = Number(netPrice(gross, "GBP", { factor, ecotaxMicros: 0 }, "nearest"));
          const charged = Math.round((net * quantity * factor) / (FACTOR_SCALE / 100));
          expect(charged).toBe(gross * quantity);
        },
      ),
    ));

  it("hold one row per variant and take off what mixed prices are too dear by", () => {
    const plan = planLines(
      [row(999), row(998), row(1001), row(500, 2, "2")],
      "GBP",
      () => vat20,
      "nearest",
    );
    expect(plan.lines.map(({ quantity, grossMinor }) => [quantity, grossMinor])).toEqual([
      [3, 3000],
      [2, 1000],
    ]);
    expect(plan).toMatchObject({ productsMinor: 4000, roundingMinor: 2 });
  });

  it("always come to what was paid, and never take off more than a cent a unit", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 9 })), { minLength: 1 }),
        (sold) => {
          const plan = planLines(
            sold.map(([price, quantity]) => row(price, quantity)),
            "GBP",
            () => vat20,
            "nearest",
          );
          const paid = sold.reduce((sum, [price, quantity]) => sum + price * quantity, 0);
          const units = sold.reduce((sum, [, quantity]) => sum + quantity, 0);
          expect(plan.productsMinor - plan.roundingMinor).toBe(paid);
          expect(plan.roundingMinor).toBeGreaterThanOrEqual(0);
          expect(plan.roundingMinor).toBeLessThan(units);
        },
      ),
    ));
});

describe("the figures of an order", () => {
  const order = (change: Partial<OrderRow>): OrderRow => ({
    id: "1",
    reference: "REF",
    orderStateId: "11",
    carrierId: "2",
    carrierTaxRate: "20.000",
    hasInvoice: true,
    note: "",
    productsMinor: 3000,
    productsNetMinor: 2569,
    shippingMinor: 0,
    shippingNetMinor: 0,
    discountMinor: 0,
    discountNetMinor: 0,
    totalMinor: 3000,
    paidMinor: 3000,
    isWhole: true,
    rows: [
      { quantity: 2, unitGross: 12, unitNet: 10 },
      { quantity: 3, unitGross: 2, unitNet: 1.895735 },
      { quantity: 4, unitGross: 0, unitNet: 0 },
    ],
    ...change,
  });
  it("tell tax per rate, and nothing of what is given away", () => {
    expect(toFigures(order({})).taxes).toEqual([
      { rate: "20.000", netMinor: 2000, taxMinor: 400 },
      { rate: "5.500", netMinor: 569, taxMinor: 31 },
    ]);
  });

  it("lower each rate by its part of a discount and tax shipping at the carrier's rate", () => {
    const change = {
      discountMinor: 300,
      discountNetMinor: 257,
      shippingMinor: 360,
      shippingNetMinor: 300,
      totalMinor: 3060,
    };
    expect(toFigures(order(change)).taxes).toEqual([
      { rate: "20.000", netMinor: 2100, taxMinor: 420 },
      { rate: "5.500", netMinor: 512, taxMinor: 28 },
    ]);
  });

  it("take a discount beyond the goods off the shipping, so that nothing paid is nothing taxed", () => {
    const wanted = { productsMinor: 999, shippingMinor: 399, discountMinor: 1398, totalMinor: 0 };
    const row = order({ productsMinor: 999, productsNetMinor: 934 });
    expect(planTotals(row, { currency: "GBP", ...wanted }, "20.000")).toEqual({
      shipping: { gross: "3.99", net: "3.33" },
      discount: { gross: "13.98", net: "12.67" },
      paid: { gross: "0.00", net: "0.00" },
    });
  });

  it("hold every cent of the total in one of the rates, whatever was sold", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5_000), fc.constantFrom(0, 5.5, 20), fc.nat(80)), {
          minLength: 1,
        }),
        fc.nat(900),
        (sold, shippingMinor) => {
          const lines = sold.map(([cents, rate, quantity]) => ({
            quantity,
            unitGross: cents / 100,
            unitNet: Number((cents / 100 / (1 + rate / 100)).toFixed(6)),
          }));
          const sum = (pick: (line: (typeof lines)[number]) => number) =>
            Math.round(lines.reduce((all, line) => all + pick(line) * line.quantity, 0) * 100);
          const productsMinor = sum((line) => line.unitGross);
          const totalMinor = productsMinor + shippingMinor;
          const made = toFigures(
            order({
              rows: lines,
              productsMinor,
              productsNetMinor: sum((line) => line.unitNet),
              shippingMinor,
              shippingNetMinor: shippingMinor,
              totalMinor,
            }),
          );
          const parts = made.taxes.map(({ netMinor, taxMinor }) => netMinor + taxMinor);
          expect(parts.reduce((all, part) => all + part, 0)).toBe(totalMinor);
        },
      ),
    ));
});

describe("the carrier of an order", () => {
  const carrier = (id: string, more: object = {}) => ({
    id,
    reference: id,
    name: id,
    isActive: true,
    isDeleted: false,
    isFree: false,
    isModule: false,
    ...more,
  });

  it("is the one wanted as it is after the merchant's last edit", () => {
    const edited = [carrier("2", { isDeleted: true }), carrier("9", { reference: "2" })];
    expect(chooseCarrier(edited, "2")).toBe("9");
    expect(() => chooseCarrier(edited, "3")).toThrow("prestashop.carrier_missing");
  });

  it("is a free one without a wish, never a switched-off one", () => {
    const offered = [
      carrier("1", { isFree: true, isActive: false }),
      carrier("2"),
      carrier("3", { isFree: true }),
    ];
    expect(chooseCarrier(offered)).toBe("3");
    expect(() => chooseCarrier([])).toThrow("prestashop.carrier_missing");
  });
});
