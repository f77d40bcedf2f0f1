/** How often and how a store's stock is looked at, with its module and without. */
import { describe, expect, it } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

/** One scan; answers when the next is due. */
async function scan(harness: LedgerHarness): Promise<number | undefined> {
  harness.rooms.outbox.schedule("scan-stock", "scan-stock", harness.shops.now);
  harness.rooms.outbox.hurry(harness.shops.now, "scan-stock");
  harness.shops.calls.length = 0;
  const begunAt = harness.shops.now;
  await harness.drainOnce();
  const dueAt = harness.rooms.outbox.nextDueAt();
  return dueAt === undefined ? undefined : dueAt - begunAt;
}

it("a store with the module is read whole once and asked for changes from then on", () =>
  withLedger(async (harness) => {
    harness.shops.way = "module";
    harness.shops.believedTransport = "module";
    harness.shops.counts.set("8:21", 5);
    await scan(harness);
    expect(harness.shops.calls).toContain("read-stock");
    await scan(harness);
    const reads = harness.shops.calls.filter((name) => name.startsWith("read-"));
    expect(reads).toEqual([expect.stringMatching(/^read-changes:\d+$/)]);
  }));

it("a store with the module is scanned more often than one without", () =>
  withLedger(async (harness) => {
    const without = await scan(harness);
    harness.shops.way = "module";
    harness.shops.believedTransport = "module";
    const withIt = await scan(harness);
    expect(without).toBeGreaterThan(withIt ?? Infinity);
  }));

it("a module that came or went is noticed by the scan, which has the store looked at once", () =>
  withLedger(async (harness) => {
    await scan(harness);
    expect(harness.shops.calls).not.toContain("refresh-shop");
    for (const way of ["module", "webservice"] as const) {
      harness.shops.way = way;
      await scan(harness);
      expect(harness.shops.calls).toContain("refresh-shop");
      await scan(harness);
      expect(harness.shops.calls).not.toContain("refresh-shop");
    }
    expect(harness.rooms.notes.read("stockCursor")).toBeUndefined();
  }));

it("a module that stumbles has the store looked at once, not by every scan", () =>
  withLedger(async (harness) => {
    await scan(harness);
    harness.shops.way = "module";
    await scan(harness);
    expect(harness.shops.calls).toContain("refresh-shop");
    for (let times = 0; times < 3; times += 1) {
      // The look at the store found nothing out, so what is believed stays.
      harness.shops.believedTransport = "webservice";
      await scan(harness);
      expect(harness.shops.calls).not.toContain("refresh-shop");
    }
  }));

it("a store whose facts cannot be read is scanned all the same, and its events are asked for", () =>
  withLedger(async (harness) => {
    harness.shops.way = "module";
    harness.shops.disturb = (point) => {
      if (point === "refresh-shop") throw new SyncError("reconnect", "prestashop.key_refused");
    };
    await scan(harness);
    expect(harness.shops.calls).toContain("flush");
    expect(harness.rooms.outbox.find("scan-stock", "scan-stock")).toEqual({
      isParked: false,
      reason: null,
    });
    expect(harness.problems.size).toBe(0);
  }));

describe("a count that came by another way than the scan's", () => {
  const key = { productId: "8", variantId: "21" };

  /** A store whose module has told of five. */
  async function told(harness: LedgerHarness) {
    harness.shops.way = "module";
    harness.shops.believedTransport = "module";
    harness.shops.counts.set("8:21", 5);
    await scan(harness);
  }

  it("is read again by the next scan, which is not told of what went back to what was told", () =>
    withLedger(async (harness) => {
      await told(harness);
      harness.shops.now += 1_000;
      harness.rooms.desk.observe([{ ...key, quantity: 7 }], harness.shops.now);
      harness.shops.now += 1_000;
      await scan(harness);
      expect(harness.rooms.desk.view(key).physical).toBe(5);
      await scan(harness);
      await scan(harness);
      const reads = harness.shops.calls.filter((name) => name.startsWith("read-"));
      expect(reads).toEqual([expect.stringMatching(/^read-changes/)]);
    }));

  it("and is younger than the scan's is read again, too", () =>
    withLedger(async (harness) => {
      await told(harness);
      const { desk, notes } = harness.rooms;
      const scannedAt = harness.shops.now;
      harness.shops.counts.set("8:21", 4);
      harness.shops.now += 5_000;
      desk.observe([{ ...key, quantity: 9 }], harness.shops.now);
      notes.removeRereads("recount", Number.MAX_SAFE_INTEGER);
      desk.observeScan([{ ...key, quantity: 4 }], scannedAt);
      expect(desk.view(key).physical).toBe(9);
      harness.shops.now += 1_000;
      await scan(harness);
      expect(desk.view(key).physical).toBe(4);
    }));
});
