/** How often and how a store's stock is looked at, with its module and without. */
import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { withBench, type Bench } from "../../support/ledger-harness";

/** One scan; answers when the next is due. */
async function scan(bench: Bench): Promise<number | undefined> {
  bench.rooms.outbox.schedule("scan-stock", "scan-stock", bench.shops.now);
  bench.rooms.outbox.hurry(bench.shops.now, "scan-stock");
  bench.shops.calls.length = 0;
  const begunAt = bench.shops.now;
  await bench.drainOnce();
  const dueAt = bench.rooms.outbox.nextDueAt();
  return dueAt === undefined ? undefined : dueAt - begunAt;
}

it("a store with the module is read whole once and asked for changes from then on", () =>
  withBench(async (bench) => {
    bench.shops.way = "module";
    bench.shops.believedWay = "module";
    bench.shops.counts.set("8:21", 5);
    await scan(bench);
    expect(bench.shops.calls).toContain("read-stock");
    await scan(bench);
    const reads = bench.shops.calls.filter((name) => name.startsWith("read-"));
    expect(reads).toEqual([expect.stringMatching(/^read-changes:\d+$/)]);
  }));

it("a store with the module is scanned more often than one without", () =>
  withBench(async (bench) => {
    const without = await scan(bench);
    bench.shops.way = "module";
    bench.shops.believedWay = "module";
    const withIt = await scan(bench);
    expect(without).toBeGreaterThan(withIt ?? Infinity);
  }));

it("a module that came or went is noticed by the scan, which has the store looked at once", () =>
  withBench(async (bench) => {
    await scan(bench);
    expect(bench.shops.calls).not.toContain("refresh-shop");
    for (const way of ["module", "webservice"] as const) {
      bench.shops.way = way;
      await scan(bench);
      expect(bench.shops.calls).toContain("refresh-shop");
      await scan(bench);
      expect(bench.shops.calls).not.toContain("refresh-shop");
    }
    expect(bench.rooms.notes.read("stockCursor")).toBeUndefined();
  }));

it("a module that stumbles has the store looked at once, not by every scan", () =>
  withBench(async (bench) => {
    await scan(bench);
    bench.shops.way = "module";
    await scan(bench);
    expect(bench.shops.calls).toContain("refresh-shop");
    for (let times = 0; times < 3; times += 1) {
      // The look at the store found nothing out, so what is believed stays.
      bench.shops.believedWay = "webservice";
      await scan(bench);
      expect(bench.shops.calls).not.toContain("refresh-shop");
    }
  }));

it("a store whose facts cannot be read is scanned all the same, and its events are asked for", () =>
  withBench(async (bench) => {
    bench.shops.way = "module";
    bench.shops.disturb = (point) => {
      if (point === "refresh-shop") throw new SyncError("reconnect", "prestashop.key_refused");
    };
    await scan(bench);
    expect(bench.shops.calls).toContain("flush");
    expect(bench.rooms.outbox.find("scan-stock", "scan-stock")).toEqual({
      isParked: false,
      reason: null,
    });
    expect(bench.problems.size).toBe(0);
  }));

describe("a count that came by another way than the scan's", () => {
  const key = { productId: "8", variantId: "21" };

  /** A store whose module has told of five. */
  async function told(bench: Bench) {
    bench.shops.way = "module";
    bench.shops.believedWay = "module";
    bench.shops.counts.set("8:21", 5);
    await scan(bench);
  }

  it("is read again by the next scan, which is not told of what went back to what was told", () =>
    withBench(async (bench) => {
      await told(bench);
      bench.shops.now += 1_000;
      bench.rooms.desk.observe([{ ...key, quantity: 7 }], bench.shops.now);
      bench.shops.now += 1_000;
      await scan(bench);
      expect(bench.rooms.desk.view(key).physical).toBe(5);
      await scan(bench);
      await scan(bench);
      const reads = bench.shops.calls.filter((name) => name.startsWith("read-"));
      expect(reads).toEqual([expect.stringMatching(/^read-changes/)]);
    }));

  it("and is younger than the scan's is read again, too", () =>
    withBench(async (bench) => {
      await told(bench);
      const { desk, notes } = bench.rooms;
      const scannedAt = bench.shops.now;
      bench.shops.counts.set("8:21", 4);
      bench.shops.now += 5_000;
      desk.observe([{ ...key, quantity: 9 }], bench.shops.now);
      notes.removeLooks("recount", Number.MAX_SAFE_INTEGER);
      desk.observeScan([{ ...key, quantity: 4 }], scannedAt);
      expect(desk.view(key).physical).toBe(9);
      bench.shops.now += 1_000;
      await scan(bench);
      expect(desk.view(key).physical).toBe(4);
    }));
});
