/** How often and how a store's stock is read, with its module and without. */
import { describe, expect, it } from "vitest";
import { countOf, installModule, observed, stocked } from "../support/ledger-acts";
import { REQUESTS } from "../support/request-names";
import { countSent } from "../support/request-points";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { STORE_KEY } from "../support/simulated-shops";

const HOUR_MS = 3_600_000;

/** One scan; answers when the next is due. */
async function scan(harness: LedgerHarness): Promise<number | undefined> {
  harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.now);
  harness.storage.outbox.resetBackoff(harness.now, "scan-stock");
  harness.requests.sent.length = 0;
  harness.factReads = 0;
  const begunAt = harness.now;
  await harness.drainOnce();
  const dueAt = harness.storage.outbox.nextDueAt();
  return dueAt === undefined ? undefined : dueAt - begunAt;
}

const stockReads = ({ requests }: LedgerHarness) => ({
  whole:
    countSent(requests, REQUESTS.readCounts) +
    countSent(requests, REQUESTS.moduleStock) -
    countSent(requests, REQUESTS.moduleStockChanges) -
    countSent(requests, REQUESTS.moduleCounts),
  changes: countSent(requests, REQUESTS.moduleStockChanges),
  named: countSent(requests, REQUESTS.moduleCounts),
});

it("a store with the module is read whole once and asked for changes from then on", () =>
  withLedger(async (harness) => {
    await installModule(harness);
    await scan(harness);
    expect(stockReads(harness)).toEqual({ whole: 1, changes: 0, named: 0 });
    await scan(harness);
    expect(stockReads(harness)).toEqual({ whole: 0, changes: 1, named: 0 });
  }));

it("a store with the module is scanned more often than one without", () =>
  withLedger(async (harness) => {
    const without = await scan(harness);
    await installModule(harness);
    const withIt = await scan(harness);
    expect(without).toBeGreaterThan(withIt ?? Infinity);
  }));

it("a module that went is noticed by the scan, which has the facts of the store read once", () =>
  withLedger(async (harness) => {
    await installModule(harness);
    await scan(harness);
    expect(harness.factReads).toBe(0);
    harness.world.prestashop8.uninstallModule();
    await scan(harness);
    expect([harness.factReads, harness.facts.moduleVersion]).toEqual([1, null]);
    await scan(harness);
    expect(harness.factReads).toBe(0);
    expect(harness.storage.notes.read("stockCursor")).toBeUndefined();
  }));

it("a module that came is used once the facts of the store are old, and read anew", () =>
  withLedger(async (harness) => {
    await scan(harness);
    const { facts } = harness;
    await installModule(harness);
    harness.facts = facts;
    await scan(harness);
    expect([harness.factReads, stockReads(harness).whole]).toEqual([0, 1]);
    harness.now += 7 * HOUR_MS;
    await scan(harness);
    expect(harness.factReads).toBe(1);
    harness.now += 2 * 60_000;
    await scan(harness);
    expect(harness.factReads).toBe(0);
    expect(countSent(harness.requests, REQUESTS.moduleStock)).toBe(1);
  }));

it("a module that fails now and then has the facts of the store read once, not by every scan", () =>
  withLedger(async (harness) => {
    await installModule(harness);
    await scan(harness);
    harness.world.prestashop8.breakModule({ lostTables: ["ps_weft_stock_told"] });
    await scan(harness);
    expect(harness.factReads).toBe(1);
    expect(harness.facts.moduleVersion).not.toBeNull();
    for (let times = 0; times < 3; times += 1) {
      await scan(harness);
      expect([harness.factReads, countSent(harness.requests, REQUESTS.readCounts)]).toEqual([0, 1]);
    }
  }));

it("a store whose facts cannot be read is scanned all the same, and its events are asked for", () =>
  withLedger(async (harness) => {
    await installModule(harness);
    harness.now += 7 * HOUR_MS;
    harness.world.prestashop8.changeWebserviceKey(STORE_KEY, { active: false });
    await scan(harness);
    expect(harness.factReads).toBe(1);
    expect(countSent(harness.requests, REQUESTS.flush)).toBe(1);
    expect(harness.storage.outbox.find("scan-stock", "scan-stock")).toMatchObject({
      isParked: false,
      reason: null,
    });
    expect(harness.problems.size).toBe(0);
  }));

describe("a count that came by another path than the scan's", () => {
  /** A store whose module has reported a count of ten. */
  async function reported(harness: LedgerHarness) {
    await installModule(harness);
    stocked(harness);
    harness.now += 1_000;
    await scan(harness);
  }
  const physical = ({ storage, white }: LedgerHarness) => storage.publisher.view(white).physical;

  it("is read again by the next scan, to which a count that went back to the reported one is no change", () =>
    withLedger(async (harness) => {
      await reported(harness);
      harness.now += 1_000;
      observed(harness, harness.white, 7);
      harness.now += 1_000;
      await scan(harness);
      expect(stockReads(harness)).toEqual({ whole: 0, changes: 1, named: 1 });
      expect(physical(harness)).toBe(10);
      await scan(harness);
      await scan(harness);
      expect(stockReads(harness)).toEqual({ whole: 0, changes: 1, named: 0 });
    }));

  it("and is younger than the scan's is read again, too", () =>
    withLedger(async (harness) => {
      await reported(harness);
      const { notes } = harness.storage;
      harness.world.prestashop8.setStock("9", "22", 4);
      harness.requests.disturb = ({ request, when }) => {
        if (when !== "answered" || !REQUESTS.moduleStockChanges.test(request)) return;
        harness.requests.disturb = () => {};
        harness.now += 5_000;
        observed(harness, harness.white, 9);
        // Only the answer under way may ask for another read.
        notes.removeRereads("recount", Number.MAX_SAFE_INTEGER);
      };
      await scan(harness);
      harness.now += 1_000;
      await scan(harness);
      expect(countOf(harness, harness.white)).toBe(4);
      expect(physical(harness)).toBe(4);
    }));
});
