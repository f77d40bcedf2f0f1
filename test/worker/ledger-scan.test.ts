/** How often and how a store's stock is looked at, with its module and without. */
import { expect, it } from "vitest";
import { withBench, type Bench } from "../support/ledger-bench";

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
