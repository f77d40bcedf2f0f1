/** Rows that other versions of Weft left in the ledger's storage. */
import { describe, expect, it } from "vitest";
import { Notes } from "../../src/ledger/notes";
import { openLedgerStorage } from "../../src/ledger/storage";
import { ledgerOf02 } from "../support/ledger-of-0-2";
import { importedOrders, place, stocked, webhook } from "../support/ledger-acts";
import { withLedger } from "../support/ledger-harness";

describe("an order record of version 0.2", () => {
  it("is read although it calls the transport of its store order `via`", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      harness.sqlite.sql.exec(
        `UPDATE order_record SET import_state =
           replace(import_state, '"transport":"webservice"', '"via":"module"')`,
      );
      const [row] = harness.sqlite.sql
        .exec<{ import_state: string }>(`SELECT import_state FROM order_record`)
        .toArray();
      expect(row?.import_state).toContain('"via":"module"');
      expect(row?.import_state).not.toContain("transport");
      const { importState } = harness.storage.orders.read(orderId) ?? {};
      expect(importState).toMatchObject({
        status: "imported",
        storeOrder: { transport: "module", oversold: [] },
      });
      expect(JSON.stringify(importState)).not.toContain("via");
    }));
});

describe("what version 0.2 gave up or put off for years", () => {
  it("goes on by itself: an odd answer with the store's next one, a silence within minutes", () => {
    const sqlite = ledgerOf02();
    const put = (entity: string, state: string, dueAt: number, reason: string) =>
      sqlite.sql.exec(
        `INSERT INTO outbox (kind, entity, due_at, attempts, state, reason)
         VALUES ('import-order', ?, ?, 1, ?, ?)`,
        entity,
        dueAt,
        state,
        reason,
      );
    const inTenYears = Date.now() + 10 * 365 * 86_400_000;
    put("order:1", "parked", 0, "prestashop.blocked");
    put("order:2", "parked", 0, "prestashop.payment_module_missing");
    put("order:3", "due", inTenYears, "prestashop.rate_limited");
    sqlite.sql.exec(`INSERT INTO note VALUES ('sourceBlockedUntil', ?)`, String(inTenYears));
    const { outbox, notes } = openLedgerStorage(sqlite, Date.now);
    expect(outbox.unpark("source", Date.now())).toEqual(["order:1"]);
    const soon = Date.now() + 16 * 60_000;
    const [row] = sqlite.sql
      .exec<{ due_at: number }>(`SELECT due_at FROM outbox WHERE entity = 'order:3'`)
      .toArray();
    expect(row?.due_at).toBeLessThan(soon);
    expect(notes.read("sourceBlockedUntil")).toBeLessThan(soon);
  });
});

describe("notes of version 0.2", () => {
  it("are found under the names they were stored by", () =>
    withLedger(async ({ sqlite }) => {
      const store = (name: string, value: string) =>
        sqlite.sql.exec(`INSERT INTO note VALUES (?, ?)`, name, value);
      store("scannedVia", `"module"`);
      store("sourceHeardAt", "17");
      const notes = new Notes(sqlite);
      expect(notes.read("scannedTransport")).toBe("module");
      expect(notes.read("sourceEventAt")).toBe(17);
    }));
});

describe("an outbox row of a kind this version does not know", () => {
  it("stays as it is and holds up nothing", () =>
    withLedger(async (harness) => {
      harness.sqlite.sql.exec(
        `INSERT INTO outbox (kind, entity, due_at) VALUES ('refund-order', 'order:1', 0)`,
      );
      expect(harness.storage.outbox.nextDueAt()).toBeUndefined();
      stocked(harness);
      const orderId = place(harness);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(importedOrders(harness)).toHaveLength(1);
      const rows = harness.sqlite.sql
        .exec<{ kind: string; state: string }>(`SELECT kind, state FROM outbox`)
        .toArray();
      expect(rows).toEqual([{ kind: "refund-order", state: "due" }]);
    }));
});
