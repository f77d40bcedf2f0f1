/** Events that wait in the store because nothing there sends them: a host without cron. */
import { expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { ingestSource } from "../../../src/ledger/ingest";
import { withBench, type Bench } from "../../support/ledger-harness";

const flushes = ({ shops }: Bench) => shops.calls.filter((name) => name === "flush").length;

async function scan(bench: Bench): Promise<void> {
  bench.rooms.outbox.schedule("scan-stock", "scan-stock", bench.shops.now);
  bench.rooms.outbox.hurry(bench.shops.now, "scan-stock");
  await bench.settle();
}

const hear = ({ rooms, shops }: Bench, deliveryId: string) =>
  ingestSource(rooms, { kind: "ping", ids: [], deliveryId, at: shops.now }, shops.now);

it("are asked for with a scan when the module was silent, and until none waits", () =>
  withBench(async (bench) => {
    bench.shops.way = "module";
    bench.shops.waitingEvents = 2;
    await scan(bench);
    expect(flushes(bench)).toBe(1);
    hear(bench, "a");
    bench.shops.waitingEvents = 0;
    await scan(bench);
    expect(flushes(bench)).toBe(2);
    await scan(bench);
    expect(flushes(bench)).toBe(2);
  }));

it("are not asked for while the store speaks, nor ever without the module", () =>
  withBench(async (bench) => {
    bench.shops.way = "module";
    hear(bench, "a");
    await scan(bench);
    expect(flushes(bench)).toBe(0);
    bench.shops.way = "webservice";
    bench.shops.now += 3_600_000;
    await scan(bench);
    expect(flushes(bench)).toBe(0);
  }));

it("do not stand in the way of the scan when they cannot be asked for", () =>
  withBench(async (bench) => {
    bench.shops.way = "module";
    bench.shops.counts.set("8:21", 5);
    bench.shops.disturb = (point) => {
      if (point === "flush") throw new SyncError("retry", "prestashop.timeout");
    };
    await scan(bench);
    expect(flushes(bench)).toBe(1);
    expect(bench.rooms.notes.read("stockCursor")).toBeDefined();
    expect(bench.problems.size).toBe(0);
  }));
