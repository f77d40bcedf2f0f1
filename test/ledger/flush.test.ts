/** Events that wait in the store because nothing there sends them: a host without cron. */
import { expect, it } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";
import { ingestSource } from "../../src/ledger/ingest";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

const flushes = ({ shops }: LedgerHarness) => shops.calls.filter((name) => name === "flush").length;

async function scan(harness: LedgerHarness): Promise<void> {
  harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.shops.now);
  harness.storage.outbox.resetBackoff(harness.shops.now, "scan-stock");
  await harness.drainUntilIdle();
}

const ingest = ({ storage, shops }: LedgerHarness, deliveryId: string) =>
  ingestSource(storage, { kind: "ping", ids: [], deliveryId, at: shops.now }, shops.now);

it("are asked for with a scan when the module was silent, and until none waits", () =>
  withLedger(async (harness) => {
    harness.shops.transport = "module";
    harness.shops.waitingEvents = 2;
    await scan(harness);
    expect(flushes(harness)).toBe(1);
    ingest(harness, "a");
    harness.shops.waitingEvents = 0;
    await scan(harness);
    expect(flushes(harness)).toBe(2);
    await scan(harness);
    expect(flushes(harness)).toBe(2);
  }));

it("are not asked for while the store speaks, nor ever without the module", () =>
  withLedger(async (harness) => {
    harness.shops.transport = "module";
    ingest(harness, "a");
    await scan(harness);
    expect(flushes(harness)).toBe(0);
    harness.shops.transport = "webservice";
    harness.shops.now += 3_600_000;
    await scan(harness);
    expect(flushes(harness)).toBe(0);
  }));

it("do not stand in the way of the scan when they cannot be asked for", () =>
  withLedger(async (harness) => {
    harness.shops.transport = "module";
    harness.shops.counts.set("8:21", 5);
    harness.shops.disturb = (point) => {
      if (point === "flush") throw new SyncError("retry", "prestashop.timeout");
    };
    await scan(harness);
    expect(flushes(harness)).toBe(1);
    expect(harness.storage.notes.read("stockCursor")).toBeDefined();
    expect(harness.problems.size).toBe(0);
  }));
