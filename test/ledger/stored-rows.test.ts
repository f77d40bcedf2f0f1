/** Rows that other versions of Weft left in the ledger's storage. */
import { describe, expect, it } from "vitest";
import { Notes } from "../../src/ledger/notes";
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
