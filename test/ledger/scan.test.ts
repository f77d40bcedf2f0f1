/** How often and how a store's stock is read, with its module and without. */
import { describe, expect, it } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

/** One scan; answers when the next is due. */
async function scan(harness: LedgerHarness): Promise<number | undefined> {
  harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.shops.now);
  harness.storage.outbox.resetBackoff(harness.shops.now, "scan-stock");
  harness.shops.calls.length = 0;
  const begunAt = harness.shops.now;
  await harness.drainOnce();
  const dueAt = harness.storage.outbox.nextDueAt();
  return dueAt === undefined ? undefined : dueAt - begunAt;
}

it("a store with the module is read whole once and asked for changes from then on", () =>
  withLedger(async (harness) => {
    harness.shops.transport = "module";
    harness.shops.expectedTransport = "module";
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
    harness.shops.transport = "module";
    harness.shops.expectedTransport = "module";
    const withIt = await scan(harness);
    expect(without).toBeGreaterThan(withIt ?? Infinity);
  }));

it("a module that came or went is noticed by the scan, which has the facts of the store read once", () =>
  withLedger(async (harness) => {
    await scan(harness);
    expect(harness.shops.calls).not.toContain("refresh-shop");
    for (const transport of ["module", "webservice"] as const) {
      harness.shops.transport = transport;
      await scan(harness);
      expect(harness.shops.calls).toContain("refresh-shop");
      await scan(harness);
      expect(harness.shops.calls).not.toContain("refresh-shop");
    }
    expect(harness.storage.notes.read("stockCursor")).toBeUndefined();
  }));

it("a module that fails now and then has the facts of the store read once, not by every scan", () =>
  withLedger(async (harness) => {
    await scan(harness);
    harness.shops.transport = "module";
    await scan(harness);
    expect(harness.shops.calls).toContain("refresh-shop");
    for (let times = 0; times < 3; times += 1) {
      // The read of the store failed, so the expected transport stays.
      harness.shops.expectedTransport = "webservice";
      await scan(harness);
      expect(harness.shops.calls).not.toContain("refresh-shop");
    }
  }));

it("a store whose facts cannot be read is scanned all the same, and its events are asked for", () =>
  withLedger(async (harness) => {
    harness.shops.transport = "module";
    harness.shops.disturb = (point) => {
      if (point === "refresh-shop") throw new SyncError("reconnect", "prestashop.key_refused");
    };
    await scan(harness);
    expect(harness.shops.calls).toContain("flush");
    expect(harness.storage.outbox.find("scan-stock", "scan-stock")).toEqual({
      isParked: false,
      reason: null,
    });
    expect(harness.problems.size).toBe(0);
  }));

describe("a count that came by another path than the scan's", () => {
  const key = { productId: "8", variantId: "21" };

  /** A store whose module has reported a count of five. */
  async function reported(harness: LedgerHarness) {
    harness.shops.transport = "module";
    harness.shops.expectedTransport = "module";
    harness.shops.counts.set("8:21", 5);
    await scan(harness);
  }

  it("is read again by the next scan, to which a count that went back to the reported one is no change", () =>
    withLedger(async (harness) => {
      await reported(harness);
      harness.shops.now += 1_000;
      harness.storage.publisher.observe([{ ...key, quantity: 7 }], harness.shops.now);
      harness.shops.now += 1_000;
      await scan(harness);
      expect(harness.storage.publisher.view(key).physical).toBe(5);
      await scan(harness);
      await scan(harness);
      const reads = harness.shops.calls.filter((name) => name.startsWith("read-"));
      expect(reads).toEqual([expect.stringMatching(/^read-changes/)]);
    }));

  it("and is younger than the scan's is read again, too", () =>
    withLedger(async (harness) => {
      await reported(harness);
      const { publisher, notes } = harness.storage;
      const scannedAt = harness.shops.now;
      harness.shops.counts.set("8:21", 4);
      harness.shops.now += 5_000;
      publisher.observe([{ ...key, quantity: 9 }], harness.shops.now);
      notes.removeRereads("recount", Number.MAX_SAFE_INTEGER);
      publisher.observeScan([{ ...key, quantity: 4 }], scannedAt);
      expect(publisher.view(key).physical).toBe(9);
      harness.shops.now += 1_000;
      await scan(harness);
      expect(publisher.view(key).physical).toBe(4);
    }));
});
