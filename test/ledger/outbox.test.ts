/** Rows of work: what is asked for is never forgotten, and an entity does one thing at a time. */
import { describe, expect, it } from "vitest";
import { Outbox } from "../../src/ledger/outbox";
import { migrateLedger } from "../../src/ledger/schema";
import { sqliteStorage } from "../support/sqlite-storage";

const NOW = Date.UTC(2026, 0, 1);
const LEASE_MS = 60_000;

function openOutbox(): Outbox {
  const storage = sqliteStorage();
  migrateLedger(storage);
  return new Outbox(storage);
}

describe("a step that runs", () => {
  it("runs once more when it is asked for meanwhile", () => {
    const outbox = openOutbox();
    outbox.schedule("refresh-order", "order:1", NOW);
    const row = outbox.takeNext(NOW, LEASE_MS, []);
    outbox.schedule("refresh-order", "order:1", NOW + 1);
    if (row) outbox.finish(row, NOW + 2);
    expect(outbox.takeNext(NOW + 2, LEASE_MS, [])?.kind).toBe("refresh-order");
  });

  it("keeps the other steps of its entity waiting until its lease is over", () => {
    const outbox = openOutbox();
    outbox.schedule("refresh-order", "order:1", NOW);
    outbox.schedule("import-order", "order:1", NOW);
    outbox.schedule("refresh-order", "order:2", NOW);
    expect(outbox.takeNext(NOW, LEASE_MS, [])?.entity).toBe("order:1");
    expect(outbox.takeNext(NOW, LEASE_MS, [])?.entity).toBe("order:2");
    expect(outbox.takeNext(NOW, LEASE_MS, [])).toBeUndefined();
    expect(outbox.takeNext(NOW + LEASE_MS, LEASE_MS, [])?.entity).toBe("order:1");
  });
});
