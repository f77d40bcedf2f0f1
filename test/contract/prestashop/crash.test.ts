/** An order import broken off at each of its requests, on the simulated store. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  draft,
  openOrderImport,
  type Break,
  type OrderImportHarness,
} from "./order-import-harness";

// Each test imports an order twice for every request of an import.
vi.setConfig({ testTimeout: 60_000 });

let harness: OrderImportHarness;

describe.each([
  ["through the webservice of 9.1.4", "9.1.4", false, 15],
  ["through the webservice of 1.7, without PATCH", "1.7.8.11", false, 20],
  ["by the module", "9.1.4", true, 1],
] as const)(
  "a crash at any request of an import %s",
  (_transport, flavour, hasModule, leastCrashes) => {
    beforeEach(async () => {
      harness = openOrderImport(flavour);
      if (hasModule) await harness.installModule();
    });

    /** Everything from the nth request on is lost, before or after the store has done it. */
    const crashAt =
      (at: number, isDone: boolean): Break =>
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
        harness.store.rows("stock_availables").find((row) => row.values["id_product"] === "6");
      const stock = Number(stockOf()?.values["quantity"]);
      let orders = 0;
      let crashes = 0;
      for (let at = 1; ; at += 1) {
        const wanted = { ...draft, channelOrderId: `57646141303878${1000 + at}` };
        harness.progress = {};
        const first = await harness.importOnce(crashAt(at, isDone), wanted).then(
          () => "imported",
          () => "crashed",
        );
        orders += 1;
        if (first === "imported") break;
        crashes += 1;
        harness.now += 60_000;
        if (!isKept) harness.progress = {};
        expect((await harness.importOnce(undefined, wanted)).isPaid, `request ${at}`).toBe(true);
        expect(harness.made(), `request ${at}`).toHaveLength(orders);
      }
      expect(crashes).toBeGreaterThanOrEqual(leastCrashes);
      const references = new Set(harness.made().map((row) => row.values["reference"]));
      const payments = harness.store
        .rows("order_payments")
        .filter((payment) => references.has(payment.values["order_reference"] ?? null));
      expect(payments).toHaveLength(orders);
      for (const { values } of harness.made()) {
        expect(values).toMatchObject({ valid: "1", current_state: "11" });
        expect(Number(values["invoice_number"])).toBeGreaterThan(0);
      }
      expect(payments.every((payment) => Number(payment.values["amount"]) === 22.97)).toBe(true);
      expect(Number(stockOf()?.values["quantity"])).toBe(stock - 2 * orders);
    });
  },
);
