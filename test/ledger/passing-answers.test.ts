import { describe, expect, it } from "vitest";
import type { Fault } from "../../simulator/faults";
import { importedOrders, place, stocked, webhook } from "../support/ledger-acts";
import { NEEDED_PERMISSIONS } from "../../src/domain/connections/store-permissions";
import { STORE_KEY } from "../support/simulated-shops";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What a hosting's firewall, proxy or deploy answers in place of the store. */
const ODD: Pick<Fault, "kind" | "status">[] = [
  { kind: "html" },
  { kind: "status", status: 403 },
  { kind: "status", status: 404 },
  { kind: "status", status: 401 },
  { kind: "status", status: 500 },
];

const plant = ({ world }: LedgerHarness, fault: Omit<Fault, "id" | "side">) =>
  world.storage.put<Fault>("fault", "odd", { ...fault, id: "odd", side: "prestashop" });

const repair = ({ world }: LedgerHarness) => world.storage.delete("fault", "odd");

/** Every resource of the webservice may be read and none written. */
const READ_ONLY = Object.fromEntries(
  Object.keys(NEEDED_PERMISSIONS).map((resource) => [resource, ["GET" as const]]),
);

/** A paid order that the ledger was told of. */
function ordered(harness: LedgerHarness): string {
  stocked(harness);
  const orderId = place(harness);
  webhook(harness, orderId);
  return orderId;
}

/** As the scans prove it that run for ever. */
async function scanned(harness: LedgerHarness) {
  harness.storage.outbox.schedule("scan-shipments", "scan-shipments", harness.now);
  await harness.drainUntilIdle(10 * MINUTE_MS);
}

describe("an answer that a healthy store may give once", () => {
  for (const odd of ODD)
    for (const method of ["GET", "POST"])
      it(`does not stop an order: ${odd.status ?? odd.kind} to a ${method}`, () =>
        withLedger(async (harness) => {
          const orderId = ordered(harness);
          plant(harness, { ...odd, method, times: 1 });
          await harness.drainUntilIdle(10 * MINUTE_MS);
          expect(importedOrders(harness)).toHaveLength(1);
          expect(harness.problems.size).toBe(0);
          expect(harness.storage.orders.read(orderId)?.problems).toEqual({});
        }));

  it("is shown after the third try", () =>
    withLedger(async (harness) => {
      const orderId = ordered(harness);
      plant(harness, { kind: "status", status: 403, method: "POST", times: 1_000 });
      await harness.drainUntilIdle(5 * MINUTE_MS);
      expect(harness.storage.orders.read(orderId)?.problems.import?.code).toBe(
        "prestashop.blocked",
      );
    }));

  it("ends the wait of an order that was given up, once the store answers again", () =>
    withLedger(async (harness) => {
      const orderId = ordered(harness);
      plant(harness, { kind: "status", status: 403, times: 1_000 });
      await harness.drainUntilIdle(3 * DAY_MS);
      expect(harness.storage.orders.read(orderId)?.importState.status).toBe("parked");
      repair(harness);
      await scanned(harness);
      expect(importedOrders(harness)).toHaveLength(1);
      expect(harness.storage.orders.read(orderId)?.problems).toEqual({});
    }));

  it("leaves a refusal by the merchant's own data to a person", () =>
    withLedger(async (harness) => {
      harness.world.prestashop8.changeWebserviceKey(STORE_KEY, { permissions: READ_ONLY });
      const orderId = ordered(harness);
      await harness.drainUntilIdle(10 * MINUTE_MS);
      expect(harness.storage.orders.read(orderId)?.importState.status).toBe("parked");
      await scanned(harness);
      expect(harness.storage.orders.read(orderId)?.importState.status).toBe("parked");
    }));
});

describe("a read", () => {
  it("is never given up, and says so itself while it fails", () =>
    withLedger(async (harness) => {
      stocked(harness);
      plant(harness, { kind: "status", status: 403, path: "stock_availables", times: 10_000 });
      harness.storage.notes.addRereads("stock", [harness.white.productId]);
      harness.storage.outbox.schedule("observe-stock", "looks:stock", harness.now);
      await harness.drainUntilIdle(3 * DAY_MS);
      await scanned(harness);
      expect(harness.storage.outbox.find("observe-stock", "looks:stock")?.isParked).toBe(false);
      expect([...harness.problems.values()].map(({ code }) => code)).toEqual([
        "prestashop.blocked",
      ]);
      repair(harness);
      await harness.drainUntilIdle(2 * 60 * MINUTE_MS);
      expect(harness.problems.size).toBe(0);
    }));
});

describe("a sweep", () => {
  it("goes on while a person has something to repair, and needs nobody afterwards", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const { world, storage } = harness;
      const { stock_availables: _counts, ...others } = READ_ONLY;
      world.prestashop8.changeWebserviceKey(STORE_KEY, { permissions: others });
      storage.outbox.schedule("scan-stock", "scan-stock", harness.now);
      await harness.drainUntilIdle(10 * MINUTE_MS);
      expect(storage.outbox.find("scan-stock", "scan-stock")?.isParked).toBe(false);
      expect(harness.problems.size).toBe(1);
      world.prestashop8.changeWebserviceKey(STORE_KEY, { permissions: "all" });
      await harness.drainUntilIdle(10 * MINUTE_MS);
      expect(storage.outbox.find("scan-stock", "scan-stock")?.reason).toBeNull();
      expect(harness.problems.size).toBe(0);
    }));
});

describe("a shop that answers well again", () => {
  it("is asked soon for what failed meanwhile, however long its pause had grown", () =>
    withLedger(async (harness) => {
      ordered(harness);
      plant(harness, { kind: "status", status: 403, method: "POST", times: 1_000 });
      await harness.drainUntilIdle(12 * MINUTE_MS);
      const pause = (harness.storage.outbox.nextDueAt(["import-order"]) ?? 0) - harness.now;
      expect(pause).toBeGreaterThan(8 * MINUTE_MS);
      repair(harness);
      harness.storage.outbox.schedule("scan-shipments", "scan-shipments", harness.now);
      await harness.drainUntilIdle(2 * MINUTE_MS);
      expect(importedOrders(harness)).toHaveLength(1);
    }));
});

describe("an alarm that never rang", () => {
  it("is set again by the next poke", () =>
    withLedger(async (harness) => {
      ordered(harness);
      await harness.ledger.setActive(true);
      const lostAt = harness.sqlite.alarmAt ?? 0;
      harness.now = lostAt + 2 * MINUTE_MS;
      await harness.ledger.poke();
      expect(harness.sqlite.alarmAt).toBe(harness.now);
    }));
});

describe("a shop that asks for silence", () => {
  it("is left alone for a quarter of an hour at most", () =>
    withLedger(async (harness) => {
      ordered(harness);
      plant(harness, {
        kind: "rate-limit",
        method: "POST",
        times: 1,
        retryAfterSeconds: 10 * 365 * 86_400,
      });
      await harness.drainUntilIdle(20 * MINUTE_MS);
      expect(importedOrders(harness)).toHaveLength(1);
    }));
});
