import { describe, expect, it } from "vitest";
import type { Fault } from "../../simulator/faults";
import { flowFindings, withFlow } from "../../src/domain/health/flow";
import { importedOrders, place, stocked, webhook } from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

const MINUTE_MS = 60_000;

const plant = ({ world }: LedgerHarness, fault: Omit<Fault, "id" | "side">) =>
  world.storage.put<Fault>("fault", "odd", { ...fault, id: "odd", side: "prestashop" });
const repair = ({ world }: LedgerHarness) => world.storage.delete("fault", "odd");

const verdicts = async (harness: LedgerHarness) =>
  Object.fromEntries(
    flowFindings(await harness.ledger.readFlow(), harness.now).map(({ check, verdict }) => [
      check,
      verdict,
    ]),
  );
const FLOWS = {
  "orders.waiting": "pass",
  "store.silence": "pass",
  "channel.silence": "pass",
  "channel.corrected": "pass",
};

describe("the health check", () => {
  it("says that orders wait while one does, and no longer than that", () =>
    withLedger(async (harness) => {
      stocked(harness);
      plant(harness, { kind: "status", status: 403, method: "POST", times: 1_000 });
      webhook(harness, place(harness));
      expect(await verdicts(harness)).toEqual(FLOWS);
      await harness.drainUntilIdle(5 * MINUTE_MS);
      const [waiting] = flowFindings(await harness.ledger.readFlow(), harness.now);
      expect(waiting).toMatchObject({
        verdict: "fail",
        facts: { count: 1, code: "prestashop.blocked" },
        fix: { side: "ledger", what: "orders" },
      });
      repair(harness);
      await harness.ledger.releaseOrders();
      await harness.drainUntilIdle(MINUTE_MS);
      expect(importedOrders(harness)).toHaveLength(1);
      expect(await verdicts(harness)).toEqual(FLOWS);
    }));

  it("says it of an order that nobody could read, and of one that waits without a reason", () =>
    withLedger(async (harness) => {
      webhook(harness, "576000000000000000");
      await harness.drainUntilIdle(10 * MINUTE_MS);
      expect(await verdicts(harness)).toMatchObject({ "orders.waiting": "fail" });
    }));

  it("shows a silence that a store asked for with its end, and a person can end it", () =>
    withLedger(async (harness) => {
      stocked(harness);
      plant(harness, { kind: "rate-limit", retryAfterSeconds: 315_360_000, times: 1 });
      webhook(harness, place(harness));
      await harness.drainUntilIdle(MINUTE_MS);
      const until = (await harness.ledger.readFlow()).silentUntil.source ?? 0;
      expect(until).toBeGreaterThan(harness.now + 10 * MINUTE_MS);
      const silence = flowFindings(await harness.ledger.readFlow(), harness.now)[1];
      expect(silence).toMatchObject({ verdict: "fail", facts: { until } });
      await harness.ledger.endSilence("source");
      expect((await harness.ledger.readFlow()).silentUntil.source).toBeNull();
      await harness.drainUntilIdle(MINUTE_MS);
      expect(importedOrders(harness)).toHaveLength(1);
    }));
});

describe("a finding about orders that wait", () => {
  it("has the facts of what stops them, and keeps its own", () => {
    const silentUntil = { source: null, channel: null };
    const facts = { country: "GB", count: 9 };
    const waiting = [
      { orderId: "1", code: null, since: 5 },
      { orderId: "2", code: "prestashop.carrier_zone", facts, since: 3 },
    ];
    expect(flowFindings({ waiting, silentUntil }, 10)[0]?.facts).toEqual({
      count: 2,
      orderIds: ["1", "2"],
      since: 3,
      code: "prestashop.carrier_zone",
      country: "GB",
    });
  });
});

describe("a report", () => {
  it("is read with what the ledger says now, not with what it said at the check", () => {
    const flow = { waiting: [], silentUntil: { source: null, channel: null } };
    const order = { orderId: "1", code: "prestashop.blocked", since: 5 };
    const report = { findings: flowFindings(flow, 0), checkedAt: 0, tookMs: 0, requests: 0 };
    const now = withFlow(report, { ...flow, waiting: [order] }, 10);
    expect(now.findings.map(({ verdict }) => verdict)).toEqual(["fail", "pass", "pass", "pass"]);
  });
});
