/** Rows of work: what is asked for is never forgotten, and an entity does one thing at a time. */
import { describe, expect, it } from "vitest";
import { Outbox } from "../../src/ledger/outbox";
import { migrateLedger } from "../../src/ledger/schema";
import type { StepKind } from "../../src/ledger/step-kinds";
import { chanceOf } from "../simulation/machine/chance";
import { sqliteStorage } from "../support/sqlite-storage";

const NOW = Date.UTC(2026, 0, 1);
const LEASE_MS = 60_000;

function openOutbox(storage = sqliteStorage()): Outbox {
  migrateLedger(storage);
  return new Outbox(storage);
}

interface Row {
  id: number;
  kind: StepKind;
  entity: string;
  due_at: number;
  state: "due" | "running" | "parked";
  lease_until: number;
}

/** The rule as words say it: a row at a time, over all rows. */
function freeAt(row: Row, rows: readonly Row[]): number {
  if (row.state === "running") return row.lease_until;
  const before = rows.filter(({ state, entity }) => state === "running" && entity === row.entity);
  return Math.max(row.due_at, ...before.map((one) => one.lease_until));
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

describe("the next row", () => {
  it("is the one that a look at all rows would find, and so is the time it is due", () => {
    const chance = chanceOf(3);
    const kinds = ["refresh-order", "push-stock", "poll-orders"] as const;
    for (let round = 0; round < 60; round += 1) {
      const storage = sqliteStorage();
      const outbox = openOutbox(storage);
      const count = chance.whole(9);
      for (let number = 0; number < count; number += 1)
        storage.sql.exec(
          `INSERT OR IGNORE INTO outbox (kind, entity, due_at, state, lease_until) VALUES (?, ?, ?, ?, ?)`,
          chance.pick(kinds),
          `order:${chance.whole(4)}`,
          NOW + chance.whole(5),
          chance.pick(["due", "due", "running", "parked"]),
          NOW + chance.whole(5),
        );
      const rows = storage.sql
        .exec<Row & Record<string, string | number>>("SELECT * FROM outbox")
        .toArray();
      const only = chance.pick([kinds, kinds.slice(0, 1), kinds.slice(1)]);
      const open = rows.filter(
        ({ kind, state }) => state !== "parked" && only.some((one) => one === kind),
      );
      const times = open.map((row) => freeAt(row, rows));
      expect(outbox.nextDueAt(only)).toBe(times.length === 0 ? undefined : Math.min(...times));
      const now = NOW + chance.whole(6);
      const busy = [`order:${chance.whole(8)}`];
      const [first] = open
        .filter((row) => freeAt(row, rows) <= now && !busy.includes(row.entity))
        .filter(({ entity }) =>
          rows.every(
            (one) => one.state !== "running" || one.entity !== entity || one.lease_until <= now,
          ),
        )
        .toSorted((a, b) => a.due_at - b.due_at || a.id - b.id);
      expect(outbox.takeNext(now, LEASE_MS, busy, only)?.id).toBe(first?.id);
    }
  });
});
