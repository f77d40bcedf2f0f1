/** Events that wait in the store because nothing there sends them: a host without cron. */
import { expect, it } from "vitest";
import { ingestSource } from "../../src/ledger/ingest";
import { installModule } from "../support/ledger-acts";
import { REQUESTS } from "../support/request-names";
import { countSent } from "../support/request-points";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

const flushes = ({ requests }: LedgerHarness) => countSent(requests, REQUESTS.flush);
const waiting = ({ world }: LedgerHarness) => world.prestashop8.waitingEvents();

async function scan(harness: LedgerHarness): Promise<void> {
  harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.now);
  harness.storage.outbox.resetBackoff(harness.now, "scan-stock");
  await harness.drainUntilIdle();
}

const ingest = ({ storage, now }: LedgerHarness, deliveryId: string) =>
  ingestSource(storage, { kind: "ping", ids: [], deliveryId, at: now }, now);

it("are asked for with a scan when the module was silent, and until none waits", () =>
  withLedger(async (harness) => {
    await installModule(harness);
    harness.world.prestashop8.setPrice("9", "20.00");
    const { receive } = harness.inbox;
    harness.inbox.receive = async () => new Response(null, { status: 503 });
    await scan(harness);
    expect(flushes(harness)).toBe(1);
    expect(waiting(harness)).toBeGreaterThan(0);
    ingest(harness, "a");
    harness.inbox.receive = receive;
    await scan(harness);
    expect([flushes(harness), waiting(harness)]).toEqual([2, 0]);
    await scan(harness);
    expect(flushes(harness)).toBe(2);
  }));

it("are not asked for while the store speaks, nor ever without the module", () =>
  withLedger(async (harness) => {
    await installModule(harness);
    ingest(harness, "a");
    await scan(harness);
    expect(flushes(harness)).toBe(0);
    harness.world.prestashop8.uninstallModule();
    harness.now += 3_600_000;
    await scan(harness);
    expect(flushes(harness)).toBe(0);
  }));

it("do not stand in the way of the scan when they cannot be asked for", () =>
  withLedger(async (harness) => {
    await installModule(harness);
    let asked = 0;
    harness.requests.disturb = ({ request, when }) => {
      if (when !== "sent" || !REQUESTS.flush.test(request)) return;
      asked += 1;
      throw new TypeError("connection reset");
    };
    await scan(harness);
    expect(asked).toBeGreaterThan(0);
    expect(harness.storage.notes.read("stockCursor")).toBeDefined();
    expect(harness.problems.size).toBe(0);
  }));
