import { describe, expect, it } from "vitest";
import { PROJECTION_VERSION, type OrderProjection } from "../../src/domain/orders/order-projection";
import { LedgerCore } from "../../src/ledger/ledger-core";
import type { LedgerConnection, LedgerPorts } from "../../src/ledger/ports";
import { openLedgerStorage } from "../../src/ledger/storage";
import { openPacer } from "../../src/platforms/http/pacer";
import { ledgerOf02 } from "../support/ledger-of-0-2";
import { IMPORTED, orderOf } from "../support/order-builders";
import type { SqliteStorage } from "../support/sqlite-storage";

const ORDERS = 500;

/** A ledger of 0.2 in which every order was projected. */
function ledgerWithOrders(count: number): SqliteStorage {
  const sqlite = ledgerOf02();
  for (let index = 0; index < count; index += 1) {
    const order = orderOf({ id: String(1000 + index), paidAt: 1_500 });
    const fulfilment = { isShipped: false, trackingNumber: "", carrierReference: "", told: null };
    sqlite.sql.exec(
      `INSERT INTO order_record VALUES (?, ?, 5, 'imported', ?, '{}', NULL, ?, '{}', ?, 0, 3, 3)`,
      order.id,
      JSON.stringify(order),
      JSON.stringify({ ...IMPORTED, sourceOrderId: order.id }),
      JSON.stringify(fulfilment),
      order.id,
    );
  }
  return sqlite;
}

function openWorld(sqlite: SqliteStorage) {
  const world = {
    now: 10_000_000,
    saved: [] as { projection: OrderProjection; reason: string }[],
    /** Orders the read model does not take now. */
    refused: new Set<string>(),
  };
  const silent = () => {};
  const ports: Partial<LedgerPorts> = {
    connectionId: "con_1",
    now: () => world.now,
    random: () => 0.5,
    log: { info: silent, warn: silent, error: silent },
    pacer: openPacer({ now: () => world.now, sleep: async () => {} }),
    timing: {
      httpTimeoutMs: 300,
      orderPollMs: 1,
      stockScanMs: 1,
      moduleScanMs: 1,
      productScanMs: 1,
      shipmentScanMs: 1,
    },
    open: async () => ({ isActive: true }) as Partial<LedgerConnection> as LedgerConnection,
    async projectOrder(projection, reason) {
      if (world.refused.has(projection.channelOrderId)) throw new Error("no room");
      world.saved.push({ projection, reason });
    },
  };
  const core = new LedgerCore({ storage: sqlite, waitUntil: silent }, () => ports as LedgerPorts);
  const storage = openLedgerStorage(sqlite, () => world.now);
  /** Runs of the step that were needed, and the most orders one saved. */
  const drain = async () => {
    // Only what concerns the read model may run: the shops are not there.
    storage.notes.write("isActive", false);
    const runs: number[] = [];
    for (let round = 0; round < 50; round += 1) {
      const before = world.saved.length;
      await core.alarm();
      if (world.saved.length === before) break;
      runs.push(world.saved.length - before);
      world.now += 10_000;
    }
    return runs;
  };
  return { world, core, storage, sqlite, drain };
}

describe("orders that version 0.2 projected", () => {
  it("are projected again once, in bounded runs, and then no more", async () => {
    const { world, core, storage, drain } = openWorld(ledgerWithOrders(ORDERS));
    await core.setActive(true);
    const runs = await drain();
    expect(Math.max(...runs)).toBeLessThanOrEqual(50);
    expect(new Set(world.saved.map((one) => one.projection.channelOrderId)).size).toBe(ORDERS);
    expect(world.saved).toHaveLength(ORDERS);
    expect(world.saved[0]).toMatchObject({
      reason: "shape",
      projection: {
        version: 3,
        projectionVersion: PROJECTION_VERSION,
        paidAt: 1_500,
        lines: [{ lineId: "L1", units: 1 }],
      },
    });
    expect(storage.orderStore.hasOlderShapes()).toBe(false);
    await core.setActive(true);
    expect(storage.outbox.has("reproject-orders")).toBe(false);
  });

  it("go on where they were when the object died", async () => {
    const sqlite = ledgerWithOrders(120);
    const first = openWorld(sqlite);
    await first.core.setActive(true);
    first.storage.notes.write("isActive", false);
    await first.core.alarm();
    expect(first.world.saved).toHaveLength(50);
    const second = openWorld(sqlite);
    second.world.now = first.world.now + 10_000;
    await second.drain();
    expect(second.world.saved).toHaveLength(70);
  });

  it("do not wait for one that cannot be saved", async () => {
    const { world, core, storage, drain } = openWorld(ledgerWithOrders(60));
    world.refused.add("1003");
    await core.setActive(true);
    await drain();
    expect(world.saved).toHaveLength(59);
    world.refused.clear();
    world.now += 600_000;
    await drain();
    expect(world.saved).toHaveLength(60);
    expect(storage.orderStore.hasOlderShapes()).toBe(false);
  });
});
